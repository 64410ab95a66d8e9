package org.shenyuan.ledger;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.shenyuan.events.Amending.Adjusted;
import org.shenyuan.events.Amending.Corrected;
import org.shenyuan.events.Effect;
import org.shenyuan.events.Effect.Portion;
import org.shenyuan.events.Labelling;
import org.shenyuan.events.LotKind;
import org.shenyuan.events.Making.Processed;
import org.shenyuan.events.NewLot;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.events.Trading;
import org.shenyuan.events.Trading.Received;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is taken is there, in hand, free, and as much as it gives. */
@Configuration(proxyBeanMethods = false)
class MassChecks {

	/** Inputs + added = outputs + lost, and every output weighs something. */
	@Bean
	Check conservation() {
		return (event, facts, refusals) -> {
			Effect effect = event.effect();
			long in = effect.inputGrams() + effect.addedGrams();
			long out = effect.outputGrams() + effect.lostGrams();
			if (in != out) {
				refusals.refuse("mass.conservation", null, "in", new Mass(in), "out", new Mass(out), "difference",
						new Mass(Math.abs(in - out)));
			}
			for (NewLot lot : effect.outputs()) {
				if (lot.grams() < 0 || (lot.grams() == 0 && lot.kind() != LotKind.STAND)) {
					refusals.refuse("mass.nothing", "lot", "lot", lot.id(), "made", new Mass(lot.grams()));
				}
			}
		};
	}

	/** Every lot named exists, is in the party's hands, and holds as much as is taken. */
	@Bean
	Check custody() {
		return (event, facts, refusals) -> {
			Map<String, Long> wanted = new HashMap<>();
			event.effect().inputs().forEach((in) -> wanted.merge(in.lot(), in.grams(), Long::sum));
			for (Portion in : event.effect().inputs()) {
				Lot lot = facts.lot(in.lot());
				if (lot == null || lot.voided()) {
					refusals.refuse((lot == null) ? "unknown.lot" : "lot.voided", "lot", "id", in.lot());
					continue;
				}
				boolean inHand = lot.holder().equals(event.by());
				if (!inHand) {
					refusals.refuse("lot.custody", "lot", "lot", lot.id(), "party", event.by());
				}
				if (lot.inTransit() && !(event instanceof Received)) {
					refusals.refuse("lot.transit", "lot", "lot", lot.id());
				}
				Long grams = wanted.remove(in.lot());
				// How much is left is told to whoever holds it.
				if (inHand && grams != null && grams > lot.left()) {
					refusals.refuse("lot.left", "lot", "lot", lot.id(), "left", new Mass(lot.left()), "asked",
							new Mass(grams));
				}
			}
			for (String about : event.effect().about()) {
				if (facts.lot(about) == null) {
					refusals.refuse("unknown.lot", "lot", "id", about);
				}
			}
		};
	}

	/**
	 * Nothing made of a lot under a hold moves on; of recalled goods nothing more is
	 * made, but they move back and are destroyed.
	 */
	@Bean
	Check holds() {
		return (event, facts, refusals) -> {
			Set<String> holds = new TreeSet<>();
			Set<String> recalls = new TreeSet<>();
			event.effect().inputs().forEach((in) -> {
				holds.addAll(facts.holdsOn(in.lot()));
				recalls.addAll(facts.recallsOn(in.lot()));
			});
			if (!holds.isEmpty()) {
				refusals.refuse("lot.held", "lot", "holds", holds.stream().toList());
			}
			if (!recalls.isEmpty() && !(event instanceof Trading) && !(event instanceof Adjusted)) {
				refusals.refuse("lot.recalled", "lot", "recalls", recalls.stream().toList());
			}
		};
	}

	/** One event, one species: ginseng and American ginseng never mix. */
	@Bean
	Check species() {
		return (event, facts, refusals) -> {
			Set<String> species = new TreeSet<>();
			for (Portion in : event.effect().inputs()) {
				Lot lot = facts.lot(in.lot());
				if (lot != null) {
					species.add(lot.species());
				}
			}
			if (species.size() > 1) {
				refusals.refuse("species.mixed", "inputs", "species", species.stream().toList());
			}
		};
	}

	/** Nothing happens tomorrow, nor to a lot that was not there yet. */
	@Bean
	Check time(@Value("${shenyuan.clock-tolerance:5m}") Duration tolerance) {
		return (event, facts, refusals) -> {
			if (event.at().toInstant().isAfter(facts.now().plus(tolerance))) {
				refusals.refuse("time.future", "at", "at", event.at().toString(), "now", facts.now().toString());
			}
			lots(event, facts).distinct().forEach((id) -> {
				Lot lot = facts.lot(id);
				if (lot != null && event.at().toInstant().isBefore(lot.since().toInstant())) {
					refusals.refuse("time.before", "at", "at", event.at().toString(), "lot", id, "since",
							lot.since().toOffsetDateTime().toString());
				}
			});
			if (event instanceof Processed run && run.started().isAfter(run.at())) {
				refusals.refuse("time.order", "started", "started", run.started().toString(), "at",
						run.at().toString());
			}
		};
	}

	/**
	 * The lots that an event is about, also when it names only their labels or an event.
	 */
	private static Stream<String> lots(TraceEvent event, Facts facts) {
		LabelRun run = (event instanceof Labelling labels) ? facts.run(labels.run()) : null;
		TraceEvent wrong = (event instanceof Corrected correction) ? facts.event(correction.event()) : null;
		if (wrong != null) {
			Effect effect = wrong.effect();
			return Stream.concat(effect.lots(), effect.outputs().stream().map(NewLot::id));
		}
		return (run != null) ? Stream.of(run.lot()) : event.effect().lots();
	}

}
