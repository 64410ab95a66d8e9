package org.shenyuan.trace;

import java.util.List;

import org.shenyuan.events.LotKind;
import org.shenyuan.ledger.LabelRun;

/**
 * Everything that was made from a start: a lot, a plot, or a field operation.
 *
 * @param lots all of them, the packed ones with their label runs
 */
public record Forward(String start, List<Reached> lots) {

	/** A lot that the start reached. */
	public record Reached(String lot, LotKind kind, String product, String holder, long grams, long left,
			List<LabelRun> runs) {
	}

}
