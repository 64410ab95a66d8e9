package org.shenyuan.trust;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.shenyuan.events.Documenting.ConformityDeclared;
import org.shenyuan.events.LotKind;
import org.shenyuan.events.Trading.Shipped;
import org.shenyuan.events.Trading.Shipped.Line;
import org.shenyuan.ledger.Check;
import org.shenyuan.ledger.Claims;
import org.shenyuan.ledger.Conformity;
import org.shenyuan.ledger.Facts;
import org.shenyuan.ledger.Judgement;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Rule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * 承诺达标合格证: a promise about one batch of one producer, which ends when the batch is put
 * together with another's.
 */
@Configuration(proxyBeanMethods = false)
class ConformityRules {

	private static final Set<LotKind> BATCHES = EnumSet.of(LotKind.FRESH, LotKind.PACKED);

	/** Promised of goods in hand that nothing speaks against. */
	@Bean
	Check declaration() {
		return (event, facts, judgement) -> {
			if (!(event instanceof ConformityDeclared declared)) {
				return;
			}
			Lot lot = facts.lot(declared.lot());
			if (lot == null) {
				return;
			}
			if (!BATCHES.contains(lot.kind())) {
				judgement.refuse("lot.kind", "lot", "lot", lot.id(), "is", lot.kind(), "needed",
						BATCHES.stream().toList());
			}
			if (!lot.holder().equals(declared.by())) {
				judgement.refuse("lot.custody", "lot", "lot", lot.id(), "party", declared.by());
			}
			if (!facts.holdsOn(lot.id()).isEmpty()) {
				judgement.refuse("lot.held", "lot", "holds", facts.holdsOn(lot.id()).stream().toList());
			}
		};
	}

	/** What a shipping paper says of certificates is true of the goods. */
	@Bean
	Check conformity() {
		return (event, facts, judgement) -> {
			if (event instanceof Shipped shipped) {
				shipped.lines().forEach((line) -> ship(shipped, line, facts, judgement));
			}
		};
	}

	/** Rules {@code conformity-duty} and {@code conformity-mixing}. */
	private static void ship(Shipped shipped, Line line, Facts facts, Judgement judgement) {
		Lot lot = facts.lot(line.lot());
		for (Rule rule : facts.rules("conformity-duty", (lot != null) ? lot.product() : "", shipped)) {
			judgement.weigh(rule, line.conformity() != null, "conformity.missing", "lines", "lot", line.lot());
		}
		Claims claims = facts.claims(line.lot());
		if (line.conformity() == null || claims == null) {
			return;
		}
		Conformity conformity = claims.conformity();
		List<Rule> mixing = facts.rules("conformity-mixing", shipped);
		for (Rule rule : mixing) {
			judgement.weigh(rule, !conformity.isMixed(), "conformity.mixed", "lines", "number", line.conformity(),
					"lot", line.lot(), "lots", conformity.lots(), "producers",
					conformity.producers().stream().toList());
		}
		if ((mixing.isEmpty() || !conformity.isMixed()) && !conformity.has(line.conformity())) {
			judgement.refuse("conformity.none", "lines", "number", line.conformity(), "lot", line.lot());
		}
	}

}
