package org.shenyuan.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.shenyuan.Api;

/**
 * A region is written as a backup, a graph is built from it, written as a backup again,
 * and another graph is built from that; both say the same. The first is kept where
 * {@link Bench} looks for it.
 */
final class Rebuild {

	private static final Pattern DONE = Pattern.compile("Restored (\\d+) lines in (\\d+) s");

	private static final double MEBIBYTE = 1 << 20;

	private final Table table = new Table("Rebuild from the log", "lots", "events", "labels", "file MiB",
			"generated s", "restored s", "events a second", "memory at most MiB", "store MiB", "digest s", "export s",
			"restored again s", "digests");

	private final HttpClient http = HttpClient.newHttpClient();

	/**
	 * Measures the sizes that {@code bench.surroundings} names, and writes
	 * {@code rebuild.md}.
	 * @param arguments a folder with room for a graph and two files
	 */
	public static void main(String[] arguments) throws Exception {
		Path out = Files.createDirectories(Path.of(arguments[0]));
		System.setProperty("bench.out", out.toString());
		var rebuild = new Rebuild();
		for (String lots : System.getProperty("bench.surroundings").split(",", -1)) {
			rebuild.measure(Integer.parseInt(lots.strip()), out);
			Files.writeString(out.resolve("rebuild.md"), rebuild.table.markdown());
		}
		System.exit(0);
	}

	private void measure(int lots, Path out) throws Exception {
		Path file = out.resolve("region-" + lots + ".jsonl");
		Path copy = out.resolve("rebuild-again.jsonl");
		Path one = Bench.empty(out.resolve("region-" + lots));
		Path other = Bench.empty(out.resolve("rebuild-again"));
		long begun = System.nanoTime();
		Region.Size size;
		try (var writer = Files.newBufferedWriter(file)) {
			size = Region.write(lots, writer);
		}
		double generated = seconds(begun);
		double digested;
		double exported;
		long most;
		String digest;
		double restored;
		try (Server server = Server.start(one, "--shenyuan.restore=" + file)) {
			restored = restored(out);
			begun = System.nanoTime();
			digest = ask(server, "digest", BodyHandlers.ofString());
			digested = seconds(begun);
			begun = System.nanoTime();
			ask(server, "log.jsonl", BodyHandlers.ofFile(copy));
			exported = seconds(begun);
			most = most(server);
		}
		double store = bytes(one) / MEBIBYTE;
		try (Server server = Server.start(other, "--shenyuan.restore=" + copy)) {
			this.table.row(size.lots(), size.events(), size.labels(), Files.size(file) / MEBIBYTE, generated, restored,
					size.events() / restored, most, store, digested, exported, restored(out),
					digest.equals(ask(server, "digest", BodyHandlers.ofString())) ? "equal" : "differ");
		}
		Bench.empty(other);
		Files.delete(copy);
	}

	private <T> T ask(Server server, String what, BodyHandler<T> handler) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/backup/" + what))
			.header("Authorization", "Bearer " + Api.tokenOf(server.address(), "admin", Region.PASSWORD))
			.build();
		HttpResponse<T> answer = this.http.send(request, handler);
		if (answer.statusCode() != 200) {
			throw new IllegalStateException(what + ": " + answer.statusCode());
		}
		return answer.body();
	}

	/** As the last server said of itself. */
	private static double restored(Path out) throws IOException {
		try (Stream<String> lines = Files.lines(out.resolve("server.log"))) {
			List<Matcher> said = lines.map(DONE::matcher).filter(Matcher::find).toList();
			return Math.max(1, Double.parseDouble(said.getLast().group(2)));
		}
	}

	private static long most(Server server) throws IOException {
		try (Stream<String> lines = Files.lines(Path.of("/proc/" + server.pid() + "/status"))) {
			return lines.filter((line) -> line.startsWith("VmHWM:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
				.findFirst()
				.orElseThrow();
		}
	}

	private static long bytes(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.mapToLong((file) -> file.toFile().length()).sum();
		}
	}

	private static double seconds(long begun) {
		return (System.nanoTime() - begun) / 1e9;
	}

}
