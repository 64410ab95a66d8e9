package org.shenyuan.packing;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Labelling;
import org.shenyuan.events.Labelling.LabelsActivated;
import org.shenyuan.events.Labelling.LabelsIssued;
import org.shenyuan.events.Labelling.LabelsVoided;
import org.shenyuan.events.Labelling.ReprintApproved;
import org.shenyuan.ledger.Check;
import org.shenyuan.ledger.Facts;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Refusals;
import org.shenyuan.ledger.Thing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Never more labels than ginseng, and never a label that counts twice. */
@Configuration(proxyBeanMethods = false)
class LabelChecks {

	/**
	 * The quota: what was packed, less what was taken away, less what is labelled
	 * already.
	 */
	@Bean
	Check quota() {
		return (event, facts, refusals) -> {
			if (!(event instanceof LabelsIssued issued)) {
				return;
			}
			if (facts.run(issued.run()) != null) {
				refusals.refuse("run.exists", "run", "run", issued.run());
			}
			Lot lot = facts.lot(issued.lot());
			if (lot == null) {
				return;
			}
			if (!lot.holder().equals(issued.by())) {
				refusals.refuse("lot.custody", "lot", "lot", lot.id(), "party", issued.by());
			}
			if (lot.units() == 0) {
				refusals.refuse("labels.packed", "lot", "lot", lot.id(), "is", lot.kind());
			}
			else if (issued.count() > lot.labelsLeft()) {
				long out = lot.labelled() / lot.unitGrams();
				refusals.refuse("labels.cap", "count", "lot", lot.id(), "cap", out + lot.labelsLeft(), "issued", out,
						"asked", issued.count());
			}
			refuseStopped(lot.id(), facts, refusals);
		};
	}

	/** Ranges lie within the run; what is void stays void. */
	@Bean
	Check ranges() {
		return (event, facts, refusals) -> {
			switch (event) {
				case LabelsActivated on -> {
					LabelRun run = range(on, on.first(), on.last(), facts, refusals);
					if (run != null) {
						refuseStopped(run.lot(), facts, refusals);
						if (run.recalled()) {
							refusals.refuse("run.recalled", "run", "run", run.id());
						}
						long already = run.activated().within(on.first(), on.last());
						if (already > 0) {
							refusals.refuse("labels.activated", "first", "count", already);
						}
					}
				}
				case LabelsVoided off -> range(off, off.first(), off.last(), facts, refusals);
				default -> {
				}
			}
		};
	}

	static @Nullable LabelRun range(Labelling event, long first, long last, Facts facts, Refusals refusals) {
		LabelRun run = facts.run(event.run());
		if (run == null) {
			refusals.refuse("unknown.run", "run", "id", event.run());
			return null;
		}
		Thing party = facts.thing(event.by());
		boolean watches = event instanceof ReprintApproved && party != null && party.roles().contains("AUTHORITY");
		if (!watches && !run.holder().equals(event.by())) {
			refusals.refuse("run.party", "run", "run", run.id(), "party", event.by());
		}
		if (first > last || last > run.count()) {
			refusals.refuse("labels.range", "last", "first", first, "last", last, "count", run.count());
		}
		long cancelled = run.voided().within(first, last);
		if (cancelled > 0) {
			refusals.refuse("labels.voided", "first", "count", cancelled);
		}
		return run;
	}

	private static void refuseStopped(String lot, Facts facts, Refusals refusals) {
		if (!facts.holdsOn(lot).isEmpty()) {
			refusals.refuse("lot.held", "lot", "holds", facts.holdsOn(lot).stream().toList());
		}
		if (!facts.recallsOn(lot).isEmpty()) {
			refusals.refuse("lot.recalled", "lot", "recalls", facts.recallsOn(lot).stream().toList());
		}
	}

}
