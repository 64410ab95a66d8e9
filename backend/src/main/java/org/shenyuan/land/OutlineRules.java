package org.shenyuan.land;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.LandSurvey;
import org.shenyuan.events.Registering.ParcelRegistered;
import org.shenyuan.events.Registering.PlotRegistered;
import org.shenyuan.events.Role;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.geometry.FaultyOutline;
import org.shenyuan.geometry.Outline;
import org.shenyuan.ledger.Check;
import org.shenyuan.ledger.Facts;
import org.shenyuan.ledger.Judgement;
import org.shenyuan.ledger.Land;
import org.shenyuan.ledger.Rule;
import org.shenyuan.ledger.Survey;
import org.shenyuan.ledger.Thing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Whether an outline can be where it says. A fault of the shape makes the rest
 * meaningless, so it is all that is said then.
 */
@Configuration(proxyBeanMethods = false)
class OutlineRules {

	private static final String FIELD = "outline";

	private static final String ANY = "ANY";

	private static final Set<Role> MAY_COMPARE = Set.of(Role.AUTHORITY, Role.ADMINISTRATOR);

	@Bean
	Check outlines() {
		return (event, facts, judgement) -> {
			if (facts.author().roles().stream().noneMatch(MAY_COMPARE::contains)) {
				// Is refused anyway, and must not learn from it where others have land.
				return;
			}
			Judged judged = new Judged(event, facts, judgement);
			switch (event) {
				case LandSurvey survey when survey.outline() != null -> judged.parcel(survey, survey.outline());
				case PlotRegistered plot when plot.outline() != null -> judged.plot(plot, plot.outline());
				default -> {
				}
			}
		};
	}

	/** One outline, and all that is held against it. */
	private record Judged(TraceEvent event, Facts facts, Judgement judgement) {

		void parcel(LandSurvey survey, String text) {
			Outline outline = inPlace(text, county(survey));
			if (outline != null) {
				area(outline, survey.squareMetres());
				List<Outline> reference = reference(survey.parcel());
				if (!reference.isEmpty()) {
					earlier(outline, reference);
				}
				overlaps(outline, survey, survey.convertedFrom() == null);
			}
		}

		void plot(PlotRegistered plot, String text) {
			Thing base = this.facts.thing(plot.base());
			Outline outline = inPlace(text, (base != null) ? String.valueOf(base.text("county")) : "");
			Optional<Outline> ground = Optional.ofNullable(plot.parcel())
				.flatMap((parcel) -> this.facts.land().lastDrawn(parcel))
				.map(Survey::outline);
			if (outline != null && ground.isPresent()) {
				within(outline, ground.get(), String.valueOf(plot.parcel()));
			}
		}

		/** The outline when it is sound and lies in its county. */
		private @Nullable Outline inPlace(String text, String county) {
			try {
				Outline outline = Outline.read(text);
				FaultyOutline fault = outline.fault();
				boolean sound = isIn(outline, county);
				if (fault != null) {
					throw fault;
				}
				return sound ? outline : null;
			}
			catch (FaultyOutline fault) {
				this.judgement.refuse(fault.key(), FIELD, fault.namesAndValues());
				return null;
			}
		}

		/** Rule {@code county-box}: the rectangle of degrees around a county. */
		private boolean isIn(Outline outline, String county) {
			boolean within = true;
			for (Rule rule : this.facts.rules("county-box", county, this.event)) {
				boolean inside = isIn(outline, rule);
				boolean turned = !inside && isIn(outline.swapped(), rule);
				within &= inside;
				this.judgement.weigh(rule, inside, !turned ? "outline.outside" : "outline.swapped", FIELD, "centre",
						outline.centre().toString(), "county", county, "west", rule.number("west"), "east",
						rule.number("east"), "south", rule.number("south"), "north", rule.number("north"));
			}
			return within;
		}

		/** Rule {@code outline-area}: what was declared against what was drawn. */
		private void area(Outline outline, long declared) {
			double drawn = outline.squareMetres();
			BigDecimal difference = LandRules.percent(Math.abs(drawn - declared), (double) declared);
			for (Rule rule : this.facts.rules("outline-area", ANY, this.event)) {
				BigDecimal most = rule.number("mostPercent");
				this.judgement.weigh(rule, difference.compareTo(most) <= 0, "parcel.area", "squareMetres", "declared",
						declared, "drawn", Math.round(drawn), "difference", difference, "most", most);
			}
		}

