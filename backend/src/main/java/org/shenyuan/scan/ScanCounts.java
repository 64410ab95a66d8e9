package org.shenyuan.scan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.neo4j.driver.Value;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.RuleBook;
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
	 * The lock comes first, so that of a hundred scans at once a hundred count. A network
	 * that was seen before moves to today, so that it stands there once.
	 */
	private static final Cypher ADD = Cypher.of("""
			MERGE (l:Label {key: $key})
			SET l.touched = $now
			WITH l, [seen IN coalesce(l.networks, []) WHERE seen >= $from AND NOT seen IN $names] AS others
			SET l.scans = coalesce(l.scans, 0) + 1, l.first = coalesce(l.first, $now),
			    l.early = coalesce(l.early, 0) + $early, l.afterVoid = coalesce(l.afterVoid, 0) + $afterVoid,
			    l.networks = others[-$kept..] + $names[-1..]
			WITH 1 AS counted
			MERGE (t:Tally {id: $tally})
			ON CREATE SET t.county = $county, t.month = $month, t.verdict = $verdict
			SET t.touched = $now
			WITH t
			SET t.scans = coalesce(t.scans, 0) + 1
			""");

	private static final Cypher COUNT = Cypher.of("""
			MATCH (l:Label {key: $key})
			RETURN l.scans AS scans, l.first AS first, coalesce(l.early, 0) AS early,
			       coalesce(l.afterVoid, 0) AS afterVoid, size([seen IN l.networks WHERE seen >= $from]) AS networks
			""");

	/** Two scans at once seldom meet in the same part. */
	private static final int PARTS = 16;

	private final Graph graph;

	private final RuleBook rules;

	private final ScanKeys keys;

	private final Clock clock;

	ScanCounts(Graph graph, RuleBook rules, ScanKeys keys, Clock clock) {
		this.graph = graph;
		this.rules = rules;
		this.keys = keys;
		this.clock = clock;
	}

	/**
	 * One more scan, by somebody who looked at the page.
	 * @param county of most of the goods, empty when none is known
	 * @param verdict that the page gave
	 */
	void add(LabelRun run, long label, String network, String county, Verdict verdict) {
		Instant now = this.clock.instant();
		LocalDate from = from(rules());
		List<String> names = this.keys.names(network, from, today());
		boolean voided = run.voided().contains(label);
		boolean early = !voided && !run.activated().contains(label);
		String month = YearMonth.from(today()).toString();
		Map<String, Object> scan = Map.ofEntries(Map.entry("key", key(run, label)),
				Map.entry("now", now.atZone(ZoneOffset.UTC)), Map.entry("names", names),
				Map.entry("from", from.toString()), Map.entry("early", early ? 1 : 0),
				Map.entry("afterVoid", voided ? 1 : 0), Map.entry("kept", NETWORKS_KEPT),
				Map.entry("tally", String.join("/", county, month, verdict.name(), String.valueOf(label % PARTS))),
				Map.entry("county", county), Map.entry("month", month), Map.entry("verdict", verdict.name()));
		this.graph.write((tx) -> {
			tx.execute(ADD, scan);
			return run;
		});
	}

	Scan.Count of(LabelRun run, long label, ScanRules inForce) {
		return this.graph
			.read((tx) -> tx.one(COUNT, Map.of("key", key(run, label), "from", from(inForce).toString()),
					(row) -> new Scan.Count(row.get("scans").asLong(), first(row.get("first")),
							row.get("networks").asLong(), row.get("early").asLong(), row.get("afterVoid").asLong())))
			.orElse(Scan.Count.NONE);
	}

	/** Those about scans, as they stand today. */
	ScanRules rules() {
		return ScanRules.on(today(), this.graph.read(this.rules::all));
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

	private static String key(LabelRun run, long label) {
		return run.number() + "/" + label;
	}

}
