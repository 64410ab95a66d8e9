package org.shenyuan.bench;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.shenyuan.events.Effect.Portion;

/**
 * A lot in hand.
 *
 * @param since when it came to be
 * @param youngest growing seasons of its youngest root
 * @param outside whether some of it was bought outside
 * @param grounds shares by base and year of digging, as {@code BASE-1 2024}
 * @param ratio grams of fresh roots that one of its grams needs at least
 */
record Stock(String lot, String product, long grams, OffsetDateTime since, int youngest, boolean outside,
		Map<String, Double> grounds, double ratio) {

	/** Roots or seed as they come from one place, or from nobody knows where. */
	static Stock first(String lot, String product, long grams, OffsetDateTime since, int seasons,
			Map<String, Double> grounds) {
		return new Stock(lot, product, grams, since, seasons, grounds.isEmpty(), grounds, 1);
	}

	Portion all() {
		return new Portion(this.lot, this.grams);
	}

	/** After a step that dries at least so much. */
	Stock dried(double leastRatio) {
		return new Stock(this.lot, this.product, this.grams, this.since, this.youngest, this.outside, this.grounds,
				leastRatio);
	}

	/** What becomes of these when they are put together. */
	static Stock of(List<Stock> parts, String lot, String product, long grams, OffsetDateTime since) {
		double all = grams(parts);
		Map<String, Double> grounds = new TreeMap<>();
		parts.forEach((part) -> part.grounds
			.forEach((ground, share) -> grounds.merge(ground, share * part.grams / all, Double::sum)));
		return new Stock(lot, product, grams, since, parts.stream().mapToInt(Stock::youngest).min().orElse(0),
				parts.stream().anyMatch(Stock::outside), grounds,
				parts.stream().mapToDouble(Stock::ratio).min().orElse(1));
	}

	/** Of so many grams, what each ground gave, as a backup has it. */
	String draws(long net) {
		return this.grounds.entrySet()
			.stream()
			.map((ground) -> String.format(Locale.ROOT, "{\"base\":\"%s\",\"fresh\":%d,\"grams\":%d,\"season\":%s}",
					ground.getKey().split(" ", 2)[0], Math.round(net * ground.getValue() * this.ratio),
					Math.round(net * ground.getValue()), ground.getKey().split(" ", 2)[1]))
			.collect(Collectors.joining(",", "[", "]"));
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
