package org.shenyuan.labels.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets everybody draw the same sheets of labels, one after the other on this machine, and
 * prints who took how long and how much, as Markdown and as CSV. Each contestant is a
 * process of its own. Its seconds are counted twice: by the processor, which says what a
 * label costs one core whatever else runs on the machine, and by the clock, which says
 * how long somebody waits on a machine that does nothing else. Arguments: the folder of the peers'
 * scripts, and how many labels, separated by commas.
 */
final class Bench {

	static final String FLOOR = "ZXing, symbols alone";

	static final String SYMBOL = "our symbols alone";

	static final String OURS = "our sheets";

	static final int MOST_FOR_PEERS = 10_000;

	/** More than a thousand takes TCPDF and WeasyPrint minutes. */
	private static final int MOST_FOR_SCRIPTS = 1_000;

	private static final int ROUNDS = 5;

	private static final String HEAP = "-Xmx256m";

	private final Path folder;

	private final Path scripts;

	/** By labels and name; rows keep their order. */
	private final Map<Integer, Map<String, Row>> rows = new LinkedHashMap<>();

	private Bench(Path folder, Path scripts) {
		this.folder = folder;
		this.scripts = scripts;
	}

	/**
	 * What one contestant took.
	 *
	 * @param cpu seconds of processor time, the median of all rounds
	 * @param wall seconds of the clock, the median of all rounds
	 * @param peak memory, in kB
	 */
	private record Row(int labels, String name, double cpu, double wall, long bytes, long peak) {
	}

	public static void main(String[] args) throws Exception {
		Path folder = Files.createTempDirectory("bench");
		var bench = new Bench(folder, Path.of(args[0]));
		Sample.write(folder, MOST_FOR_PEERS);
		for (String labels : args[1].split(",", -1)) {
			bench.run(Integer.parseInt(labels.strip()));
		}
		try (Stream<Path> files = Files.walk(folder)) {
			files.sorted(java.util.Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
		}
		System.out.println(bench.markdown());
		System.out.println(bench.csv());
	}

	private void run(int labels) throws Exception {
		contest(labels, (labels > MOST_FOR_PEERS) ? 1 : ROUNDS, java("ours"));
		if (labels <= MOST_FOR_PEERS) {
			contest(labels, ROUNDS, java("openpdf"));
		}
		if (labels <= MOST_FOR_SCRIPTS) {
			contest(labels, ROUNDS, List.of("php", "-d", "memory_limit=-1", this.scripts.resolve("tcpdf.php").toString()));
			contest(labels, ROUNDS, List.of("/usr/bin/python3", this.scripts.resolve("weasyprint_sheet.py").toString()));
		}
	}

	private static List<String> java(String name) {
		return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP, "-cp",
				System.getProperty("java.class.path"), Contestant.class.getName(), name);
	}

	private void contest(int labels, int rounds, List<String> contestant) throws Exception {
		var command = new ArrayList<>(contestant);
		boolean java = contestant.contains(Contestant.class.getName());
		command.addAll(java ? contestant.size() - 1 : contestant.size(),
				List.of(this.folder.toString(), Integer.toString(labels), Integer.toString(rounds)));
		System.err.println(labels + " labels by " + contestant.getLast());
		List<String> lines;
		int exit;
		try {
			Process process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
			lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
			exit = process.waitFor();
		}
		catch (IOException ex) {
			lines = List.of();
			exit = Round.ABSENT;
		}
		if (exit != 0) {
			System.err.println((exit == Round.ABSENT) ? "  not installed" : "  failed with " + exit);
			return;
		}
		long peak = Long.parseLong(lines.getLast().split("\t", -1)[1]);
		Map<String, List<Round>> named = lines.stream()
			.limit(lines.size() - 1L)
			.map(Round::parse)
			.collect(Collectors.groupingBy(Round::name, LinkedHashMap::new, Collectors.toList()));
		named.forEach((name, all) -> {
			this.rows.computeIfAbsent(labels, (ignored) -> new LinkedHashMap<>())
				.put(name, new Row(labels, name, median(all, Round::cpu), median(all, Round::wall),
						all.getFirst().bytes(), peak));
		});
	}

	private Stream<Row> rows() {
		return this.rows.values().stream().flatMap((named) -> named.values().stream());
	}

	private static double median(List<Round> rounds, ToDoubleFunction<Round> seconds) {
		return rounds.stream().mapToDouble(seconds).sorted().skip(rounds.size() / 2).findFirst().orElseThrow();
	}

	/** How many times another's time, which a million labels take from the size before. */
	private String times(Row row, String of, ToDoubleFunction<Row> seconds) {
		return rows().filter((other) -> other.name().equals(of) && other.labels() <= row.labels())
			.reduce((first, second) -> second)
			.map((other) -> String.format(Locale.ROOT, "%.2f",
					seconds.applyAsDouble(row) / row.labels() / (seconds.applyAsDouble(other) / other.labels())))
			.orElse("");
	}

	private String markdown() throws IOException {
		var table = new StringBuilder(machine()).append("\n\n| labels | drawn by | a second of one core | times ZXing's symbols "
				+ "| times ours | a second of the clock | times ours | bytes a label | peak memory |\n|---|---|---|---|---|---|---|---|---|\n");
		rows().forEach((row) -> table.append(String.format(Locale.ROOT, "| %,d | %s | %,.0f | %s | %s | %,.0f | %s | %s | %,d MB |%n",
				row.labels(), row.name(), row.labels() / row.cpu(), times(row, FLOOR, Row::cpu), times(row, OURS, Row::cpu),
				row.labels() / row.wall(), times(row, OURS, Row::wall),
				(row.bytes() > 0) ? String.format(Locale.ROOT, "%,d", row.bytes() / row.labels()) : "", row.peak() / 1024)));
		return table.toString();
	}

	private String csv() {
		var table = new StringBuilder("labels,name,cpu_seconds,wall_seconds,bytes,peak_kb\n");
		rows().forEach((row) -> table.append(String.format(Locale.ROOT, "%d,\"%s\",%.6f,%.6f,%d,%d%n", row.labels(), row.name(),
				row.cpu(), row.wall(), row.bytes(), row.peak())));
		return table.toString();
	}

	private static String machine() throws IOException {
		String processor = Files.readAllLines(Path.of("/proc/cpuinfo"))
			.stream()
			.filter((line) -> line.startsWith("model name"))
			.findFirst()
			.map((line) -> line.substring(line.indexOf(':') + 1).strip())
			.orElse("an unknown processor");
		return String.format(Locale.ROOT, "%s, %d cores, Java %s with %s; each process alone, medians of %d rounds after a warm-up.", processor,
				Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"), HEAP, ROUNDS);
	}

}
