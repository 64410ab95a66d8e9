package org.shenyuan.growing;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Effect.Portion;
import org.shenyuan.events.Growing.FieldWorked;
import org.shenyuan.events.Growing.Harvested;
import org.shenyuan.events.Growing.SeedRegistered;
import org.shenyuan.events.Growing.SeedlingsLifted;
import org.shenyuan.events.Growing.Sown;
import org.shenyuan.events.Growing.Transplanted;
import org.shenyuan.events.LotKind;
import org.shenyuan.ledger.Check;
import org.shenyuan.ledger.Facts;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Refusals;
import org.shenyuan.ledger.Thing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Seed is sown, seedlings are planted on, and only what stands on a plot is dug from it.
 */
@Configuration(proxyBeanMethods = false)
class GrowingChecks {

	@Bean
	Check material() {
		return (event, facts, refusals) -> {
			switch (event) {
				case Sown sown -> {
					requireKind(facts, refusals, sown.seed(), LotKind.SEED, "seed");
					requireRoom(facts, refusals, sown.plot(), sown.squareMetres());
				}
				case Transplanted moved -> {
					requireKind(facts, refusals, moved.seedlings(), LotKind.SEEDLING, "seedlings");
					requireRoom(facts, refusals, moved.plot(), moved.squareMetres());
				}
				default -> {
				}
			}
		};
	}

	@Bean
	Check stand() {
		return (event, facts, refusals) -> {
			switch (event) {
				case Harvested dug -> requireStand(facts, refusals, dug.stand(), dug.plot(), dug.by());
				case SeedlingsLifted lifted ->
					requireStand(facts, refusals, lifted.stand(), lifted.plot(), lifted.by());
				case FieldWorked work -> requireStand(facts, refusals, work.stand(), work.plot(), work.by());
				default -> {
				}
			}
		};
	}

	/** Soil is part of what was on the scale. */
	@Bean
	Check soil() {
		return (event, facts, refusals) -> {
			if (event instanceof Harvested dug && dug.soilGrams() >= dug.grossGrams()) {
				refusals.refuse("harvest.soil", "soilGrams", "gross", dug.grossGrams(), "soil", dug.soilGrams());
			}
		};
	}

	/** A seed lot is of its variety's species. */
	@Bean
	Check register() {
		return (event, facts, refusals) -> {
			if (event instanceof SeedRegistered seed) {
				Thing variety = facts.thing(seed.variety());
				if (variety != null && !seed.species().equals(variety.text("species"))) {
					refusals.refuse("seed.species", "species", "variety", seed.variety(), "species",
							String.valueOf(variety.text("species")), "given", seed.species());
				}
			}
		};
	}

	private static void requireKind(Facts facts, Refusals refusals, List<Portion> portions, LotKind kind,
			String field) {
		for (Portion portion : portions) {
			Lot lot = facts.lot(portion.lot());
			if (lot != null && lot.kind() != kind) {
				refusals.refuse("lot.kind", field, "lot", lot.id(), "is", lot.kind(), "needed", kind);
			}
		}
	}

	/** No more is planted than the plot has beds. */
	private static void requireRoom(Facts facts, Refusals refusals, String plot, @Nullable Long squareMetres) {
		Thing thing = facts.thing(plot);
		if (squareMetres != null && thing != null && squareMetres > thing.number("bedSquareMetres")) {
			refusals.refuse("field.area", "squareMetres", "given", squareMetres, "plot", plot, "beds",
					thing.number("bedSquareMetres"));
		}
	}

	private static void requireStand(Facts facts, Refusals refusals, String stand, String plot, String party) {
		Lot lot = facts.lot(stand);
		if (lot == null) {
			return;
		}
		if (lot.kind() != LotKind.STAND) {
			refusals.refuse("lot.kind", "stand", "lot", lot.id(), "is", lot.kind(), "needed", LotKind.STAND);
		}
		else if (!plot.equals(lot.plot())) {
			refusals.refuse("stand.plot", "plot", "stand", stand, "plot", String.valueOf(lot.plot()), "given", plot);
		}
		if (!lot.holder().equals(party)) {
			refusals.refuse("lot.custody", "stand", "lot", stand, "party", party);
		}
	}

}
