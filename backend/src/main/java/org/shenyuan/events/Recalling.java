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
		/** A field operation or a processing step. */
		EVENT,
		/** The labels of one run. */
		RUN

	}

	/**
	 * Everything made from the source is recalled, whoever holds it.
	 *
	 * @param start the number of the source, or the id of the event
	 * @param advice what a buyer should do
	 */
	record Recalled(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by, @NotNull Source source,
			@NotNull @Pattern(regexp = "[A-Za-z0-9-]{2,36}") String start, @NotNull @Text(max = 200) String reason,
			@NotNull @Text(max = 200) String advice) implements Recalling {
	}

	/** A recall ends, with the reason. */
	record RecallEnded(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by, @NotNull UUID recall,
			@NotNull @Text(max = 200) String reason) implements Recalling {
	}

}
