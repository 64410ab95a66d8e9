package org.shenyuan.scan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.graph.Together;
import org.shenyuan.graph.Tx;
import org.shenyuan.labels.LabelKeys.Issued;
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

	private static final Cypher COUNTS = Cypher.of("""
			UNWIND $labels AS label
			MATCH (l:Label {key: label.key})
			RETURN l.key AS key, l.scans AS scans, l.first AS first, coalesce(l.early, 0) AS early,
			       coalesce(l.afterVoid, 0) AS afterVoid,
			       size([seen IN l.networks WHERE seen >= label.from]) AS networks
			""");

	private static final int MOST_AT_ONCE = 500;

	private final Graph graph;

	private final GoodsOfRuns goods;

	private final ScanKeys keys;

	private final Clock clock;

	private final MeterProvider<Counter> scans;

	private final Together<Asked> together = new Together<>(MOST_AT_ONCE, this::addAll);

	ScanCounts(Graph graph, GoodsOfRuns goods, ScanKeys keys, Clock clock, MeterRegistry registry) {
		this.graph = graph;
		this.goods = goods;
		this.keys = keys;
		this.clock = clock;
		this.scans = Counter.builder("shenyuan.scans").description("Scans that count").withRegistry(registry);
	}

	/**
	 * Somebody looked at the page of a label.
	 *
	 * @param failure of this one alone, once it has failed
	 */
	private record Asked(Issued label, String network, String userAgent, AtomicReference<RuntimeException> failure) {
	}

	/**
	 * A scan that is to be counted.
	 *
	 * @param names of its network, the last one today's
	 * @param from the first day on which a network still counts
	 */
	private record Added(ScannedLabel scanned, List<String> names, LocalDate from, YearMonth month) {

		private String tally() {
			return String.join("/", county(), this.month.toString(), this.scanned.verdict().name());
		}

		private String county() {
			return Scan.county(this.scanned.label().goods().trace());
		}

	}

	/**
	 * One more scan. Returns when it is counted; a label that was never issued, and a
	 * program that says that it is one, do not count.
	 */
	void add(Issued label, String network, String userAgent) {
		Asked asked = new Asked(label, network, userAgent, new AtomicReference<>());
		this.together.add(asked);
		if (asked.failure().get() != null) {
			throw asked.failure().get();
		}
	}

	/** A label with its scans so far; none when it was never issued. */
	Optional<ScannedLabel> of(Issued label) {
		return this.graph.read((tx) -> this.goods.of(label).map((found) -> scanned(tx, List.of(found)).getFirst()));
	}

	private void addAll(List<Asked> asked) {
		List<Added> added = judge(asked);
		if (!added.isEmpty()) {
			write(added);
			added.forEach((scan) -> this.scans.withTag("verdict", scan.scanned().verdict().name()).increment());
		}
	}

	private List<Added> judge(List<Asked> asked) {
		List<Asked> ours = new ArrayList<>();
		List<GoodsLabel> labels = new ArrayList<>();
		List<ScannedLabel> found = this.graph.read((tx) -> {
			ours.clear();
			labels.clear();
			for (Asked one : asked) {
				goods(one).ifPresent((label) -> {
					ours.add(one);
					labels.add(label);
				});
			}
			return scanned(tx, labels);
		});
		List<Added> added = new ArrayList<>();
		for (int i = 0; i < found.size(); i++) {
			ScannedLabel label = found.get(i);
			if (!label.rules().isCrawler(ours.get(i).userAgent())) {
				LocalDate from = from(label.rules());
				added.add(new Added(label, this.keys.names(ours.get(i).network(), from, today()), from,
						YearMonth.from(today())));
			}
		}
		return added;
	}

	/** What cannot be said of one label does not keep the others from being counted. */
	private Optional<GoodsLabel> goods(Asked asked) {
		try {
			return this.goods.of(asked.label());
		}
		catch (Neo4jException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			asked.failure().set(ex);
			return Optional.empty();
		}
	}

	private void write(List<Added> scans) {
		Map<String, Object> rows = Map.of("now", this.clock.instant().atZone(ZoneOffset.UTC), "kept", NETWORKS_KEPT,
				"labels", grouped(scans, (scan) -> scan.scanned().label().key(), ScanCounts::label), "tallies",
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
		GoodsLabel one = scans.getFirst().scanned().label();
		return Map.of("key", key, "scans", scans.size(), "from", scans.getFirst().from().toString(), "early",
				(one.isVoid() || one.isActive()) ? 0 : scans.size(), "afterVoid", one.isVoid() ? scans.size() : 0,
				"known", scans.stream().flatMap((scan) -> scan.names().stream()).distinct().toList(), "networks",
				scans.stream().map((scan) -> scan.names().getLast()).distinct().toList());
	}

	private static Map<String, Object> tally(String id, List<Added> scans) {
		Added one = scans.getFirst();
		return Map.of("id", id, "county", one.county(), "month", one.month().toString(), "verdict",
				one.scanned().verdict().name(), "scans", scans.size());
	}

	/** The labels in their order. */
	private List<ScannedLabel> scanned(Tx tx, List<GoodsLabel> labels) {
		Map<String, Scan.Count> counts = new HashMap<>();
		List<Map<String, String>> rows = labels.stream()
			.map((label) -> Map.of("key", label.key(), "from", from(rules(label)).toString()))
			.distinct()
			.toList();
		tx.each(COUNTS, Map.of("labels", rows),
				(row) -> counts.put(row.get("key").asString(),
						new Scan.Count(row.get("scans").asLong(), first(row.get("first")), row.get("networks").asLong(),
								row.get("early").asLong(), row.get("afterVoid").asLong())));
		return labels.stream()
			.map((label) -> ScannedLabel.of(label, counts.getOrDefault(label.key(), Scan.Count.NONE), rules(label)))
			.toList();
	}

	private ScanRules rules(GoodsLabel label) {
		return ScanRules.on(today(), label.goods().scans());
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
