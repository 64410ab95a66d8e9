package org.shenyuan.growing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Effect.Portion;
import org.shenyuan.events.Evidence;
import org.shenyuan.events.Evidence.Position;
import org.shenyuan.events.Growing;
import org.shenyuan.events.Growing.FieldWorked;
import org.shenyuan.events.Growing.Harvested;
import org.shenyuan.events.Growing.SeedlingsLifted;
import org.shenyuan.events.Growing.Sown;
import org.shenyuan.events.Growing.Transplanted;
import org.shenyuan.web.Entered;
import org.shenyuan.web.Label;

/**
 * Any of the forms that a grower fills in beside a bed, as it was typed; each act uses
 * some of the fields. A phone keeps it in these words until the server has read it.
 *
 * @param id made by whoever showed the form, so that sending it twice records it once
 */
record FieldForm(@Nullable String id, @Label("form.at") @Nullable String at, @Label("field.plot") @Nullable String plot,
		@Label("field.stand") @Nullable String stand, @Label("field.seed") @Nullable String seed,
		@Label("field.seedlings") @Nullable String seedlings, @Label("form.lot") @Nullable String lot,
		@Nullable String unit, @Label("field.grams") @Nullable String grams,
		@Label("field.plants") @Nullable String plants, @Label("field.area") @Nullable String squareMetres,
		@Nullable String areaUnit, @Label("field.work") @Nullable String work,
		@Label("field.product") @Nullable String product, @Label("field.ingredient") @Nullable String activeIngredient,
		@Label("field.dose") @Nullable String dose, @Label("harvest.gross") @Nullable String grossGrams,
		@Label("harvest.soil") @Nullable String soilGrams, @Label("harvest.crates") @Nullable String crates,
		@Label("harvest.witness") @Nullable String witness, @Nullable String latitude, @Nullable String longitude,
		@Nullable String accuracy) {

	/** Units that are the same everywhere. */
	private static final Set<String> UNIVERSAL = Set.of("", "m2", "mu");

	/**
	 * What it says, with stand-ins for what could not be read, which {@code entered} then
	 * knows.
	 * @param plot the plot on which a crop stands
	 * @param units square metres of one local unit, by its name, on a plot and a day
	 * @param photos SHA-256 of each
	 */
	Growing event(Act act, Entered entered, String party, UnaryOperator<String> plot,
			BiFunction<String, LocalDate, Map<String, BigDecimal>> units, List<String> photos) {
		Evidence evidence = evidence(entered, photos);
		UUID made = entered.id(this.id);
		OffsetDateTime when = entered.time("at", this.at);
		return switch (act) {
			case SOW -> new Sown(made, when, party, entered.code("plot", this.plot), entered.code("stand", this.stand),
					portion("seed", this.seed, entered), area(entered, when, units), evidence);
			case LIFT -> {
				String bed = entered.code("stand", this.stand);
				yield new SeedlingsLifted(made, when, party, plot.apply(bed), bed, entered.code("lot", this.lot),
						entered.grams("grams", this.grams, this.unit), entered.whole("plants", zero(this.plants)),
						evidence);
			}
			case TRANSPLANT -> new Transplanted(made, when, party, entered.code("plot", this.plot),
					entered.code("stand", this.stand), portion("seedlings", this.seedlings, entered),
					entered.whole("plants", zero(this.plants)), area(entered, when, units), evidence);
			case WORK -> {
				String bed = entered.code("stand", this.stand);
				yield new FieldWorked(made, when, party, plot.apply(bed), bed, entered.code("work", this.work),
						entered.optional(this.product), entered.optional(this.activeIngredient),
						entered.optional(this.dose), evidence);
			}
			case HARVEST -> {
				String bed = entered.code("stand", this.stand);
				yield new Harvested(made, when, party, plot.apply(bed), bed, entered.code("lot", this.lot),
						entered.grams("grossGrams", this.grossGrams, this.unit),
						entered.grams("soilGrams", zero(this.soilGrams), this.unit),
						(int) Math.min(entered.whole("crates", zero(this.crates)), Integer.MAX_VALUE),
						entered.optional(this.witness), evidence);
			}
		};
	}

	/** Null when nobody measured. */
	private @Nullable Long area(Entered entered, OffsetDateTime when,
			BiFunction<String, LocalDate, Map<String, BigDecimal>> units) {
		if (entered.optional(this.squareMetres) == null) {
			return null;
		}
		String unit = Objects.requireNonNullElse(this.areaUnit, "");
		return UNIVERSAL.contains(unit) ? entered.squareMetres("squareMetres", this.squareMetres, unit)
				: entered.squareMetres("squareMetres", this.squareMetres, unit,
						units.apply(Objects.requireNonNullElse(this.plot, ""), when.toLocalDate()).get(unit));
	}

	/** Null when nothing was shown. */
	private @Nullable Evidence evidence(Entered entered, List<String> photos) {
		Position position = (entered.optional(this.latitude) == null) ? null
				: new Position(entered.number("latitude", this.latitude), entered.number("longitude", this.longitude),
						(int) Math.min(entered.whole("accuracy", this.accuracy), Integer.MAX_VALUE));
		return (photos.isEmpty() && position == null) ? null : new Evidence(photos.isEmpty() ? null : photos, position);
	}

	private List<Portion> portion(String field, @Nullable String typed, Entered entered) {
		return List.of(new Portion(entered.code(field, typed), entered.grams("grams", this.grams, this.unit)));
	}

	private static String zero(@Nullable String typed) {
		return (typed == null || typed.isBlank()) ? "0" : typed;
	}

	/** What is done beside a bed, in the order of a root's life. */
	enum Act {

		SOW("S", "sown"), LIFT("SL", "seedlingsLifted"), TRANSPLANT("T", "transplanted"), WORK("", "fieldWorked"),
		HARVEST("F", "harvested");

		private final String letter;

		private final String kind;

		Act(String letter, String kind) {
			this.letter = letter;
			this.kind = kind;
		}

		/** Begins the number of the lot that comes of it; empty when none does. */
		public String letter() {
			return this.letter;
		}

		/** Of the event. */
		public String kind() {
			return this.kind;
		}

	}

}
