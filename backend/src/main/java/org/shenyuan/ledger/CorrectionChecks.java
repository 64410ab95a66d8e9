package org.shenyuan.ledger;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.shenyuan.events.Amending;
import org.shenyuan.events.Amending.Corrected;
import org.shenyuan.events.Holding;
import org.shenyuan.events.Holding.Released;
import org.shenyuan.events.NewLot;
import org.shenyuan.events.TraceEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What may be taken back, and what may be set free. */
@Configuration(proxyBeanMethods = false)
class CorrectionChecks {

	private static final Set<String> WATCHING = Set.of("AUTHORITY", "EXPERT", "LABORATORY");

	/**
	 * An event is taken back once, by the party that recorded it, while nothing stands on
	 * it.
	 */
	@Bean
	Check correction() {
		return (event, facts, refusals) -> {
			if (event instanceof Corrected correction) {
				judge(correction, facts, refusals);
			}
		};
	}

	/**
	 * A hold is placed on goods in hand, or by the authority; only what is held is
	 * released.
	 */
	@Bean
	Check hold() {
		return (event, facts, refusals) -> {
			if (!(event instanceof Holding holding)) {
				return;
			}
			Lot lot = facts.lot(holding.lot());
			if (lot == null) {
				return;
			}
			if (event instanceof Released != lot.held()) {
				refusals.refuse(lot.held() ? "hold.already" : "hold.none", "lot", "lot", lot.id());
			}
			Thing party = facts.thing(event.by());
			boolean watches = party != null && party.roles().stream().anyMatch(WATCHING::contains);
			if (!watches && !lot.holder().equals(event.by())) {
				refusals.refuse("lot.custody", "lot", "lot", lot.id(), "party", event.by());
			}
		};
	}

	private static void judge(Corrected correction, Facts facts, Refusals refusals) {
		for (UUID other : Objects.requireNonNullElse(correction.replacedBy(), List.<UUID>of())) {
			if (other.equals(correction.event()) || other.equals(correction.id())) {
				refusals.refuse("correction.self", "replacedBy", "id", other.toString());
			}
			else if (!facts.isThere(other)) {
				refusals.refuse("unknown.event", "replacedBy", "id", other.toString());
			}
		}
		TraceEvent wrong = facts.event(correction.event());
		if (wrong == null) {
			refusals.refuse("unknown.event", "event", "id", correction.event().toString());
			return;
		}
		if (facts.isCorrected(wrong.id())) {
			refusals.refuse("correction.again", "event", "id", wrong.id().toString());
		}
		if (!wrong.by().equals(correction.by())) {
			refusals.refuse("correction.party", "by", "party", wrong.by());
		}
		if (!Amending.canTakeBack(wrong.getClass())) {
			refusals.refuse("correction.kind", "event", "kind", wrong.kind());
		}
		for (NewLot out : wrong.effect().outputs()) {
			Lot lot = facts.lot(out.id());
			if (lot != null && !lot.voided() && isUsed(lot)) {
				refusals.refuse("correction.used", "event", "lot", lot.id(), "left", new Mass(lot.left()), "made",
						new Mass(lot.grams()));
			}
		}
	}

	private static boolean isUsed(Lot lot) {
		return lot.left() != lot.grams() || lot.labelled() != 0 || lot.yielded() != 0;
	}

}
