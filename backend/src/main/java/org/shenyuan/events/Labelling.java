package org.shenyuan.events;

import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The life of labels: one run of many, then ranges of it. Labels count from 1. Which
 * event takes a label from which state to which is told where the states are.
 */
public sealed interface Labelling extends TraceEvent {

	/** As many as the index in a label's code can tell apart (22 bits). */
	int MOST_LABELS = 4_194_303;

	/** The run whose labels this is about. */
	String run();

	@Override
	default Effect effect() {
		return Effect.NONE;
	}

	@Override
	default Set<Role> recordedBy() {
		return Set.of(Role.PROCESSOR, Role.GROWER, Role.TRADER);
	}

	/**
	 * What a label says beyond what is always on it; each of it must be true of every
	 * gram.
	 *
	 * @param seasons an age: no root of the lot may be younger
	 * @param food that it is ordinary food, where it is to be sold
	 * @param gi the geographical indication
	 * @param brand the number of the authorisation under which a regional brand is
	 * printed
	 * @param market where it is to be sold, one of the terms; the first of them when
	 * missing
	 */
	record Claimed(@Min(1) @Max(200) @Nullable Integer seasons, boolean food, boolean gi, boolean organic,
			@Code @Nullable String brand, @Code @Nullable String market) {
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

	/** What happens to labels {@code first} to {@code last} of a run. */
	sealed interface OfRange extends Labelling {

		long first();

		long last();

	}

	/**
	 * Somebody sees why something has to be done with labels that nobody may do alone,
	 * and lets somebody else do it, once.
	 */
	sealed interface Approving extends OfRange {

		String reason();

		@Override
		default Set<Role> recordedBy() {
			return Set.of(Role.PROCESSOR, Role.GROWER, Role.TRADER, Role.AUTHORITY);
		}

	}

	/** What takes two people: one who approved it, and another who records it. */
	sealed interface ByTwo extends OfRange {

		/** The event of {@link #approvedBy} about the same labels, by another person. */
		UUID approval();

		Class<? extends Approving> approvedBy();

	}

	/**
	 * Where on paper labels were printed, one after another.
	 *
	 * @param stock the paper's name, as the printer knows it
	 * @param cells labels on one sheet, 1 on a roll
	 * @param firstCell where the first one is, counted from 1; the cells before it were
	 * used earlier
	 */
	record Sheet(@NotNull @Text(max = 40) String stock, @Min(1) @Max(10_000) long cells,
			@Min(1) @Max(10_000) long firstCell) {

		/** Where the next one goes: the cell after the last, 1 on a fresh sheet. */
		public long nextCell(long labels) {
			return (this.firstCell + labels - 1) % this.cells + 1;
		}

		/** Under which what was printed on a stock of a party's is looked for. */
		public static String key(String party, String stock) {
			return "STOCK " + party + " " + stock;
		}

	}

	/** Labels left the printer for the first time. Fetching a file prints nothing. */
	record LabelsPrinted(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String run, @Min(1) @Max(MOST_LABELS) long first, @Min(1) @Max(MOST_LABELS) long last,
			@NotNull @Valid Sheet sheet) implements OfRange {
	}

	/**
	 * Printed labels are torn, smeared or jammed before they counted. Their codes were
	 * not used: they can be printed again by two people, or voided.
	 */
	record LabelsSpoiled(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String run, @Min(1) @Max(MOST_LABELS) long first, @Min(1) @Max(MOST_LABELS) long last,
			@NotNull @Text(max = 200) String reason) implements OfRange {
	}

	/**
	 * Labels were put to use at the packing table; from now on they count. Whether they
	 * were printed here is not asked: a run may be printed elsewhere, from the same file.
	 */
	record LabelsActivated(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String run, @Min(1) @Max(MOST_LABELS) long first,
			@Min(1) @Max(MOST_LABELS) long last) implements OfRange {
	}

	/** Active labels were seen on the packs that leave. */
	record LabelsApplied(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String run, @Min(1) @Max(MOST_LABELS) long first,
			@Min(1) @Max(MOST_LABELS) long last) implements OfRange {
	}

	/** Labels are lost, or shall not be used; for ever, and in whatever state. */
	record LabelsVoided(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String run, @Min(1) @Max(MOST_LABELS) long first, @Min(1) @Max(MOST_LABELS) long last,
			@NotNull @Text(max = 200) String reason) implements OfRange {
	}

	/** That labels have to be printed again. */
	record ReprintApproved(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String run, @Min(1) @Max(MOST_LABELS) long first, @Min(1) @Max(MOST_LABELS) long last,
			@NotNull @Text(max = 200) String reason) implements Approving {
	}

	/**
	 * Labels that were printed before are printed again, with the same codes.
	 *
	 * @param sheet where, when that is known
	 */
	record LabelsReprinted(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String run, @Min(1) @Max(MOST_LABELS) long first, @Min(1) @Max(MOST_LABELS) long last,
			@NotNull @Text(max = 200) String reason, @NotNull UUID approval,
			@Valid @Nullable Sheet sheet) implements ByTwo {

		@Override
		public Class<ReprintApproved> approvedBy() {
			return ReprintApproved.class;
		}

	}

	/** That unused labels have to be destroyed, and that somebody will be there. */
	record DestructionApproved(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String run, @Min(1) @Max(MOST_LABELS) long first, @Min(1) @Max(MOST_LABELS) long last,
			@NotNull @Text(max = 200) String reason) implements Approving {
	}

	/** The paper of unused labels was destroyed; their codes are void for ever. */
	record LabelsDestroyed(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String run, @Min(1) @Max(MOST_LABELS) long first, @Min(1) @Max(MOST_LABELS) long last,
			@NotNull @Text(max = 200) String reason, @NotNull UUID approval) implements ByTwo {

		@Override
		public Class<DestructionApproved> approvedBy() {
			return DestructionApproved.class;
		}

	}

}
