package org.shenyuan.trust;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import org.shenyuan.events.Making.Processed;
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
	 * Rule {@code dry-ratio}: roots as dug for what comes out, over all steps up to this
	 * one.
	 */
	@Bean
	Check dryRatio() {
		return (event, facts, judgement) -> {
			if (!(event instanceof Processed run) || run.effect().outputGrams() == 0) {
				return;
			}
			long fresh = Math.round(facts.fresh(run.inputs()));
			long dry = run.effect().outputGrams();
			BigDecimal ratio = BigDecimal.valueOf(fresh).divide(BigDecimal.valueOf(dry), 2, RoundingMode.HALF_UP);
			for (Rule rule : (fresh > 0) ? facts.rules("dry-ratio", run.process(), event) : List.<Rule>of()) {
				judgement.weigh(rule, FieldRules.isBetween(ratio, rule), "process.ratio", "outputs", "fresh",
						new Mass(fresh), "dry", new Mass(dry), "ratio", ratio, "least", rule.number("least"), "most",
						rule.number("most"));
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

}
