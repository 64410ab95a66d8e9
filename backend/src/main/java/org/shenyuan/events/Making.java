package org.shenyuan.events;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Effect.Portion;

/** Roots become goods: processing, splitting, merging, packing. */
public sealed interface Making extends TraceEvent {

	/** How many lots one event may take in or give out. */
	int MOST_LOTS = 20_000;

	/**
	 * One step of a processing run; many lots in, many out. The steps of one run share
	 * its number (the EPCIS {@code transformationID}), so that a run may take days.
	 *
	 * @param started when the step began; {@code at} is when it was finished and weighed
	 * @param additions what was put in besides roots: sugar, honey, water
	 * @param lostGrams water, trimmings thrown away
	 */
	record Processed(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by, @NotNull @Code String run,
			@NotNull @Code String process, @NotNull @Code String facility, @NotNull OffsetDateTime started,
			@NotNull @Size(min = 1, max = MOST_LOTS) List<@NotNull @Valid Portion> inputs,
			@Size(max = 20) @Nullable List<@NotNull @Valid Addition> additions,
			@NotNull @Size(min = 1, max = MOST_LOTS) List<@NotNull @Valid Product> outputs,
			@Grams(least = 0) long lostGrams) implements Making {

		/** Something other than ginseng that goes into a run. */
		public record Addition(@NotNull @Text String what, @Grams long grams) {
		}

		/** A lot that a run gives. */
		public record Product(@NotNull @Code String lot, @NotNull @Code String product, @Grams long grams) {
		}

		/** Under which the steps of a run are found. */
		public static String key(String party, String run) {
			return party + ' ' + run;
		}

		@Override
		public Effect effect() {
			long added = (this.additions != null) ? this.additions.stream().mapToLong(Addition::grams).sum() : 0;
			return Effect.taking(this.inputs)
				.into(this.outputs.stream()
					.map((out) -> NewLot.of(out.lot(), LotKind.PROCESSED, out.product(), out.grams()))
					.toList())
				.adding(added)
				.losing(this.lostGrams)
				.in(this.facility);
		}

		@Override
		public Set<Role> recordedBy() {
			return Set.of(Role.PROCESSOR);
		}

	}

	/** Lots of one kind are split or merged; nothing but their numbers changes. */
	record Regrouped(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Size(min = 1, max = MOST_LOTS) List<@NotNull @Valid Portion> inputs,
			@NotNull @Size(min = 1, max = MOST_LOTS) List<@NotNull @Valid Portion> outputs) implements Making {

		@Override
		public Effect effect() {
			return Effect.taking(this.inputs)
				.into(this.outputs.stream().map((out) -> NewLot.carried(out.lot(), out.grams())).toList());
		}

		@Override
		public Set<Role> recordedBy() {
			return Set.of(Role.GROWER, Role.PROCESSOR, Role.TRADER);
		}

	}

	/**
	 * Goods are packed into units of equal net weight.
	 *
	 * @param gtin GTIN-14 of the trade item, when it has one
	 * @param grade as the packer sorted them, a word of the scheme {@code grade}
	 * @param pieces roots in one pack (支头)
	 */
	record Packed(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String facility,
			@NotNull @Size(min = 1, max = MOST_LOTS) List<@NotNull @Valid Portion> inputs, @NotNull @Code String lot,
			@Min(1) @Max(1_000_000_000) long units, @Min(1) @Max(1_000_000) long unitGrams,
			@Pattern(regexp = "[0-9]{14}") @Nullable String gtin, @Grams(least = 0) long lostGrams,
			@Code @Nullable String grade, @Min(1) @Max(100_000) @Nullable Long pieces) implements Making {

		@Override
		public Effect effect() {
			return Effect.taking(this.inputs)
				.into(List.of(NewLot.packs(this.lot, this.units, this.unitGrams, this.gtin,
						new Sorting(this.grade, this.pieces))))
				.losing(this.lostGrams)
				.in(this.facility);
		}

		@Override
		public Set<Role> recordedBy() {
			return Set.of(Role.PROCESSOR, Role.GROWER, Role.TRADER);
		}

	}

}
