package org.shenyuan.bench;

import java.util.UUID;

import org.neo4j.driver.Driver;
import org.shenyuan.Api;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A seed lot turns out bad: what would a recall reach, the drill, the recall itself, and
 * what a buyer sees a moment later.
 */
final class Recall {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int ROUNDS = 7;

	private final Table table = new Table("Recall", "surroundings", "seed lot", "lots reached", "labels reached",
			"impact p50 ms", "impact page p50 ms", "drill ms", "recall ms", "first page that says so ms", "end ms");

	Table table() {
		return this.table;
	}

	/** The oldest seed lot of the region, if there is any. */
	void ofRegion(String surroundings, Server server) throws Exception {
		String lot;
		try (Driver driver = server.driver()) {
			lot = driver.executableQuery("""
					MATCH (e:Event {kind: 'seedRegistered'})-[:OUTPUT]->(l:Lot)
					WHERE NOT l.id STARTS WITH 'BM-'
					RETURN l.id AS lot
					ORDER BY e.at
					LIMIT 1""").execute().records().getFirst().get("lot").asString();
		}
		measure(surroundings, server, lot, "");
	}

	/**
	 * @param code of a label below the seed lot, or empty
	 */
	void measure(String surroundings, Server server, String lot, String code) throws Exception {
		String token = server.token("bench-authority", "BM-AUTH", "AUTHORITY");
		Api admin = Api.as(server.address(), "bench-authority", Server.PASSWORD);
		String start = Shapes.f("{'source':'LOT','start':'%s'}", lot);
		byte[] impact = Http.post("/api/v1/recalls/impact", Http.bearer(token), start);
		byte[] page = Http.get("/recalls/new?source=LOT&start=" + lot,
				Http.bearer(token).replace("Accept: application/json", "Accept: text/html"));
		var impacts = new Times();
		var pages = new Times();
		JsonNode reached;
		try (Http http = new Http(server.port)) {
			reached = JSON.readTree(Trace.expect(http.send(impact)).text());
			for (int i = 0; i < ROUNDS; i++) {
				impacts.time(() -> http.send(impact));
				pages.time(() -> http.send(page));
			}
			double drill = record(admin, "recallDrilled", lot, ",'reason':'演练（演示）'", UUID.randomUUID());
			UUID id = UUID.randomUUID();
			double recall = record(admin, "recalled", lot, ",'reason':'演示','advice':'请退回（演示）'", id);
			double seen = code.isEmpty() ? Double.NaN : seen(http, code);
			long begun = System.nanoTime();
			Bench.expect(admin.record("recallEnded", event(UUID.randomUUID(), "'recall':'" + id + "','reason':'演示'")));
			this.table.row(surroundings, lot, reached.get("lots").size(), labels(reached), impacts.median(),
					pages.median(), drill, recall, seen, (System.nanoTime() - begun) / 1e6);
		}
	}

	private static long labels(JsonNode impact) {
		return impact.get("sum").get("labels").asLong();
	}

	private static double record(Api admin, String kind, String lot, String fields, UUID id) {
		long begun = System.nanoTime();
		Bench.expect(admin.record(kind, event(id, "'source':'LOT','start':'" + lot + "'" + fields)));
		return (System.nanoTime() - begun) / 1e6;
	}

	private static String event(UUID id, String fields) {
		return Shapes.f("{'id':'%s','at':'2025-03-01T09:00:00+08:00','by':'BM-AUTH',%s}", id, fields.replace('\'', '"'));
	}

	/** How long it takes until the page of a label says that its goods are recalled. */
	private static double seen(Http http, String code) throws Exception {
		long begun = System.nanoTime();
		String text = http.send(Http.get("/t/" + code, "Accept: application/json\r\n")).text();
		if (!text.contains("\"verdict\":\"RECALLED\"")) {
			throw new IllegalStateException("The page does not know of the recall: " + text);
		}
		return (System.nanoTime() - begun) / 1e6;
	}

}
