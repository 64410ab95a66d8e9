package org.shenyuan.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.neo4j.driver.Value;
import org.shenyuan.events.Severity;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.graph.Tx;
import org.springframework.stereotype.Component;

/**
 * All rules, those that ended included. Kept in memory and read again when the graph says
 * that they changed.
 */
@Component
public class RuleBook {

	private static final Cypher REVISION = Cypher.of("""
			MATCH (c:Counter {name: 'rules'})
			RETURN c.value AS revision
			""");

	private static final Cypher ALL = Cypher.of("""
			MATCH (r:Rule)
			WHERE r.kind > ''
			RETURN r {.*} AS rule
			ORDER BY r.kind, r.subject, r.id
			""");

	/** What every rule has; its numbers and words have other names. */
	static final Set<String> OWN = Set.of("id", "kind", "subject", "severity", "certainty", "source", "validFrom",
			"validTo", "event");

	private static final Edition NONE = new Edition(-1, List.of());

	private volatile Edition edition = NONE;

	private final Settled<Long> settled = new Settled<>();

	private final Graph graph;

	RuleBook(Graph graph) {
		this.graph = graph;
	}

	/** The rules as they stood at a revision. */
	private record Edition(long revision, List<Rule> rules) {
	}

	/** Every rule, as they stand. */
	public List<Rule> all() {
		return this.graph.read(this::all);
	}

	/** Every rule, as this transaction sees them; ask before it writes. */
	public List<Rule> all(Tx tx) {
		long asked = System.nanoTime();
		long revision = tx.one(REVISION, Map.of(), (row) -> row.get("revision").asLong()).orElse(0L);
		Edition known = this.edition;
		if (known.revision != revision) {
			known = new Edition(revision, tx.list(ALL, Map.of(), (row) -> rule(row.get("rule"))));
			this.edition = this.settled.is(revision, asked) ? known : NONE;
		}
		return known.rules;
	}

	/** Those of a kind that are in force on a day. */
	public static Stream<Rule> inForce(List<Rule> rules, String kind, LocalDate day) {
		return rules.stream().filter((rule) -> rule.kind().equals(kind) && rule.isInForce(day));
	}

	/** Reads a rule as its node has it. */
	public static Rule rule(Value rule) {
		Map<String, BigDecimal> numbers = new TreeMap<>();
		Map<String, String> words = new TreeMap<>();
		rule.asMap().forEach((name, value) -> {
			if (value instanceof Number number) {
				numbers.put(name, new BigDecimal(number.toString()));
			}
			else if (value instanceof String word && !OWN.contains(name)) {
				words.put(name, word);
			}
		});
		return new Rule(rule.get("id").asString(), rule.get("kind").asString(), rule.get("subject").asString(""),
				Severity.valueOf(rule.get("severity").asString().toUpperCase(Locale.ROOT).replace('-', '_')),
				rule.get("certainty").asString(), rule.get("source").asString(), rule.get("validFrom").asLocalDate(),
				rule.get("validTo").isNull() ? null : rule.get("validTo").asLocalDate(), Rule.plain(numbers), words);
	}

}
