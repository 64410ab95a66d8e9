package org.shenyuan.scan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Testing.Tested;
import org.shenyuan.ledger.Mass;
import org.shenyuan.trace.Age;
import org.shenyuan.trace.Percentages;
import org.shenyuan.trace.Trace;

/**
 * What the page draws besides the trace itself: rounded shares, bars, and who made it.
 *
 * @param netWeight of one pack
 * @param latin the scientific name of the species
 * @param whole whether all of it leads back to a base; {@code traced} per cent do,
 * rounded down
 */
record View(String netWeight, @Nullable String latin, boolean whole, String traced, List<Part> parts,
		List<Trace.Source> bases, List<Age.Count> counts, List<Report> reports, List<String> makers) {

	private static final int COLOURS = 6;

	/** More are in the legend, by name and share. */
	private static final int MOST_BASES = 3;

	private static final int MOST_COUNTS = 6;

	private static final BigDecimal HUNDRED = new BigDecimal(100);

	/**
	 * A source with its place in the stacked bar.
	 *
	 * @param from and {@code width} in thousandths of the bar
	 */
	record Part(Trace.Source source, BigDecimal percent, int from, int width, String style) {
	}

	/** A laboratory's report with its bars. */
	record Report(Trace.Report report, List<Bar> bars) {
	}

	/**
	 * One result against its limit.
	 *
	 * @param length and {@code limit} in thousandths of the bar; no limit, no bar
	 */
	record Bar(Tested.Result result, String value, @Nullable String allowed, boolean within, int length, int limit) {
	}

	static View of(Trace trace, @Nullable String latin) {
		Age age = trace.age();
		return new View(new Mass(trace.unitGrams()).label(), latin, trace.traced().compareTo(HUNDRED) == 0,
				trace.traced().setScale(1, RoundingMode.DOWN).toPlainString(), parts(trace),
				trace.sources().stream().filter((source) -> source.base() != null).limit(MOST_BASES).toList(),
				(age != null) ? age.arithmetic().stream().limit(MOST_COUNTS).toList() : List.of(),
				trace.reports()
					.stream()
					.map((report) -> new Report(report, report.results().stream().map(View::bar).toList()))
					.toList(),
				trace.journey().stream().map(Trace.Stop::by).filter(Objects::nonNull).distinct().toList());
	}

	private static List<Part> parts(Trace trace) {
		List<Trace.Source> sources = trace.sources();
		List<BigDecimal> percents = Percentages.of(trace);
		List<Part> parts = new ArrayList<>();
		int from = 0;
		int colour = 0;
		for (int i = 0; i < sources.size(); i++) {
			boolean outside = sources.get(i).base() == null;
			int width = percents.get(i).movePointRight(1).intValueExact();
			String style = outside ? "outside" : "s" + (colour++ % COLOURS + 1);
			parts.add(new Part(sources.get(i), percents.get(i), from, width, style));
			from += width;
		}
		return parts;
	}

	private static Bar bar(Tested.Result result) {
		String value = result.value().stripTrailingZeros().toPlainString();
		BigDecimal limit = result.limit();
		if (limit == null) {
			return new Bar(result, value, null, true, 0, 0);
		}
		int compared = result.value().compareTo(limit);
		BigDecimal end = result.value().max(limit.multiply(new BigDecimal("1.25")));
		return new Bar(result, value, limit.stripTrailingZeros().toPlainString(),
				result.floor() ? compared >= 0 : compared <= 0, thousandths(result.value(), end),
				thousandths(limit, end));
	}

	private static int thousandths(BigDecimal part, BigDecimal end) {
		return (end.signum() == 0) ? 0
				: part.max(BigDecimal.ZERO).movePointRight(3).divide(end, 0, RoundingMode.HALF_UP).intValue();
	}

}
