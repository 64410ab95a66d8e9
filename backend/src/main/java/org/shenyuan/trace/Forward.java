package org.shenyuan.trace;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.shenyuan.events.LotKind;
import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.LabelRun;

/**
 * Everything that was made from a start: a lot, a place, an event, or a run of labels.
 *
 * @param lots the packed ones with their label runs
 * @param elsewhere what others made of it, of which a reader is told no more
 */
public record Forward(String start, List<Reached> lots, List<Elsewhere> elsewhere) {

	/**
	 * A lot that the start reached. Masses in grams.
	 *
	 * @param holder a party's id, and {@code holderName} its name
	 * @param share per cent by weight that came from the start
	 * @param left in hand, and {@code shipped} on to others
	 */
	public record Reached(String lot, LotKind kind, String product, String holder, String holderName, BigDecimal share,
			long grams, long left, long shipped, boolean inTransit, List<LabelRun> runs) {
	}

	/** Lots of one product that are no business of the reader's. */
	public record Elsewhere(LotKind kind, String product, int lots) {
	}

	/** The same for somebody who may not read every lot. */
	public Forward seenBy(Author author, Access access) {
		Set<String> readable = access.toLots(author, this.lots.stream().map(Reached::lot).toList());
		Map<List<Object>, Elsewhere> others = new LinkedHashMap<>();
		for (Reached lot : this.lots) {
			if (!readable.contains(lot.lot())) {
				others.merge(List.of(lot.kind(), lot.product()), new Elsewhere(lot.kind(), lot.product(), 1),
						(one, more) -> new Elsewhere(one.kind(), one.product(), one.lots() + more.lots()));
			}
		}
		return new Forward(this.start, this.lots.stream().filter((lot) -> readable.contains(lot.lot())).toList(),
				List.copyOf(others.values()));
	}

}
