package org.shenyuan.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.neo4j.driver.Value;
import org.shenyuan.events.Severity;
import org.shenyuan.graph.Cypher;
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

	private volatile Edition edition = new Edition(-1, List.of());

	/** The rules as they stood at a revision. */
	private record Edition(long revision, List<Rule> rules) {
	}

	/** Every rule, as this transaction sees them. */
	public List<Rule> all(Tx tx) {
		long revision = tx.one(REVISION, Map.of(), (row) -> row.get("revision").asLong()).orElse(0L);
		Edition known = this.edition;
		if (known.revision != revision) {
			known = new Edition(revision, tx.list(ALL, Map.of(), (row) -> rule(row.get("rule"))));
			this.edition = known;
		}
		return known.rules;
	}

	/** Those of a kind that are in force on a day. */
	static Stream<Rule> inForce(List<Rule> rules, String kind, LocalDate day) {
		return rules.stream().filter((rule) -> rule.kind().equals(kind) && rule.isInForce(day));
	}

	/** Reads a rule as its node has it. */
	public static Rule rule(Value rule) {
		return new Rule(rule.get("id").asString(), rule.get("kind").asString(), rule.get("subject").asString(""),
				Severity.valueOf(rule.get("severity").asString().toUpperCase(Locale.ROOT).replace('-', '_')),
				rule.get("certainty").asString(), rule.get("source").asString(), rule.get("validFrom").asLocalDate(),
				rule.get("validTo").asLocalDate(LocalDate.MAX), Map.copyOf(rule.asMap()));
	}

}
