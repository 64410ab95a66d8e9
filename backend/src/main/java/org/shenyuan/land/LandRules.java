package org.shenyuan.land;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.shenyuan.events.LandSurvey;
import org.shenyuan.events.Registering.PlotRegistered;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.ledger.Check;
import org.shenyuan.ledger.Facts;
import org.shenyuan.ledger.Judgement;
import org.shenyuan.ledger.Land;
import org.shenyuan.ledger.Rule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How land is graded, and what may lie on it. */
@Configuration(proxyBeanMethods = false)
class LandRules {

	private static final String ANY = "ANY";

	/** Rule {@code land-grade}: which grades a suitability level has. */
	@Bean
	Check landGrade() {
		return (event, facts, judgement) -> {
			if (event instanceof LandSurvey survey) {
				BigDecimal grade = BigDecimal.valueOf(survey.grade());
				for (Rule rule : facts.rules("land-grade", String.valueOf(survey.level()), event)) {
					BigDecimal least = rule.number("leastGrade");
					BigDecimal most = rule.number("mostGrade");
					judgement.weigh(rule, grade.compareTo(least) >= 0 && grade.compareTo(most) <= 0, "parcel.grade",
							"grade", "level", survey.level(), "grade", grade, "least", least, "most", most);
				}
			}
		};
	}

	/** A survey is recorded after it was made. */
	@Bean
	Check surveyDay() {
		return (event, facts, judgement) -> {
			if (event instanceof LandSurvey survey && survey.surveyed().isAfter(event.at().toLocalDate())) {
				judgement.refuse("parcel.surveyed", "surveyed", "surveyed", survey.surveyed().toString(), "at",
						event.at().toLocalDate().toString());
			}
		};
	}

	/** Rule {@code plot-status}: what kind of parcel a plot lies on. */
	@Bean
	Check plotStatus() {
		return (event, facts, judgement) -> {
			if (event instanceof PlotRegistered plot && plot.parcel() != null) {
				facts.land().latest(plot.parcel()).ifPresent((parcel) -> {
					for (Rule rule : facts.rules("plot-status", parcel.status(), event)) {
						judgement.weigh(rule, false, "plot.status", "parcel", "parcel", parcel.parcel(), "status",
								parcel.status(), "round", parcel.round(), "surveyed", parcel.surveyed().toString());
					}
				});
			}
		};
	}

	/** Rule {@code bed-share}: the beds on a parcel against the parcel. */
	@Bean
	Check bedShare() {
		return (event, facts, judgement) -> {
			if (event instanceof PlotRegistered plot && plot.parcel() != null) {
				facts.land()
					.latest(plot.parcel())
					.ifPresent((parcel) -> compare("bed-share", "bedSquareMetres", beds(facts, parcel.parcel()),
							plot.bedSquareMetres(), parcel.parcel(), parcel.squareMetres(), event, facts, judgement));
			}
			if (event instanceof LandSurvey survey) {
				compare("surveyed-bed-share", "squareMetres", beds(facts, survey.parcel()), 0, survey.parcel(),
						survey.squareMetres(), event, facts, judgement);
			}
		};
	}

	private static long beds(Facts facts, String parcel) {
		return facts.land().plotsOn(parcel).stream().mapToLong(Land.Plot::bedSquareMetres).sum();
	}

	private static void compare(String kind, String field, long before, long added, String parcel, long area,
			TraceEvent event, Facts facts, Judgement judgement) {
		BigDecimal share = percent((double) before + added, (double) area);
		for (Rule rule : facts.rules(kind, ANY, event)) {
			BigDecimal most = rule.number("mostPercent");
			judgement.weigh(rule, share.compareTo(most) <= 0, "plot.beds", field, "parcel", parcel, "area", area,
					"before", before, "added", added, "share", share, "most", most);
		}
	}

	static BigDecimal percent(double part, double whole) {
		return BigDecimal.valueOf(100 * part / whole).setScale(2, RoundingMode.HALF_UP);
	}

}
