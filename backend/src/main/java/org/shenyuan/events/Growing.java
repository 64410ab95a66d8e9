package org.shenyuan.events;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Effect.Portion;

/** From seed to the dug root. */
public sealed interface Growing extends TraceEvent {

	@Override
	default Set<Role> recordedBy() {
		return Set.of(Role.GROWER);
	}

	/** What can be shown for it, null when nothing can. */
	default @Nullable Evidence evidence() {
		return null;
	}

	/**
	 * A seed lot enters the seed-source registry.
	 *
	 * @param form {@code FRESH-SEED} 水籽, {@code DRIED-SEED} 干籽 or {@code STRATIFIED-SEED}
	 * 裂口籽
	 */
	record SeedRegistered(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String lot, @NotNull @Code String species, @NotNull @Code String variety,
			@NotNull @Code String form, @Grams long grams, @Text(max = 40) @Nullable String permit,
			@Text(max = 40) @Nullable String quarantine) implements Growing {

		@Override
		public Effect effect() {
			return Effect
				.making(NewLot.of(this.lot, LotKind.SEED, this.form, this.grams).species(this.species, this.variety))
				.adding(this.grams);
		}

	}

	/**
	 * Seed goes into a bed; a standing crop begins.
	 *
	 * @param squareMetres of bed that were sown, when somebody measured
	 */
	record Sown(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by, @NotNull @Code String plot,
			@NotNull @Code String stand, @NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid Portion> seed,
			@Min(1) @Max(1_000_000_000) @Nullable Long squareMetres,
			@Valid @Nullable Evidence evidence) implements Growing {

		@Override
		public Effect effect() {
			return planting(this.seed, this.stand, this.plot);
		}

	}

	/** Seedlings come out of the nursery bed. They keep their age. */
	record SeedlingsLifted(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String plot, @NotNull @Code String stand, @NotNull @Code String lot, @Grams long grams,
			@Min(0) @Max(1_000_000_000) long plants, @Valid @Nullable Evidence evidence) implements Growing {

		@Override
		public Effect effect() {
			return Effect.growingFrom(this.stand)
				.into(List.of(NewLot.of(this.lot, LotKind.SEEDLING, "SEEDLINGS", this.grams)))
				.adding(this.grams)
				.in(this.plot);
		}

	}

	/**
	 * Seedlings are planted on; the same plants stand on another plot.
	 *
	 * @param squareMetres of bed that were planted, when somebody measured
	 */
	record Transplanted(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String plot, @NotNull @Code String stand,
			@NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid Portion> seedlings,
			@Min(0) @Max(1_000_000_000) long plants, @Min(1) @Max(1_000_000_000) @Nullable Long squareMetres,
			@Valid @Nullable Evidence evidence) implements Growing {

		@Override
		public Effect effect() {
			return planting(this.seedlings, this.stand, this.plot);
		}

	}

	/**
	 * Work on a standing crop: spraying, feeding, shading, weeding, watering.
	 *
	 * @param product what was applied, as its registration names it
	 * @param dose as written on the product, with its unit
	 */
	record FieldWorked(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by,
			@NotNull @Code String plot, @NotNull @Code String stand, @NotNull @Code String work,
			@Text @Nullable String product, @Text @Nullable String activeIngredient,
			@Text(max = 40) @Nullable String dose, @Valid @Nullable Evidence evidence) implements Growing {

		@Override
		public Effect effect() {
			return Effect.on(this.stand).in(this.plot);
		}

	}

	/**
	 * Roots are dug and weighed. A bed may be dug on several days.
	 *
	 * @param grossGrams on the scale, {@code soilGrams} of it earth and water
	 */
	record Harvested(@NotNull UUID id, @NotNull OffsetDateTime at, @NotNull @Code String by, @NotNull @Code String plot,
			@NotNull @Code String stand, @NotNull @Code String lot, @Grams long grossGrams,
			@Grams(least = 0) long soilGrams, @Min(0) @Max(1_000_000) int crates, @Text @Nullable String witness,
			@Valid @Nullable Evidence evidence) implements Growing {

		/** What counts: roots without soil. */
		public long netGrams() {
			return this.grossGrams - this.soilGrams;
		}

		@Override
		public Effect effect() {
			return Effect.growingFrom(this.stand)
				.into(List.of(NewLot.of(this.lot, LotKind.FRESH, "FRESH", netGrams())))
				.adding(netGrams())
				.in(this.plot);
		}

	}

	private static Effect planting(List<Portion> material, String stand, String plot) {
		Effect planting = Effect.taking(material);
		return planting.into(List.of(NewLot.stand(stand, plot))).losing(planting.inputGrams()).in(plot);
	}

}
