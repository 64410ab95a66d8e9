package org.shenyuan.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.ledger.Rule;
import org.shenyuan.ledger.RuleBook;
import org.springframework.stereotype.Component;

/**
 * What labels of ordinary food must say, by the rules of the day on which they were
 * issued: that of every market whose food gate the species passes.
 */
@Component
public class FoodWarnings {

	private static final Cypher FOOD = Cypher.of("""
			MATCH (r:Run {id: $run})-[:LABELS]->(l:Lot)
			WHERE r.food IS NOT NULL
			RETURN r.food AS day, l.species AS species
			""");

	private final Graph graph;

	private final RuleBook rules;

	FoodWarnings(Graph graph, RuleBook rules) {
		this.graph = graph;
		this.rules = rules;
	}

	/** The rules whose words a run carries; none when it was not issued as food. */
	public List<Rule> of(String run) {
		return this.graph.read((tx) -> {
			List<Rule> all = this.rules.all(tx);
			return tx
				.one(FOOD, Map.of("run", run),
						(row) -> of(all, row.get("species").asString(), row.get("day").asLocalDate()))
				.orElse(List.of());
		});
	}

	/**
	 * The words of a rule in a language; a language that it lacks gets the Chinese ones.
	 */
	public static String words(Rule rule, Locale locale) {
		String words = rule.text(locale.getLanguage());
		return words.isEmpty() ? rule.text("zh") : words;
	}

	private static List<Rule> of(List<Rule> all, String species, LocalDate day) {
		return RuleBook.inForce(all, "food-gate", day)
			.filter((gate) -> gate.subject().equals(species))
			.map((gate) -> gate.text("market"))
			.distinct()
			.flatMap((market) -> RuleBook.inForce(all, "label-wording", day)
				.filter((wording) -> wording.subject().equals(market)))
			.toList();
	}

}
