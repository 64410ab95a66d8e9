package org.shenyuan.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.ledger.Rule;
import org.shenyuan.ledger.RuleBook;
import org.shenyuan.vocabulary.Terms;
import org.springframework.stereotype.Component;

/**
 * What labels of ordinary food must say, by the rules of the day on which they were
 * issued, where they are to be sold.
 */
@Component
public class FoodWarnings {

	private static final Cypher FOOD = Cypher.of("""
			MATCH (r:Run {id: $run})
			WHERE r.food IS NOT NULL
			RETURN r.food AS day, r.market AS market
			""");

	private final Graph graph;

	private final RuleBook rules;

	private final Terms terms;

	FoodWarnings(Graph graph, RuleBook rules, Terms terms) {
		this.graph = graph;
		this.rules = rules;
		this.terms = terms;
	}

	/** The rules whose words a run carries; none when it was not issued as food. */
	public List<Rule> of(String run) {
		return this.graph.read((tx) -> {
			List<Rule> all = this.rules.all(tx);
			return tx.one(FOOD, Map.of("run", run),
					(row) -> RuleBook.inForce(all, "label-wording", row.get("day").asLocalDate())
						.filter((rule) -> rule.subject().equals(this.terms.market(row.get("market").asString(null))))
						.toList())
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

}
