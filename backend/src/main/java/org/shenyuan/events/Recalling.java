package org.shenyuan.events;

import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Goods are called back from the market, by one write at their common source. */
public sealed interface Recalling extends TraceEvent {

	@Override
	default Effect effect() {
		return Effect.NONE;
	}

	@Override
	default Set<Role> recordedBy() {
		return Set.of(Role.AUTHORITY);
	}

	/** Where a recall starts. */
	enum Source {

		/** A lot of any kind, a seed lot included. */
		LOT,
		/** Everything that was dug or made at a place so far. */
		PLOT,
		/**
		 * A processing step; an observation, with the lot that it is about; or a field
		 * operation, with what was taken from the crop since.
		 */
		EVENT,
		/** The labels of one run. */
		RUN

	}

	/** A recall, or the drill of one. */
	sealed interface Starting extends Recalling {

		Source source();

		/** The number of the source, or the id of the event. */
		String start();

		String reason();

		/** Under which the recalls of one source are found: {@code LOT FRESH-1}. */
		default String origin() {
			return source() + " " + start();
		}

	}

	/**
	 * Everything made from the source is recalled, whoever holds it. It may still move
	 * back, be received and be destroyed, but nothing is made of it and no label for it
	 * is issued or activated until the recall ends.
	 *
	 * @param start the number of the source, or the id of the event
	 * @param advice what a buyer should do
	 */
	record Recalled(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by, @NotNull Source source,
			@NotNull @Pattern(regexp = "[A-Za-z0-9-]{2,36}") String start, @NotNull @Text(max = 200) String reason,
			@NotNull @Text(max = 200) String advice) implements Starting {
	}

	/**
	 * A recall is rehearsed: its impact is worked out and kept, and nothing is recalled.
	 */
	record RecallDrilled(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by, @NotNull Source source,
			@NotNull @Pattern(regexp = "[A-Za-z0-9-]{2,36}") String start,
			@NotNull @Text(max = 200) String reason) implements Starting {
	}

	/** A recall ends, with the reason. */
	record RecallEnded(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by, @NotNull UUID recall,
			@NotNull @Text(max = 200) String reason) implements Recalling {
	}

}
