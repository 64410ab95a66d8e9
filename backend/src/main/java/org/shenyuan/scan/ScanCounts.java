package org.shenyuan.scan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.neo4j.driver.Value;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.graph.Together;
import org.springframework.stereotype.Component;

/**
 * Counts scans exactly, and keeps nothing of who scanned but a digest of the network
 * under a secret that is soon thrown away ({@link ScanKeys}). A label is a node only from
 * its first scan on.
 */
@Component
class ScanCounts {

	private static final int NETWORKS_KEPT = 100;

	/**
	 * The lock comes first, so that of a hundred scans at once a hundred count; and
	 * labels come in one order, so that nobody waits for each other. A network that was
	 * seen before moves to today, so that it stands there once.
	 */
	private static final Cypher ADD = Cypher.of("""
			UNWIND $labels AS scanned
			MERGE (l:Label {key: scanned.key})
			SET l.touched = $now
			WITH l, scanned,
			     [seen IN coalesce(l.networks, []) WHERE seen >= scanned.from AND NOT seen IN scanned.known] AS others
			SET l.scans = coalesce(l.scans, 0) + scanned.scans, l.first = coalesce(l.first, $now),
			    l.early = coalesce(l.early, 0) + scanned.early,
			    l.afterVoid = coalesce(l.afterVoid, 0) + scanned.afterVoid,
			    l.networks = (others + scanned.networks)[-$kept..]
			WITH count(*) AS counted
			UNWIND $tallies AS tally
			MERGE (t:Tally {id: tally.id})
			ON CREATE SET t.county = tally.county, t.month = tally.month, t.verdict = tally.verdict
			SET t.touched = $now
			WITH t, tally
			SET t.scans = coalesce(t.scans, 0) + tally.scans
			""");

	private static final Cypher COUNT = Cypher.of("""
			MATCH (l:Label {key: $key})
			RETURN l.scans AS scans, l.first AS first, coalesce(l.early, 0) AS early,
			       coalesce(l.afterVoid, 0) AS afterVoid, size([seen IN l.networks WHERE seen >= $from]) AS networks
			""");

	private static final int MOST_AT_ONCE = 500;

	private final Graph graph;

	private final ScanKeys keys;

	private final Clock clock;

	private final Together<Added> together = new Together<>(MOST_AT_ONCE, this::write);

	ScanCounts(Graph graph, ScanKeys keys, Clock clock) {
		this.graph = graph;
		this.keys = keys;
		this.clock = clock;
	}

	/**
	 * A scan that is to be counted.
	 *
	 * @param names of its network, the last one today's
	 * @param from the first day on which a network still counts
	 */
	private record Added(ScannedLabel label, List<String> names, LocalDate from, YearMonth month) {

		private String tally() {
			return String.join("/", county(), this.month.toString(), this.label.verdict().name());
		}

		private String county() {
			return Scan.county(this.label.goods().trace());
		}

	}

	/** One more scan, by somebody who looked at the page. Returns when it is counted. */
	void add(ScannedLabel label, String network) {
		LocalDate from = from(label.rules());
		this.together.add(new Added(label, this.keys.names(network, from, today()), from, YearMonth.from(today())));
	}

	private void write(List<Added> scans) {
		Map<String, Object> rows = Map.of("now", this.clock.instant().atZone(ZoneOffset.UTC), "kept", NETWORKS_KEPT,
				"labels", grouped(scans, (scan) -> scan.label().key(), ScanCounts::label), "tallies",
				grouped(scans, Added::tally, ScanCounts::tally));
		this.graph.write((tx) -> {
			tx.execute(ADD, rows);
			return scans;
		});
	}

	private static List<Map<String, Object>> grouped(List<Added> scans, Function<Added, String> key,
			BiFunction<String, List<Added>, Map<String, Object>> row) {
		return scans.stream()
			.collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()))
			.entrySet()
			.stream()
			.map((group) -> row.apply(group.getKey(), group.getValue()))
			.toList();
	}

	private static Map<String, Object> label(String key, List<Added> scans) {
		return Map.of("key", key, "scans", scans.size(), "from", scans.getFirst().from().toString(), "early",
				scans.stream().filter((scan) -> scan.label().isEarly()).count(), "afterVoid",
				scans.stream().filter((scan) -> scan.label().isVoid()).count(), "known",
				scans.stream().flatMap((scan) -> scan.names().stream()).distinct().toList(), "networks",
				scans.stream().map((scan) -> scan.names().getLast()).distinct().toList());
	}

	private static Map<String, Object> tally(String id, List<Added> scans) {
		Added one = scans.getFirst();
		return Map.of("id", id, "county", one.county(), "month", one.month().toString(), "verdict",
				one.label().verdict().name(), "scans", scans.size());
	}

	/** A label with its scans so far. */
	ScannedLabel of(Goods goods, long label) {
		ScanRules rules = ScanRules.on(today(), goods.scans());
		Scan.Count count = this.graph
			.read((tx) -> tx.one(COUNT, Map.of("key", ScannedLabel.key(goods, label), "from", from(rules).toString()),
					(row) -> new Scan.Count(row.get("scans").asLong(), first(row.get("first")),
							row.get("networks").asLong(), row.get("early").asLong(), row.get("afterVoid").asLong())))
			.orElse(Scan.Count.NONE);
		return ScannedLabel.of(goods, label, count, rules);
	}

	private LocalDate from(ScanRules inForce) {
		return today().minusDays(inForce.days() - 1L);
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

	private static Instant first(Value first) {
		return first.asZonedDateTime().toInstant();
	}

}
