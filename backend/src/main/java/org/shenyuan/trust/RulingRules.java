package org.shenyuan.trust;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.shenyuan.events.Ruling.RuleRetired;
import org.shenyuan.events.Ruling.RuleSet;
import org.shenyuan.events.Ruling.SignedOff;
import org.shenyuan.ledger.Check;
import org.shenyuan.ledger.Facts;
import org.shenyuan.ledger.Judgement;
import org.shenyuan.ledger.Rule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A rule can be read by its check: it says what the rules of its kind say, and what is
 * recorded stays explained.
 */
@Configuration(proxyBeanMethods = false)
class RulingRules {

	/** A rule is set once, and ended or signed off only when there is one. */
	@Bean
	Check ruling() {
		return (event, facts, judgement) -> {
			switch (event) {
				case RuleSet set -> set(set, facts, judgement);
				case RuleRetired retired -> retired(retired, facts, judgement);
				case SignedOff signed when facts.rule(signed.rule()) == null ->
					judgement.refuse("unknown.rule", "rule", "id", signed.rule());
				default -> {
				}
			}
		};
	}

	private static void set(RuleSet set, Facts facts, Judgement judgement) {
		if (facts.rule(set.rule()) != null) {
			judgement.refuse("rule.exists", "rule", "rule", set.rule());
		}
		LocalDate last = set.validTo();
		if (last != null && last.isBefore(set.validFrom())) {
			judgement.refuse("rule.period", "validTo", "validFrom", set.validFrom().toString(), "validTo",
					last.toString());
		}
		List<Rule> others = facts.rulesOf(set.kind());
		if (others.isEmpty()) {
			judgement.refuse("rule.kind", "kind", "kind", set.kind());
			return;
		}
		Map<String, ?> numbers = Objects.requireNonNullElse(set.numbers(), Map.of());
		Map<String, String> words = Objects.requireNonNullElse(set.words(), Map.of());
		names(numbers.keySet(), others.stream().map((rule) -> rule.numbers().keySet()).toList(), "numbers", judgement);
		names(words.keySet(), others.stream().map((rule) -> rule.words().keySet()).toList(), "words", judgement);
		words.forEach((name, word) -> {
			if (others.stream().anyMatch((rule) -> isDay(rule.text(name))) && !isDay(word)) {
				judgement.refuse("rule.day", "words", "name", name, "given", word);
			}
		});
	}

	/**
	 * What every rule of the kind has is needed, and what none has is nobody's to read.
	 */
	private static void names(Set<String> given, List<Set<String>> others, String field, Judgement judgement) {
		Set<String> known = new TreeSet<>();
		others.forEach(known::addAll);
		Set<String> needed = new TreeSet<>(known);
		others.forEach(needed::retainAll);
		if (!given.containsAll(needed) || !known.containsAll(given)) {
			judgement.refuse("rule.names", field, "needed", needed, "known", known, "given", new TreeSet<>(given));
		}
	}

	private static boolean isDay(String word) {
		try {
			return MonthDay.parse("--" + word) != null;
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

	private static void retired(RuleRetired retired, Facts facts, Judgement judgement) {
		Rule rule = facts.rule(retired.rule());
		if (rule == null) {
			judgement.refuse("unknown.rule", "rule", "id", retired.rule());
		}
		else if (rule.validTo() != null && rule.validTo().isBefore(retired.at().toLocalDate())) {
			judgement.refuse("rule.ended", "rule", "rule", rule.id(), "validTo", rule.validTo().toString());
		}
		else if (retired.validTo().isBefore(retired.at().toLocalDate().minusDays(1))) {
			judgement.refuse("rule.past", "validTo", "validTo", retired.validTo().toString(), "at",
					retired.at().toString());
		}
	}

}
