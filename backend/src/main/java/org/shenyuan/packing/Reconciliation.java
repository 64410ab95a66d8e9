package org.shenyuan.packing;

import java.util.Arrays;
import java.util.List;

import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.LabelState;
import org.shenyuan.ledger.Ranges;

/**
 * Where every label of a run is. The lines add up to what was issued, each label being in
 * one of them.
 *
 * @param lines one for each state, in the order of a label's life
 * @param unaccounted labels of which there is paper, and nobody said what became of it:
 * in hand or spoiled. Zero when the work is done; what was never printed may stay so
 * @param unrecorded active labels of which no printing is on record, so that they were
 * printed elsewhere, or copied
 */
record Reconciliation(String run, long issued, List<Line> lines, long unaccounted, long unrecorded) {

	/** The labels in one state. */
	record Line(LabelState state, long count, Ranges labels) {
	}

	static Reconciliation of(LabelRun run) {
		List<Line> lines = Arrays.stream(LabelState.values()).map((state) -> {
			Ranges labels = run.in(state);
			return new Line(state, labels.size(), labels);
		}).toList();
		return new Reconciliation(run.id(), run.count(), lines,
				run.in(LabelState.PRINTED).size() + run.in(LabelState.SPOILED).size(),
				run.activated().minus(run.printed()).size());
	}

}
