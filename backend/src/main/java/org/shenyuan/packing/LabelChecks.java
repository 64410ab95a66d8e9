package org.shenyuan.packing;

import java.util.EnumSet;

import org.shenyuan.events.Labelling.Approving;
import org.shenyuan.events.Labelling.LabelsActivated;
import org.shenyuan.events.Labelling.LabelsIssued;
import org.shenyuan.events.Labelling.LabelsPrinted;
import org.shenyuan.events.Labelling.LabelsReprinted;
import org.shenyuan.events.Labelling.OfRange;
import org.shenyuan.events.Labelling.Sheet;
import org.shenyuan.ledger.Check;
import org.shenyuan.ledger.Facts;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.LabelState;
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

	/**
	 * Ranges lie within the run, and their labels are where the event takes them from.
	 */
	@Bean
	Check ranges() {
		return (event, facts, refusals) -> {
			if (event instanceof OfRange labels) {
				LabelRun run = facts.run(labels.run());
				if (run == null) {
					refusals.refuse("unknown.run", "run", "id", labels.run());
					return;
				}
				refuseRange(labels, run, facts, refusals);
				if (event instanceof LabelsActivated) {
					refuseStopped(run.lot(), facts, refusals);
					if (run.recalled()) {
						refusals.refuse("run.recalled", "run", "run", run.id());
					}
				}
			}
		};
	}

	/** Where labels begin is on the sheet. */
	@Bean
	Check sheet() {
		return (event, facts, refusals) -> {
			Sheet sheet = switch (event) {
				case LabelsPrinted printed -> printed.sheet();
				case LabelsReprinted again -> again.sheet();
				default -> null;
			};
			if (sheet != null && sheet.firstCell() > sheet.cells()) {
				refusals.refuse("labels.cell", "sheet.firstCell", "cells", sheet.cells(), "given", sheet.firstCell());
			}
		};
	}

	private static void refuseRange(OfRange labels, LabelRun run, Facts facts, Refusals refusals) {
		Thing party = facts.thing(labels.by());
		boolean watches = labels instanceof Approving && party != null && party.roles().contains("AUTHORITY");
		if (!watches && !run.holder().equals(labels.by())) {
			refusals.refuse("run.party", "run", "run", run.id(), "party", labels.by());
		}
		if (labels.first() > labels.last() || labels.last() > run.count()) {
			refusals.refuse("labels.range", "last", "first", labels.first(), "last", labels.last(), "count",
					run.count());
		}
		for (LabelState state : EnumSet.complementOf(EnumSet.copyOf(LabelState.before(labels)))) {
			long others = run.in(state).within(labels.first(), labels.last());
			if (others > 0) {
				refusals.refuse("labels." + state.word(), "first", "count", others);
			}
		}
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
