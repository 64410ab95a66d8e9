package org.shenyuan.making;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

import org.shenyuan.events.Effect.Portion;
import org.shenyuan.events.LotKind;
import org.shenyuan.events.Making.Packed;
import org.shenyuan.events.Making.Processed;
import org.shenyuan.events.Making.Regrouped;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.events.Trading.Purchased;
import org.shenyuan.events.Trading.Received;
import org.shenyuan.events.Trading.Shipped;
import org.shenyuan.ledger.Check;
import org.shenyuan.ledger.Facts;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Mass;
import org.shenyuan.ledger.Refusals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which lots may go into what. */
@Configuration(proxyBeanMethods = false)
class MakingChecks {

	private static final Set<LotKind> ROOTS = EnumSet.of(LotKind.FRESH, LotKind.PROCESSED, LotKind.PACKED);

	private static final Set<LotKind> GOODS = EnumSet.complementOf(EnumSet.of(LotKind.STAND));

	@Bean
	Check ingredients() {
		return (event, facts, refusals) -> {
			switch (event) {
				case Processed run -> requireKind(event, facts, refusals, ROOTS);
				case Packed packed -> {
					requireKind(event, facts, refusals, ROOTS);
					requireOneProduct(event, facts, refusals);
				}
				case Regrouped group -> {
					requireKind(event, facts, refusals, GOODS);
					requireOneProduct(event, facts, refusals);
				}
				case Shipped shipped -> requireKind(event, facts, refusals, GOODS);
				case Purchased bought when bought.lotKind() == LotKind.STAND || bought.lotKind() == LotKind.PACKED ->
					refusals.refuse("purchase.kind", "lotKind", "kind", bought.lotKind());
				default -> {
				}
			}
		};
	}

	/** What arrives is what was sent: all of it, and a difference has a reason. */
	@Bean
	Check receipt() {
		return (event, facts, refusals) -> {
			if (!(event instanceof Received received)) {
				return;
			}
			Lot lot = facts.lot(received.lot());
			if (lot != null && !lot.inTransit()) {
				refusals.refuse("receipt.transit", "lot", "lot", lot.id());
			}
			else if (lot != null && lot.left() != received.declaredGrams()) {
				refusals.refuse("receipt.declared", "declaredGrams", "lot", lot.id(), "shipped", new Mass(lot.left()),
						"given", new Mass(received.declaredGrams()));
			}
		};
	}

	private static void requireKind(TraceEvent event, Facts facts, Refusals refusals, Set<LotKind> kinds) {
		for (Portion in : event.effect().inputs()) {
			Lot lot = facts.lot(in.lot());
			if (lot != null && !kinds.contains(lot.kind())) {
				refusals.refuse("lot.kind", "inputs", "lot", lot.id(), "is", lot.kind(), "needed", kinds);
			}
		}
	}

	private static void requireOneProduct(TraceEvent event, Facts facts, Refusals refusals) {
		Set<String> products = new TreeSet<>();
		for (Portion in : event.effect().inputs()) {
			Lot lot = facts.lot(in.lot());
			if (lot != null) {
				products.add(lot.kind() + " " + lot.product());
			}
		}
		if (products.size() > 1) {
			refusals.refuse("product.mixed", "inputs", "products", products.stream().toList());
		}
	}

}
