package org.shenyuan.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.shenyuan.Api;

/**
 * Purchases are recorded, one by one and in files; and the bare driver writes nodes and
 * relationships with the same properties, judging nothing.
 */
final class Append {

	private static final String KIND = "purchased";

	private static final String COPY = """
			UNWIND $rows AS row
			MATCH (p:Thing {id: 'BM-FARM0'})
			CREATE (e:Event)-[:BY]->(p), (e)-[:OUTPUT {grams: 1000}]->(l:Lot)
			SET e = row.event, l = row.lot
			""";

	private final Table table = new Table("Append", "surroundings", "clients", "events in a request", "events a second",
			"p50 ms", "p95 ms", "driver: events a second", "driver p50 ms", "times the driver",
			"server CPU ms an event");

	private final double seconds;

	private int lots;

	Append(double seconds) {
		this.seconds = seconds;
	}

	Table table() {
		return this.table;
	}

	/** The season with all shapes, which was imported in one request. */
	void season(String surroundings, int events, double seconds, double cpu) {
		this.table.row(surroundings, 1, events, events / seconds, seconds * 1000, Double.NaN, Double.NaN, Double.NaN,
				Double.NaN, cpu * 1000 / events);
	}

	void measure(String surroundings, Server server, String token) throws Exception {
		String headers = Http.bearer(token);
		String file = headers.replace("Content-Type: application/json", "Content-Type: application/jsonl");
		try (Driver driver = server.driver()) {
			Bench.expect(Api.as(server.address(), "bench", Server.PASSWORD).record(KIND, purchase("BM-PATTERN")));
			var pattern = driver.executableQuery("""
					MATCH (e:Event)-[:OUTPUT]->(l:Lot {id: 'BM-PATTERN'})
					RETURN properties(e) AS event, properties(l) AS lot""").execute().records().getFirst().asMap();
			for (int clients : new int[] { 1, 8 }) {
				Load.on(server, clients, 2 * this.seconds, (i) -> single(headers));
				Load load = Load.on(server, clients, 4 * this.seconds, (i) -> single(headers));
				row(surroundings, clients, 1, load, (clients == 1) ? bare(driver, pattern, 1) : null);
			}
			for (int batch : new int[] { 100, 1000 }) {
				Load.on(server, 1, 2 * this.seconds, (i) -> batch(file, batch));
				Load load = Load.on(server, 1, 6 * this.seconds, (i) -> batch(file, batch));
				row(surroundings, 1, batch, load, bare(driver, pattern, batch));
			}
		}
	}

	private void row(String surroundings, int clients, int batch, Load load,
			@org.jspecify.annotations.Nullable Times floor) {
		if (load.bad() > 0) {
			throw new IllegalStateException(load.bad() + " refused");
		}
		double bare = (floor != null) ? floor.median() : Double.NaN;
		this.table.row(surroundings, clients, batch, load.perSecond() * batch, load.times().median(),
				load.times().percentile(95), batch * 1000 / bare, bare, load.times().median() / bare,
				load.cpu() / batch);
	}

	private synchronized byte[] single(String headers) {
		return Http.post("/api/v1/events/" + KIND, headers, purchase("BM-A" + this.lots++));
	}

	private synchronized byte[] batch(String headers, int size) {
		return Http.post("/api/v1/imports", headers,
				IntStream.range(0, size).mapToObj((i) -> purchase("BM-A" + this.lots++)).collect(Collectors.joining()));
	}

	private static String purchase(String lot) {
		return Shapes.line(KIND, "2024-09-26T09:00:00+08:00", "BM-FARM0", Shapes.f(
				"'lot':'%s','lotKind':'FRESH','product':'FRESH','species':'PANAX-GINSENG','grams':1000,'seller':'市场（演示）'",
				lot));
	}

	private Times bare(Driver driver, Map<String, Object> pattern, int size) throws Exception {
		var times = new Times();
		for (double until : new double[] { this.seconds, 3 * this.seconds }) {
			Times now = (until > this.seconds) ? times : new Times();
			long end = System.nanoTime() + (long) (until * 1e9);
			try (Session session = driver.session()) {
				while (System.nanoTime() < end) {
					List<Map<String, Object>> rows = new ArrayList<>();
					for (int i = 0; i < size; i++) {
						rows.add(Map.of("event", with(pattern.get("event"), UUID.randomUUID().toString()), "lot",
								with(pattern.get("lot"), "BM-A" + this.lots++)));
					}
					now.time(() -> session.executeWrite((tx) -> tx.run(COPY, Map.of("rows", rows)).consume()));
				}
			}
		}
		return times;
	}

	private static Map<String, Object> with(@org.jspecify.annotations.Nullable Object properties, String id) {
		Map<String, Object> copy = new HashMap<>();
		if (properties instanceof Map<?, ?> map) {
			map.forEach((name, value) -> copy.put(name.toString(), value));
		}
		copy.put("id", id);
		return copy;
	}

}
