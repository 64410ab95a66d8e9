package org.shenyuan.trace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares as a page shows them: to a tenth of a per cent, and still adding up to the same
 * whole. Each is rounded down, and the tenths that are missing go to the largest
 * remainders.
 */
public final class Percentages {

	private Percentages() {
	}

	/** The shares of a trace's sources, in their order. */
	public static List<BigDecimal> of(Trace trace) {
		return tenths(trace.sources().stream().map(Trace.Source::share).toList());
	}

	static List<BigDecimal> tenths(List<BigDecimal> shares) {
		BigDecimal whole = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add).setScale(1, RoundingMode.HALF_UP);
		List<BigDecimal> rounded = new ArrayList<>(
				shares.stream().map((share) -> share.setScale(1, RoundingMode.DOWN)).toList());
		int missing = whole.subtract(rounded.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
			.movePointRight(1)
			.intValueExact();
		List<Integer> byRemainder = IntStream.range(0, shares.size())
			.boxed()
			.sorted(Comparator.comparing((Integer i) -> shares.get(i).subtract(rounded.get(i))).reversed())
			.toList();
		byRemainder.stream().limit(missing).forEach((i) -> rounded.set(i, rounded.get(i).add(new BigDecimal("0.1"))));
		return List.copyOf(rounded);
	}

}
