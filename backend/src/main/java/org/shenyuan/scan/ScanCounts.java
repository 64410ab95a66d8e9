package org.shenyuan.scan;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.neo4j.driver.Value;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Rule;
import org.shenyuan.ledger.RuleBook;
import org.springframework.stereotype.Component;

/**
 * Counts scans exactly, and keeps nothing of who scanned but a keyed digest of the
 * network, which becomes another one every month. A label is a node only from its first
 * scan on.
 */
@Component
class ScanCounts {

	private static final int NETWORKS_KEPT = 100;

	/** The lock comes first, so that of a hundred scans at once a hundred count. */
	private static final Cypher ADD = Cypher.of("""
			MERGE (l:Label {key: $key})
			SET l.touched = $now
			WITH l, [seen IN coalesce(l.networks, []) WHERE seen > $since AND seen <> $network] AS before
			SET l.scans = coalesce(l.scans, 0) + 1, l.first = coalesce(l.first, $now),
			    l.networks = before[-$kept..] + $network
			""");

	private static final Cypher COUNT = Cypher.of("""
			MATCH (l:Label {key: $key})
			RETURN l.scans AS scans, l.first AS first,
			       size(COLLECT { UNWIND l.networks AS seen WITH seen WHERE seen > $since
			                      RETURN DISTINCT split(seen, ' ')[1] }) AS networks
			""");

	private final Graph graph;

	private final RuleBook rules;

	private final SecretKeySpec salt;

	private final Clock clock;

	ScanCounts(Graph graph, RuleBook rules, Salt salt, Clock clock) {
		this.graph = graph;
		this.rules = rules;
		this.salt = new SecretKeySpec(salt.secret().getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
		this.clock = clock;
	}

	/** What digests of networks are keyed with. */
	record Salt(String secret) {
	}

	void add(LabelRun run, long label, String network) {
		Instant now = this.clock.instant();
		LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
		this.graph.write((tx) -> {
			tx.execute(ADD,
					Map.of("key", key(run, label), "now", now.atZone(ZoneOffset.UTC), "network",
							today + " " + digest(network, today), "since", today.minusDays(days()).toString(), "kept",
							NETWORKS_KEPT));
			return run;
		});
	}

	Scan.Count of(LabelRun run, long label) {
		String since = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).minusDays(days()).toString();
		return this.graph.read((tx) -> tx.one(COUNT, Map.of("key", key(run, label), "since", since),
				(row) -> new Scan.Count(row.get("scans").asLong(), first(row.get("first")),
						row.get("networks").asLong())))
			.orElse(new Scan.Count(0, null, 0));
	}

	/** Rule {@code scan-networks}. */
	boolean isTooOften(Scan.Count count) {
		return rules().stream().anyMatch((rule) -> count.networks() > rule.number("mostNetworks").longValue());
	}

	private long days() {
		return rules().stream().mapToLong((rule) -> rule.number("withinDays").longValue()).max().orElse(1);
	}

	private List<Rule> rules() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		return this.graph.read(this.rules::all)
			.stream()
			.filter((rule) -> rule.kind().equals("scan-networks") && rule.isInForce(today))
			.toList();
	}

	private static Instant first(Value first) {
		return first.asZonedDateTime().toInstant();
	}

	private static String key(LabelRun run, long label) {
		return run.number() + "/" + label;
	}

	private String digest(String network, LocalDate day) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.salt);
			byte[] digest = mac.doFinal((network + " " + day.toEpochDay() / 30).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 6);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
