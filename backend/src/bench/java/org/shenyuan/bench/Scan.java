package org.shenyuan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.neo4j.driver.Driver;
import org.shenyuan.Api;
import org.shenyuan.labels.LabelKeys;
import org.shenyuan.labels.LabelNumber;

/**
 * Buyers scan labels at random: each looks at the page, and the page has the scan
 * counted. Afterwards the graph must have counted exactly what was acknowledged.
 */
final class Scan {

	private static final int LABELS_OF_A_RUN = 10_000;

	private static final int OWN_BASES = 10;

	private static final int CODES = 20_000;

	/** Of this many labels one was scanned before. */
	private static final int SCANNED = 100;

	private static final int AT_ONCE = 400;

	private static final String BROWSER = "User-Agent: Mozilla/5.0\r\nAccept: text/html\r\nAccept-Language: zh\r\n";

	private final Table table = new Table("Scan", "surroundings", "labels", "clients", "request", "a second", "p50 ms",
			"p95 ms", "server CPU ms each", "acknowledged", "counted", "refused");

	private final Random random = new Random(7);

	private final double seconds;

	private int runs;

	private String code = "";

	Scan(double seconds) {
		this.seconds = seconds;
	}

	Table table() {
		return this.table;
	}

	/** One of the labels that were measured last, empty before. */
	String code() {
		return this.code;
	}

	/** On a server that has none of the labels yet. */
	void begin() {
		this.runs = 0;
	}

	/** As many labels more, in runs of ten thousand. */
	void grow(Server server, Api admin, int labels) throws Exception {
		int count = Math.min(labels, LABELS_OF_A_RUN);
		var lines = new StringBuilder();
		if (this.runs == 0) {
			lines.append(goods());
		}
		for (int more = labels / count; more > 0; more--, this.runs++) {
			String lot = "BM-L" + this.runs;
			lines
				.append(Shapes.line("packed", "2024-10-21T08:00:00+08:00", "BM-FARM0",
						Shapes.f(
								"'facility':'BM-SHED','inputs':[{'lot':'BM-L','grams':%1$d}],'lot':'%2$s','units':%1$d,'unitGrams':1",
								count, lot)))
				.append(Shapes.line("labelsIssued", "2024-10-21T09:00:00+08:00", "BM-FARM0",
						Shapes.f("'run':'%1$s-RUN','lot':'%1$s','count':%2$d", lot, count)))
				.append(Shapes.line("labelsActivated", "2024-10-21T10:00:00+08:00", "BM-FARM0",
						Shapes.f("'run':'%s-RUN','first':1,'last':%d", lot, count)));
		}
		Bench.expect(admin.importFile(lines.toString()));
	}

	/** From ten bases, put together. */
	private static String goods() {
		return IntStream.range(0, OWN_BASES)
			.mapToObj((base) -> Shapes.line("harvested", "2024-09-18T16:00:00+08:00", "BM-FARM0", Shapes.f(
					"'plot':'BM-P%1$d','stand':'BM-STAND%1$d','lot':'BM-L-%1$d','grossGrams':2000000", base)))
			.collect(Collectors.joining())
				+ Shapes.line("regrouped", "2024-10-20T08:00:00+08:00", "BM-FARM0",
						Shapes.f("'inputs':[%s],'outputs':[{'lot':'BM-L','grams':20000000}]",
								IntStream.range(0, OWN_BASES)
									.mapToObj((base) -> Shapes.f("{'lot':'BM-L-%d','grams':2000000}", base))
									.collect(Collectors.joining(","))));
	}

	void measure(String surroundings, Server server, int labels, int... clients) throws Exception {
		try (Driver driver = server.driver()) {
			List<String> codes = codes(server, driver);
			scanned(driver, labels);
			load(server, 8, 4 * this.seconds, codes, true);
			load(server, 32, 12 * this.seconds, codes, false);
			for (int many : clients) {
				Load pages = load(server, many, 4 * this.seconds, codes, true);
				this.table.row(surroundings, labels, many, "page", pages.perSecond(), pages.times().median(),
						pages.times().percentile(95), pages.cpu(), "", "", pages.bad());
				long before = counted(driver);
				Load counts = load(server, many, 4 * this.seconds, codes, false);
				this.table.row(surroundings, labels, many, "count", counts.perSecond(), counts.times().median(),
						counts.times().percentile(95), counts.cpu(), counts.good(), counted(driver) - before,
						counts.bad());
			}
			String one = codes.getFirst();
			this.code = one;
			long before = counted(driver);
			Load same = Load.on(server, AT_ONCE, 60, AT_ONCE, (i) -> count(one));
			this.table.row(surroundings, labels, AT_ONCE, "count, one code", same.perSecond(), same.times().median(),
					same.times().percentile(95), same.cpu(), same.good(), counted(driver) - before, same.bad());
		}
	}

	private static Load load(Server server, int clients, double seconds, List<String> codes, boolean page)
			throws Exception {
		return Load.on(server, clients, seconds, (i) -> {
			String code = codes.get(i % codes.size());
			return page ? Http.get("/t/" + code, BROWSER) : count(code);
		});
	}

	private static byte[] count(String code) {
		return Http.post("/t/" + code + "/scans", BROWSER, "");
	}

	private List<String> codes(Server server, Driver driver) throws Exception {
		LabelKeys keys = LabelKeys.load(server.data);
		var runs = driver.executableQuery("""
				MATCH (r:Run)
				WHERE r.id STARTS WITH 'BM-L'
				RETURN r.number AS number, r.count AS count""").execute().records();
		List<String> codes = new ArrayList<>();
		for (int i = 0; i < CODES; i++) {
			var run = runs.get(this.random.nextInt(runs.size()));
			codes.add(keys
				.encode(keys.newest(),
						new LabelNumber(run.get("number").asInt(), 1 + this.random.nextInt(run.get("count").asInt())))
				.printed());
		}
		return codes;
	}

	/** Past the application, or it would take hours. */
	private void scanned(Driver driver, int labels) {
		driver.executableQuery("""
				MATCH (r:Run)
				WHERE r.id STARTS WITH 'BM-L'
				WITH collect(r.number) AS runs
				UNWIND range(1, $scanned) AS i
				MERGE (l:Label {key: toString(runs[i % size(runs)]) + '/' + toString(1 + i / size(runs))})
				ON CREATE SET l.scans = 1, l.first = datetime(), l.early = 0, l.afterVoid = 0, l.networks = []""")
			.withParameters(Map.of("scanned", labels / SCANNED))
			.execute();
	}

	private static long counted(Driver driver) {
		return driver.executableQuery("MATCH (l:Label) WHERE l.key > '' RETURN coalesce(sum(l.scans), 0)")
			.execute()
			.records()
			.getFirst()
			.get(0)
			.asLong();
	}

}
