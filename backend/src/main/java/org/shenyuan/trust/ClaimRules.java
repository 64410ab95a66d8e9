package org.shenyuan.trust;

import java.math.BigDecimal;
import java.util.List;

import org.shenyuan.events.Labelling.Claimed;
import org.shenyuan.events.Labelling.LabelsIssued;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.ledger.Check;
import org.shenyuan.ledger.Claims;
import org.shenyuan.ledger.Facts;
import org.shenyuan.ledger.Judgement;
import org.shenyuan.ledger.Rule;
import org.shenyuan.vocabulary.Terms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a lot cannot claim cannot be printed. */
@Configuration(proxyBeanMethods = false)
class ClaimRules {

	@Bean
	Check labelClaims(Terms terms) {
		return (event, facts, judgement) -> {
			if (!(event instanceof LabelsIssued issued) || issued.claims() == null) {
				return;
			}
			Claims claims = facts.claims(issued.lot());
			if (claims != null) {
				age(issued.claims(), claims, judgement);
				food(issued.claims(), terms.market(issued.claims().market()), claims, event, facts, judgement);
				gi(issued.claims(), claims, event, facts, judgement);
				if (issued.claims().organic() && !claims.organic()) {
					judgement.refuse("claim.organic", "claims.organic");
				}
			}
		};
	}

	/** As old as its youngest root. */
	private static void age(Claimed wish, Claims claims, Judgement judgement) {
		Integer seasons = wish.seasons();
		if (seasons != null && (claims.youngest() == null || claims.youngest() < seasons)) {
			judgement.refuse("claim.age", "claims.seasons", "asked", seasons, "youngest",
					(claims.youngest() != null) ? claims.youngest() : "?");
		}
	}

	/**
	 * Rule {@code food-gate}: as food only what is young enough where it is to be sold,
	 * and cultivated. The market has a rule {@code label-wording}, which is printed.
	 */
	private static void food(Claimed wish, String market, Claims claims, TraceEvent event, Facts facts,
			Judgement judgement) {
		if (!wish.food()) {
			return;
		}
		List<Rule> gates = facts.rules("food-gate", claims.species(), event)
			.stream()
			.filter((gate) -> gate.text("market").equals(market))
			.toList();
		if (gates.isEmpty()) {
			judgement.refuse("claim.food.species", "claims.food", "species", claims.species(), "market", market);
		}
		for (Rule rule : gates) {
			Integer oldest = claims.oldest();
			BigDecimal most = rule.numbers().get("mostSeasons");
			boolean young = most == null || (oldest != null && BigDecimal.valueOf(oldest).compareTo(most) <= 0);
			boolean edible = young && !claims.cultivations().contains(rule.text("excludedCultivation"));
			judgement.weigh(rule, edible, "claim.food", "claims.food", "oldest", (oldest != null) ? oldest : "?",
					"most", (most != null) ? most : "–", "source", rule.source());
			if (facts.rules("label-wording", market, event).isEmpty()) {
				judgement.refuse("claim.food.wording", "claims.food", "market", market);
			}
		}
	}

	/**
	 * Rules {@code gi-condition} of the species and {@code gi-county}: every gram from a
	 * county of the protected area.
	 */
	private static void gi(Claimed wish, Claims claims, TraceEvent event, Facts facts, Judgement judgement) {
		if (!wish.gi()) {
			return;
		}
		List<Rule> conditions = facts.rules("gi-condition", claims.species(), event);
		if (conditions.isEmpty()) {
			judgement.refuse("claim.gi.species", "claims.gi", "species", claims.species());
		}
		List<String> outside = claims.counties()
			.stream()
			.filter((county) -> facts.rules("gi-county", county, event).isEmpty())
			.toList();
		for (Rule rule : conditions) {
			boolean inside = outside.isEmpty() && claims.traced().compareTo(rule.number("leastTracedPercent")) >= 0;
			judgement.weigh(rule, inside, "claim.gi", "claims.gi", "counties", inside ? claims.counties() : outside,
					"traced", claims.traced(), "least", rule.number("leastTracedPercent"));
		}
	}

}
