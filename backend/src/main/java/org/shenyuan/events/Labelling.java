package org.shenyuan.events;

import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** The life of labels: one run of many, then ranges of it. Labels count from 1. */
public sealed interface Labelling extends TraceEvent {

	/** As many as the index in a label's code can tell apart (22 bits). */
	int MOST_LABELS = 4_194_303;

	/** The run whose labels this is about. */
	String run();

	@Override
	default Set<Role> recordedBy() {
		return Set.of(Role.PROCESSOR, Role.GROWER, Role.TRADER);
	}

	/**
	 * What a label says beyond what is always on it; each of it must be true of every
	 * gram.
	 *
	 * @param seasons an age: no root of the lot may be younger
	 * @param food that it is ordinary food
	 * @param gi the geographical indication
	 * @param brand the number of the authorisation under which a regional brand is
	 * printed
	 */
	record Claimed(@Min(1) @Max(200) @Nullable Integer seasons, boolean food, boolean gi, boolean organic,
			@Code @Nullable String brand) {
	}

	/**
	 * Labels are made for a packed lot, never more than it has grams for.
	 *
	 * @param claims what they say beyond the usual, nothing when missing
	 */
	record LabelsIssued(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String run, @NotNull @Code String lot, @Min(1) @Max(MOST_LABELS) long count,
			@Valid @Nullable Claimed claims) implements Labelling {

		@Override
		public Effect effect() {
			return Effect.on(this.lot);
		}

	}

	/** Labels {@code first} to {@code last} were put on packs; from now on they count. */
	record LabelsActivated(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String run, @Min(1) @Max(MOST_LABELS) long first,
			@Min(1) @Max(MOST_LABELS) long last) implements Labelling {

		@Override
		public Effect effect() {
			return Effect.NONE;
		}

	}

	/** Labels {@code first} to {@code last} are spoiled, lost or destroyed. */
	record LabelsVoided(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String run, @Min(1) @Max(MOST_LABELS) long first, @Min(1) @Max(MOST_LABELS) long last,
			@NotNull @Text(max = 200) String reason) implements Labelling {

		@Override
		public Effect effect() {
			return Effect.NONE;
		}

	}

	/**
	 * Somebody sees why labels {@code first} to {@code last} have to be printed again,
	 * and lets somebody else do so, once.
	 */
	record ReprintApproved(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String run, @Min(1) @Max(MOST_LABELS) long first, @Min(1) @Max(MOST_LABELS) long last,
			@NotNull @Text(max = 200) String reason) implements Labelling {

		@Override
		public Effect effect() {
			return Effect.NONE;
		}

		@Override
		public Set<Role> recordedBy() {
			return Set.of(Role.PROCESSOR, Role.GROWER, Role.TRADER, Role.AUTHORITY);
		}

	}

	/**
	 * Labels that count already are printed again, with the same codes.
	 *
	 * @param approval the {@link ReprintApproved} of the same labels, recorded by another
	 * person
	 */
	record LabelsReprinted(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String run, @Min(1) @Max(MOST_LABELS) long first, @Min(1) @Max(MOST_LABELS) long last,
			@NotNull @Text(max = 200) String reason, @NotNull UUID approval) implements Labelling {

		@Override
		public Effect effect() {
			return Effect.NONE;
		}

	}

}