		/**
		 * Rule {@code datum-shift}: the displaced datum GCJ-02 is only known by what it
		 * should have matched. An outline that misses its earlier one, and meets it once
		 * it is shifted back, was drawn on a displaced map.
		 */
		private void earlier(Outline outline, List<Outline> reference) {
			BigDecimal asSent = match(outline, reference);
			BigDecimal shifted = match(outline.fromGcj02(), reference);
			boolean displaced = false;
			for (Rule rule : this.facts.rules("datum-shift", ANY, this.event)) {
				boolean suspect = shifted.compareTo(rule.number("leastPercent")) >= 0
						&& shifted.subtract(asSent).compareTo(rule.number("leastGainPercent")) >= 0;
				displaced |= suspect;
				this.judgement.weigh(rule, !suspect, "parcel.datum", FIELD, "metres", metres(outline, reference),
						"asSent", asSent, "shifted", shifted);
			}
			for (Rule rule : this.facts.rules("parcel-moved", ANY, this.event)) {
				this.judgement.weigh(rule, displaced || asSent.compareTo(rule.number("leastPercent")) >= 0,
						"parcel.moved", FIELD, "metres", metres(outline, reference), "asSent", asSent, "least",
						rule.number("leastPercent"));
			}
		}

		/** Rule {@code plot-within}: a plot lies on its parcel. */
		private void within(Outline plot, Outline parcel, String id) {
			BigDecimal asSent = LandRules.percent(plot.squareMetresSharedWith(parcel), plot.squareMetres());
			Outline shifted = plot.fromGcj02();
			BigDecimal moved = LandRules.percent(shifted.squareMetresSharedWith(parcel), plot.squareMetres());
			for (Rule rule : this.facts.rules("plot-within", ANY, this.event)) {
				BigDecimal least = rule.number("leastPercent");
				boolean inside = asSent.compareTo(least) >= 0;
				boolean displaced = !inside && moved.compareTo(least) >= 0;
				this.judgement.weigh(rule, inside, !displaced ? "plot.within" : "plot.datum", FIELD, "parcel", id,
						"asSent", asSent, "least", least, "shifted", moved);
			}
		}

		/** Rule {@code parcel-overlap}: two parcels of a round on the same ground. */
		private void overlaps(Outline outline, LandSurvey survey, boolean mayBeDisplaced) {
			Land land = this.facts.land();
			for (Survey other : land.around(outline, survey)) {
				Outline there = other.outline();
				double shared = (there != null) ? outline.squareMetresSharedWith(there) : 0;
				if (there == null || shared <= 0) {
					continue;
				}
				BigDecimal share = LandRules.percent(shared, Math.min(outline.squareMetres(), there.squareMetres()));
				boolean displaced = mayBeDisplaced && outline.fromGcj02().squareMetresSharedWith(there) <= 0;
				for (Rule rule : this.facts.rules("parcel-overlap", ANY, this.event)) {
					boolean apart = share.compareTo(rule.number("mostPercent")) <= 0;
					this.judgement.weigh(rule, apart, (apart || !displaced) ? "parcel.overlap" : "parcel.overlap.datum",
							FIELD, "other", other.parcel(), "squareMetres", Math.round(shared), "share", share, "most",
							rule.number("mostPercent"));
				}
			}
		}

		/** What this parcel was drawn as before, else the plots on it. */
		private List<Outline> reference(String parcel) {
			return this.facts.land()
				.lastDrawn(parcel)
				.map(Survey::outline)
				.map(List::of)
				.orElseGet(() -> this.facts.land()
					.plotsOn(parcel)
					.stream()
					.flatMap((plot) -> Optional.ofNullable(plot.outline()).stream())
					.toList());
		}

		private String county(LandSurvey survey) {
			if (survey instanceof ParcelRegistered parcel) {
				return parcel.county();
			}
			Thing parcel = this.facts.thing(survey.parcel());
			return (parcel != null) ? String.valueOf(parcel.text("county")) : "";
		}

		private static boolean isIn(Outline outline, Rule box) {
			return outline.isWithin(box.number("west").doubleValue(), box.number("south").doubleValue(),
					box.number("east").doubleValue(), box.number("north").doubleValue());
		}

		/** Per cent of the reference that the outline covers. */
		private static BigDecimal match(Outline outline, List<Outline> reference) {
			return LandRules.percent(reference.stream().mapToDouble(outline::squareMetresSharedWith).sum(),
					reference.stream().mapToDouble(Outline::squareMetres).sum());
		}

		private static long metres(Outline outline, List<Outline> reference) {
			return Math.round(outline.centre().metresTo(reference.getFirst().centre()));
		}

	}

}
