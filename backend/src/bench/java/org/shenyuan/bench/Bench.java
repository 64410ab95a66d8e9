package org.shenyuan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.neo4j.driver.Driver;
import org.shenyuan.Api;

/**
 * Measures everything, one subject after the other, and writes tables and a plot.
 * Argument: the folder that they go to. System properties: see the README beside this.
 */
final class Bench {

	private final Path out;

	private final double seconds = Double.parseDouble(System.getProperty("bench.seconds", "1"));

	private final List<String> subjects = List
		.of(System.getProperty("bench.subjects", "trace,scan,append,recall,start").split(",", -1));

	private final Trace trace = new Trace(this.seconds);

	private final Scan scan = new Scan(this.seconds);

	private final Append append = new Append(this.seconds);

	private final Recall recall = new Recall();

	private final Start start = new Start();

	private Bench(Path out) {
		this.out = out;
	}

	public static void main(String[] args) throws Exception {
		Path out = Files.createDirectories(Path.of(args[0]));
		System.setProperty("bench.out", out.toString());
		var bench = new Bench(out);
		if (bench.does("start")) {
			bench.start.empty(out);
		}
		for (String lots : System.getProperty("bench.surroundings", "0").split(",", -1)) {
			bench.measure(Integer.parseInt(lots.strip()));
			bench.write();
		}
		System.exit(0);
	}

	private void measure(int lots) throws Exception {
		String surroundings = (lots == 0) ? "nothing" : String.format(Locale.ROOT, "%,d lots", lots);
		Path data = (lots == 0) ? empty(this.out.resolve("data")) : region(lots);
		if (lots > 0) {
			this.start.once("a region of " + surroundings, data);
		}
		try (Server server = Server.start(data)) {
			double cpu = server.cpuSeconds();
			long atRest = server.mebibytes();
			String token = server.token();
			Api admin = Api.as(server.address(), "bench", Server.PASSWORD);
			Shapes shapes = Shapes.all();
			double before = server.cpuSeconds();
			long begun = System.nanoTime();
			expect(admin.importFile(shapes.lines()));
			this.append.season(surroundings, (int) shapes.lines().lines().count(), (System.nanoTime() - begun) / 1e9,
					server.cpuSeconds() - before);
			if (does("trace")) {
				trace(surroundings, server, shapes);
			}
			if (does("append")) {
				this.append.measure(surroundings, server, token);
			}
			if (does("scan") || does("recall")) {
				scan(surroundings, server, admin, lots > 0);
			}
			this.start.loaded("all of it, in " + surroundings, server, cpu, atRest);
		}
	}

	private boolean does(String subject) {
		return this.subjects.contains(subject);
	}

	private void trace(String surroundings, Server server, Shapes shapes) throws Exception {
		try (Postgres postgres = Postgres.start(Server.freePort())) {
			if (postgres != null) {
				try (Driver driver = server.driver()) {
					postgres.load(driver);
				}
			}
			this.trace.measure(surroundings, server, shapes.shapes(), postgres);
		}
	}

	/** The recall goes over as many labels as one seed lot has when there are 10⁵. */
	private void scan(String surroundings, Server server, Api admin, boolean region) throws Exception {
		int labels = 0;
		this.scan.begin();
		List<String> sizes = List.of(System.getProperty("bench.labels", "1000,100000").split(",", -1));
		for (String size : region ? sizes.subList(0, 1) : sizes) {
			int more = Integer.parseInt(size.strip()) - labels;
			this.scan.grow(server, admin, more);
			labels += more;
			if (does("scan")) {
				this.scan.measure(surroundings, server, labels, 1, 32);
			}
			if (does("recall")) {
				this.recall.measure(surroundings, server, "BM-SEED0", this.scan.code());
			}
		}
		if (does("recall") && region) {
			this.recall.ofRegion(surroundings, server);
		}
	}

	/** Restored once; what is measured in it is left out of the next run. */
	private Path region(int lots) throws Exception {
		Path kept = this.out.resolve("region-" + lots);
		if (!Files.exists(kept.resolve("graph"))) {
			Path backup = this.out.resolve("region-" + lots + ".jsonl");
			try (var writer = Files.newBufferedWriter(backup)) {
				Region.write(lots, writer);
			}
			Server.start(kept, "--shenyuan.restore=" + backup).close();
		}
		Path copy = empty(this.out.resolve("data"));
		new ProcessBuilder("cp", "-r", kept + "/.", copy.toString()).start().onExit().join();
		return copy;
	}

	static void expect(Api.Answer answer) {
		if (answer.status() / 100 != 2) {
			throw new IllegalStateException(
					answer.status() + " " + answer.body().substring(0, Math.min(500, answer.body().length())));
		}
	}

	private void write() throws IOException {
		List<Table> tables = Stream
			.of(Aims.of(this.trace.table(), this.scan.table(), this.append.table()), this.trace.table(), this.scan.table(), this.append.table(), this.recall.table(), this.start.table())
			.filter((table) -> !table.rows().isEmpty())
			.toList();
		Files.writeString(this.out.resolve("bench.md"),
				machine() + "\n\n" + tables.stream().map(Table::markdown).collect(Collectors.joining("\n")));
		if (does("trace")) {
			Files.writeString(this.out.resolve("trace.svg"), Plot.of(this.trace.table()));
		}
		Files.writeString(this.out.resolve("bench.csv"),
				"subject,row,column,value\n" + tables.stream().map(Table::csv).collect(Collectors.joining()));
	}

	static Path empty(Path folder) throws IOException {
		if (Files.exists(folder)) {
			try (Stream<Path> files = Files.walk(folder)) {
				files.sorted(java.util.Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
			}
		}
		return Files.createDirectories(folder);
	}

	private static String machine() throws IOException {
		String processor = Files.readAllLines(Path.of("/proc/cpuinfo"))
			.stream()
			.filter((line) -> line.startsWith("model name"))
			.findFirst()
			.map((line) -> line.substring(line.indexOf(':') + 1).strip())
			.orElse("an unknown processor");
		return String.format(Locale.ROOT, "%s, %d cores, Java %s, the server with %s; load average at the end %s.", processor,
				Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"),
				System.getProperty("bench.jvm", "-Xmx2g"),
				Arrays.stream(Files.readString(Path.of("/proc/loadavg")).split(" ", -1)).limit(2).collect(Collectors.joining(", ")));
	}

}
