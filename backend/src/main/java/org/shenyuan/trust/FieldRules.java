package org.shenyuan.trust;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Effect.Portion;
import org.shenyuan.events.Growing.Harvested;
import org.shenyuan.events.Growing.Sown;
import org.shenyuan.events.Growing.Transplanted;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.ledger.Check;
import org.shenyuan.ledger.Facts;
import org.shenyuan.ledger.Judgement;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Mass;
import org.shenyuan.ledger.Rule;
import org.shenyuan.ledger.Thing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a bed can bear, when it may be dug, and how long it rests. */
@Configuration(proxyBeanMethods = false)
class FieldRules {

	/**
	 * Rule {@code yield-cap}: everything dug from a stand so far, by square metre of bed.
	 */
	@Bean
	Check yieldCap() {
		return (event, facts, judgement) -> {
			if (!(event instanceof Harvested dug)) {
				return;
			}
			Lot stand = facts.lot(dug.stand());
			Thing plot = facts.thing(dug.plot());
			if (stand == null || plot == null || plot.number("bedSquareMetres") == 0) {
				return;
			}
			long area = plot.number("bedSquareMetres");
			long total = stand.yielded() + dug.netGrams();
			BigDecimal bearing = BigDecimal.valueOf(total).divide(BigDecimal.valueOf(area), 0, RoundingMode.HALF_UP);
			for (Rule rule : facts.rules("yield-cap", String.valueOf(plot.text("cultivation")), event)) {
				BigDecimal most = rule.number("mostGramsPerSquareMetre");
				judgement.weigh(rule, bearing.compareTo(most) <= 0, "harvest.yield", "grossGrams", "total",
						new Mass(total), "area", area, "perSquareMetre", new Mass(bearing.longValue()), "most",
						new Mass(most.longValue()));
			}
		};
	}

	/** Rule {@code pre-harvest-interval}: days between a spraying and the digging. */
	@Bean
	Check preHarvestInterval() {
		return (event, facts, judgement) -> {
			if (!(event instanceof Harvested dug)) {
				return;
			}
			LocalDate day = dug.at().toLocalDate();
			lastSprayings(facts.sprayings(dug.stand()), day).forEach((ingredient, sprayed) -> {
				for (Rule rule : facts.rules("pre-harvest-interval", event)) {
					if (!LimitRules.isListed(rule.subject(), ingredient)) {
						continue;
					}
					LocalDate earliest = sprayed
						.plusDays(rule.number("days").setScale(0, RoundingMode.CEILING).longValue());
					judgement.weigh(rule, !day.isBefore(earliest), "harvest.interval", "at", "activeIngredient",
							ingredient, "sprayed", sprayed.toString(), "days", rule.number("days"), "dug",
							day.toString(), "earliest", earliest.toString());
				}
			});
		};
	}

	/** By active ingredient the last day on which it was applied before the digging. */
	private static Map<String, LocalDate> lastSprayings(List<Facts.Spraying> sprayings, LocalDate dug) {
		return sprayings.stream()
			.filter((spraying) -> !spraying.day().isAfter(dug))
			.collect(Collectors.toMap((spraying) -> spraying.activeIngredient().toLowerCase(Locale.ROOT),
					Facts.Spraying::day, BinaryOperator.maxBy(Comparator.naturalOrder()), TreeMap::new));
	}

	/** Rule {@code density}: plants by square metre of bed. */
	@Bean
	Check density() {
		return (event, facts, judgement) -> {
			if (!(event instanceof Transplanted moved) || moved.plants() == 0) {
				return;
			}
			Thing plot = facts.thing(moved.plot());
			if (plot == null || plot.number("bedSquareMetres") == 0) {
				return;
			}
			long area = plot.number("bedSquareMetres");
			BigDecimal density = BigDecimal.valueOf(moved.plants())
				.divide(BigDecimal.valueOf(area), 1, RoundingMode.HALF_UP);
			for (Rule rule : facts.rules("density", String.valueOf(plot.text("cultivation")), event)) {
				judgement.weigh(rule, isBetween(density, rule), "plot.density", "plants", "plants", moved.plants(),
						"area", area, "perSquareMetre", density, "least", rule.number("least"), "most",
						rule.number("most"));
			}
		};
	}

	static boolean isBetween(BigDecimal value, Rule rule) {
		return value.compareTo(rule.number("least")) >= 0 && value.compareTo(rule.number("most")) <= 0;
	}

	/** Rule {@code rest-years}: years since ginseng was last dug on the plot. */
	@Bean
	Check rest() {
		return (event, facts, judgement) -> {
			switch (event) {
				case Sown sown -> rest(event, sown.plot(), facts, judgement);
				case Transplanted moved -> rest(event, moved.plot(), facts, judgement);
				default -> {
				}
			}
		};
	}

	private static void rest(TraceEvent event, String plot, Facts facts, Judgement judgement) {
		LocalDate last = facts.lastDug(plot);
		LocalDate day = event.at().toLocalDate();
		if (last == null || last.isAfter(day)) {
			return;
		}
		long years = ChronoUnit.YEARS.between(last, day);
		for (String species : species(event, facts)) {
			for (Rule rule : facts.rules("rest-years", species, event)) {
				boolean rested = BigDecimal.valueOf(years).compareTo(rule.number("leastYears")) >= 0;
				judgement.weigh(rule, rested, "plot.rest", "plot", "plot", plot, "dug", last.toString(), "years", years,
						"least", rule.number("leastYears"));
			}
		}
	}

	private static Set<String> species(TraceEvent event, Facts facts) {
		Set<String> species = new TreeSet<>();
		for (Portion in : event.effect().inputs()) {
			@Nullable Lot lot = facts.lot(in.lot());
			if (lot != null) {
				species.add(lot.species());
			}
		}
		return species;
	}

}
