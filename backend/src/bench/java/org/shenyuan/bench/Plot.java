package org.shenyuan.bench;

import java.util.List;
import java.util.Locale;

/** Latency of every shape by everybody who traced it, on a logarithmic scale, as SVG. */
final class Plot {

	private static final List<String> SERIES = List.of("first page p50 ms", "page again p50 ms", "library p50 ms", "driver p50 ms",
			"PostgreSQL p50 ms", "INATrace ms");

	/** Told apart by those who see fewer colours as well. */
	private static final List<String> COLOURS = List.of("#0072b2", "#56b4e9", "#009e73", "#999999", "#e69f00",
			"#d55e00");

	private static final int LEFT = 60;

	private static final int STEP = 56;

	private static final int TOP = 40;

	private static final int DECADE = 70;

	private static final int DECADES = 5;

	private Plot() {
	}

	/** What was measured in the last surroundings. */
	static String of(Table trace) {
		List<String> places = trace.texts("surroundings");
		List<List<Object>> rows = trace.rows().stream().filter((row) -> row.getFirst().equals(places.getLast())).toList();
		int right = LEFT + STEP * rows.size();
		var svg = new StringBuilder(String.format(Locale.ROOT,
				"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"11\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
				right + 20, TOP + DECADE * DECADES + 90));
		text(svg, LEFT, 14, 0, "start", "Trace, median in milliseconds, surrounded by " + places.getLast());
		for (int decade = 0; decade <= DECADES; decade++) {
			double millis = Math.pow(10, decade - 1);
			svg.append(String.format(Locale.ROOT, "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>%n", LEFT, y(millis), right));
			text(svg, LEFT - 6, y(millis) + 4, 0, "end", (millis < 1) ? "0.1" : String.format(Locale.ROOT, "%,.0f", millis));
		}
		for (int row = 0; row < rows.size(); row++) {
			double x = LEFT + STEP * (row + 0.5);
			text(svg, x + 8, TOP + DECADE * DECADES + 14, -30, "end",
					rows.get(row).get(trace.column("shape")) + " " + rows.get(row).get(trace.column("size")));
			for (int series = 0; series < SERIES.size(); series++) {
				if (rows.get(row).get(trace.column(SERIES.get(series))) instanceof Double millis && millis > 0) {
					svg.append(String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>%n",
							x + 5 * (series - SERIES.size() / 2.0), y(millis), COLOURS.get(series)));
				}
			}
		}
		for (int series = 0; series < SERIES.size(); series++) {
			int x = LEFT + 115 * series;
			svg.append(String.format(Locale.ROOT, "<circle cx=\"%d\" cy=\"26\" r=\"4\" fill=\"%s\"/>%n", x,
					COLOURS.get(series)));
			text(svg, x + 8, 30, 0, "start", SERIES.get(series).replace(" p50 ms", "").replace(" ms", ", elsewhere"));
		}
		return svg.append("</svg>\n").toString();
	}

	private static double y(double millis) {
		return TOP + DECADE * (DECADES - 1 - Math.log10(Math.max(0.1, millis)));
	}

	private static void text(StringBuilder svg, double x, double y, int turned, String anchor, String text) {
		svg.append(String.format(Locale.ROOT,
				"<text x=\"%1$.1f\" y=\"%2$.1f\" text-anchor=\"%3$s\" transform=\"rotate(%4$d %1$.1f %2$.1f)\">%5$s</text>%n",
				x, y, anchor, turned, text));
	}

}
