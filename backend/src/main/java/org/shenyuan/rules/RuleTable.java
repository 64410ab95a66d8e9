package org.shenyuan.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.shenyuan.ledger.Rule;

/**
 * Rules by how they stand on a day.
 *
 * @param toCome those that begin later
 * @param ended those that still explain what was recorded while they held
 */
public record RuleTable(List<Rule> inForce, List<Rule> toCome, List<Rule> ended) {

	static RuleTable of(List<Rule> rules, LocalDate day) {
		Predicate<Rule> ended = (rule) -> rule.validTo() != null && rule.validTo().isBefore(day);
		Predicate<Rule> toCome = (rule) -> rule.validFrom().isAfter(day);
		return new RuleTable(rules.stream().filter((rule) -> rule.isInForce(day)).toList(),
				rules.stream()
					.filter(toCome.and(ended.negate()))
					.sorted(Comparator.comparing(Rule::validFrom))
					.toList(),
				rules.stream().filter(ended).toList());
	}

	/**
	 * A table for each kind.
	 * @param order in which people expect the kinds; others follow
	 */
	static Map<String, RuleTable> byKind(List<Rule> rules, LocalDate day, List<String> order) {
		Map<String, List<Rule>> byKind = rules.stream()
			.collect(Collectors.groupingBy(Rule::kind, TreeMap::new, Collectors.toList()));
		Map<String, RuleTable> tables = new LinkedHashMap<>();
		Stream.concat(order.stream().filter(byKind::containsKey), byKind.keySet().stream())
			.forEach((kind) -> tables.putIfAbsent(kind, of(byKind.getOrDefault(kind, List.of()), day)));
		return tables;
	}

	/** Those of a kind, or all when it is null. */
	static List<Rule> select(List<Rule> rules, @Nullable String kind) {
		return (kind == null || kind.isBlank()) ? rules
				: rules.stream().filter((rule) -> rule.kind().equals(kind.strip().toLowerCase(Locale.ROOT))).toList();
	}

}
