package org.shenyuan.trust;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.LotKind;
import org.shenyuan.events.Making.Processed;
import org.shenyuan.events.Ruling.RuleRetired;
import org.shenyuan.events.Ruling.RuleSet;
import org.shenyuan.events.Ruling.SignedOff;
import org.shenyuan.events.Trading.Received;
import org.shenyuan.ledger.Check;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Mass;
import org.shenyuan.ledger.Rule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What becomes of roots, and what is said of them. */
@Configuration(proxyBeanMethods = false)
class GoodsRules {

	/**
	 * Rule {@code dry-ratio}: fresh mass for dry, where a process takes fresh roots
	 * alone.
	 */
	@Bean
	Check dryRatio() {
		return (event, facts, judgement) -> {
			if (!(event instanceof Processed run) || run.effect().outputGrams() == 0
					|| !run.inputs().stream().allMatch((in) -> isFresh(facts.lot(in.lot())))) {
				return;
			}
			long fresh = run.effect().inputGrams();
			long dry = run.effect().outputGrams();
			BigDecimal ratio = BigDecimal.valueOf(fresh).divide(BigDecimal.valueOf(dry), 2, RoundingMode.HALF_UP);
			for (Rule rule : facts.rules("dry-ratio", run.process(), event)) {
				boolean within = ratio.compareTo(rule.number("least")) >= 0
						&& ratio.compareTo(rule.number("most")) <= 0;
				judgement.weigh(rule, within, "process.ratio", "outputs", "fresh", new Mass(fresh), "dry",
						new Mass(dry), "ratio", ratio, "least", rule.number("least"), "most", rule.number("most"));
			}
		};
	}

	/** Rule {@code receipt-tolerance}: a difference above it has a reason. */
	@Bean
	Check receiptTolerance() {
		return (event, facts, judgement) -> {
			if (!(event instanceof Received received)) {
				return;
			}
			long difference = Math.abs(received.weighedGrams() - received.declaredGrams());
			BigDecimal percent = BigDecimal.valueOf(difference)
				.scaleByPowerOfTen(2)
				.divide(BigDecimal.valueOf(received.declaredGrams()), 2, RoundingMode.HALF_UP);
			for (Rule rule : facts.rules("receipt-tolerance", event)) {
				boolean explained = received.reason() != null || percent.compareTo(rule.number("mostPercent")) <= 0;
				judgement.weigh(rule, explained, "receipt.reason", "reason", "declared",
						new Mass(received.declaredGrams()), "weighed", new Mass(received.weighedGrams()), "percent",
						percent, "most", rule.number("mostPercent"));
			}
		};
	}

	/** A rule is set once, and ended or signed off only when there is one. */
	@Bean
	Check ruling() {
		return (event, facts, judgement) -> {
			switch (event) {
				case RuleSet set when facts.rule(set.rule()) != null ->
					judgement.refuse("rule.exists", "rule", "rule", set.rule());
				case RuleRetired retired when facts.rule(retired.rule()) == null ->
					judgement.refuse("unknown.rule", "rule", "id", retired.rule());
				case RuleRetired retired when retired.validTo().isBefore(retired.at().toLocalDate().minusDays(1)) ->
					judgement.refuse("rule.past", "validTo", "validTo", retired.validTo().toString(), "at",
							retired.at().toString());
				case SignedOff signed when facts.rule(signed.rule()) == null ->
					judgement.refuse("unknown.rule", "rule", "id", signed.rule());
				default -> {
				}
			}
		};
	}

	private static boolean isFresh(@Nullable Lot lot) {
		return lot != null && lot.kind() == LotKind.FRESH;
	}

}
