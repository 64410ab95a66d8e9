package org.shenyuan.growing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.ledger.Rule;
import org.shenyuan.ledger.RuleBook;
import org.springframework.stereotype.Component;

/**
 * Units in which growers count beds, and what one of them is: a 丈 is a length of bed, and
 * beds are as wide as a base makes them. So a number holds for a base, from a day on, and
 * has a source; where nobody has set one, the unit means nothing.
 */
@Component
class LocalUnits {

	private static final String KIND = "local-area";

	/** The subject of what holds for all bases. */
	private static final String ANY = "ANY";

	private static final Cypher BASES = Cypher.of("""
			MATCH (:Thing {id: $party})<-[:RUN_BY]-(p:Plot)-[:IN]->(b:Base)
			RETURN p.id AS plot, b.id AS base
			ORDER BY plot
			""");

	private final Graph graph;

	private final RuleBook rules;

	LocalUnits(Graph graph, RuleBook rules) {
		this.graph = graph;
		this.rules = rules;
	}

	/** Square metres of one of each unit on a day, by plot of a party. */
	Map<String, Map<String, BigDecimal>> of(String party, LocalDate day) {
		List<Rule> inForce = RuleBook.inForce(this.rules.all(), KIND, day).toList();
		Map<String, Map<String, BigDecimal>> units = new LinkedHashMap<>();
		this.graph.read((tx) -> tx.list(BASES, Map.of("party", party),
				(row) -> units.put(row.get("plot").asString(), at(row.get("base").asString(), inForce))));
		return units;
	}

	/** What a base says itself counts before what holds for all. */
	private static Map<String, BigDecimal> at(String base, List<Rule> rules) {
		Map<String, BigDecimal> units = new LinkedHashMap<>();
		Stream.of(ANY, base)
			.flatMap((subject) -> rules.stream().filter((rule) -> rule.subject().equals(subject)))
			.forEach((rule) -> units.put(rule.text("unit"), rule.number("squareMetres")));
		return units;
	}

}
