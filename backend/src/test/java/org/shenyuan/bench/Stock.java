package org.shenyuan.bench;

import java.time.OffsetDateTime;
import java.util.List;

import org.shenyuan.events.Effect.Portion;

/**
 * A lot in hand.
 *
 * @param since when it came to be
 * @param youngest growing seasons of its youngest root
 * @param outside whether some of it was bought outside
 */
record Stock(String lot, String product, long grams, OffsetDateTime since, int youngest, boolean outside) {

	Portion all() {
		return new Portion(this.lot, this.grams);
	}

	/** What becomes of these when they are put together. */
	static Stock of(List<Stock> parts, String lot, String product, long grams, OffsetDateTime since) {
		return new Stock(lot, product, grams, since, parts.stream().mapToInt(Stock::youngest).min().orElse(0),
				parts.stream().anyMatch(Stock::outside));
	}

	static List<Portion> all(List<Stock> parts) {
		return parts.stream().map(Stock::all).toList();
	}

	static long grams(List<Stock> parts) {
		return parts.stream().mapToLong(Stock::grams).sum();
	}

	static OffsetDateTime latest(List<Stock> parts) {
		return parts.stream().map(Stock::since).max(OffsetDateTime::compareTo).orElseThrow();
	}

}
