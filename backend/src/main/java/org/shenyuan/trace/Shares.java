package org.shenyuan.trace;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.shenyuan.trace.Family.Edge;
import org.shenyuan.trace.Family.Member;
import org.shenyuan.trace.Family.Step;

/**
 * How much of a lot came from each of its ancestors, by weight. The whole is a fixed
 * number of parts, handed down undivided from event to event, so that the shares of all
 * sources always add up to it exactly; an ancestor reached by many ways gets the sum.
 *
 * @param parts of each lot, out of {@link #WHOLE}
 */
record Shares(Map<String, Long> parts) {

	/** 100 % in steps of 10⁻¹² per cent. */
	static final long WHOLE = 100_000_000_000_000L;

	static Shares of(Family family) {
		Map<String, Integer> waiting = consumers(family);
		Map<String, Long> lots = new LinkedHashMap<>();
		Map<String, Long> events = new HashMap<>();
		Map<String, Integer> outputs = new HashMap<>();
		family.lots().values().forEach((lot) -> outputs.merge(lot.maker(), 1, Integer::sum));
		Deque<Member> ready = new ArrayDeque<>(List.of(family.lot()));
		lots.put(family.target(), WHOLE);
		while (!ready.isEmpty()) {
			Member lot = ready.remove();
			Step maker = family.makerOf(lot);
			events.merge(maker.id(), lots.getOrDefault(lot.id(), 0L), Long::sum);
			if (outputs.merge(maker.id(), -1, Integer::sum) == 0) {
				split(events.getOrDefault(maker.id(), 0L), maker.inputs())
					.forEach((input, share) -> lots.merge(input, share, Long::sum));
				for (Edge input : maker.inputs()) {
					if (waiting.merge(input.lot(), -1, Integer::sum) == 0) {
						ready.add(family.lot(input.lot()));
					}
				}
			}
		}
		if (lots.size() != family.lots().size()) {
			throw new IllegalStateException(
					String.format(Locale.ROOT, "The family of %s runs in a circle", family.target()));
		}
		return new Shares(lots);
	}

	long of(String lot) {
		return this.parts.getOrDefault(lot, 0L);
	}

	/** Per cent, exact. */
	static BigDecimal percent(long parts) {
		BigDecimal percent = BigDecimal.valueOf(parts, 12).stripTrailingZeros();
		return (percent.scale() < 0) ? percent.setScale(0) : percent;
	}

	/**
	 * How many events of the family take from each lot; counts a lot taken twice by one
	 * event twice.
	 */
	private static Map<String, Integer> consumers(Family family) {
		Map<String, Integer> consumers = new HashMap<>();
		family.events()
			.values()
			.forEach((step) -> step.inputs().forEach((in) -> consumers.merge(in.lot(), 1, Integer::sum)));
		return consumers;
	}

	/**
	 * Splits by weight (evenly where nothing weighs) and gives the crumbs to the largest
	 * remainders.
	 */
	static Map<String, Long> split(long whole, List<Edge> inputs) {
		if (inputs.isEmpty()) {
			return Map.of();
		}
		long grams = inputs.stream().mapToLong(Edge::grams).sum();
		Map<String, Long> weights = new LinkedHashMap<>();
		inputs.forEach((in) -> weights.merge(in.lot(), (grams == 0) ? 1 : in.grams(), Long::sum));
		BigInteger total = BigInteger.valueOf((grams == 0) ? inputs.size() : grams);
		record Remainder(String lot, BigInteger rest) {
		}
		Map<String, Long> shares = new LinkedHashMap<>();
		List<Remainder> remainders = new ArrayList<>();
		long given = 0;
		for (Map.Entry<String, Long> weight : weights.entrySet()) {
			BigInteger[] exact = BigInteger.valueOf(whole)
				.multiply(BigInteger.valueOf(weight.getValue()))
				.divideAndRemainder(total);
			shares.put(weight.getKey(), exact[0].longValueExact());
			remainders.add(new Remainder(weight.getKey(), exact[1]));
			given += exact[0].longValueExact();
		}
		remainders.sort(Comparator.comparing(Remainder::rest).reversed().thenComparing(Remainder::lot));
		for (int i = 0; i < whole - given; i++) {
			shares.merge(remainders.get(i).lot(), 1L, Long::sum);
		}
		return shares;
	}

}
