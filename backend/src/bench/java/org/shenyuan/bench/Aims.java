package org.shenyuan.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** What was to be reached, and whether this run did. Only ratios of one run count. */
final class Aims {

	private static final double PEER = 100;

	private static final double FLAT = 1.2;

	private static final double SCANS = 1500;

	private static final double DRIVER = 1.5;

	private final Table table = new Table("Aims", "aim", "this run", "met");

	private Aims() {
	}

	static Table of(Table trace, Table scan, Table append) {
		var aims = new Aims();
		aims.trace(trace);
		aims.scan(scan);
		aims.append(append);
		return aims.table;
	}

	private void trace(Table trace) {
		for (String page : List.of("first page", "page again")) {
			List<Double> faster = trace.numbers("INATrace / " + page, (row) -> true);
			add(page + " beside INATrace's: 100 times as fast", range(faster), least(faster) >= PEER);
		}
		List<String> places = trace.texts("surroundings").stream().distinct().toList();
		for (String place : places.subList(Math.min(1, places.size()), places.size())) {
			List<Double> here = trace.numbers("library p50 ms", (row) -> row.getFirst().equals(place));
			List<Double> there = trace.numbers("library p50 ms", (row) -> row.getFirst().equals(places.getFirst()));
			double[] ratios = new double[here.size()];
			for (int i = 0; i < ratios.length; i++) {
				ratios[i] = here.get(i) / there.get(i);
			}
			double middle = DoubleStream.of(ratios).sorted().skip(ratios.length / 2).findFirst().orElse(Double.NaN);
			add("a trace in " + place + " beside one in " + places.getFirst() + ": 1.2 times, median of all shapes",
					String.format(Locale.ROOT, "%.2f", middle), middle <= FLAT);
		}
	}

	private void scan(Table scan) {
		List<Double> counts = scan.numbers("a second", (row) -> row.contains("count"));
		add("scans counted: 1,500 a second", range(counts), most(counts) >= SCANS);
		double acknowledged = sum(scan.numbers("acknowledged", (row) -> true));
		double counted = sum(scan.numbers("counted", (row) -> true));
		add("scans lost: none", String.format(Locale.ROOT, "%,.0f acknowledged, %,.0f counted", acknowledged, counted),
				acknowledged == counted);
	}

	private void append(Table append) {
		List<Double> times = append.numbers("times the driver", (row) -> true);
		add("an append beside the bare driver: 1.5 times", range(times), most(times) <= DRIVER);
	}

	private void add(String aim, String figure, boolean met) {
		if (!figure.isEmpty()) {
			this.table.row(aim, figure, met ? "yes" : "no");
		}
	}

	private static String range(List<Double> numbers) {
		return numbers.isEmpty() ? "" : String.format(Locale.ROOT, "%,.1f to %,.1f", least(numbers), most(numbers));
	}

	private static double least(List<Double> numbers) {
		return numbers.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
	}

	private static double most(List<Double> numbers) {
		return numbers.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
	}

	private static double sum(List<Double> numbers) {
		return numbers.stream().mapToDouble(Double::doubleValue).sum();
	}

}
