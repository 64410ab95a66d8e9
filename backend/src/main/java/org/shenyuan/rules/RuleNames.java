package org.shenyuan.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.shenyuan.ledger.Rule;
import org.shenyuan.vocabulary.Term;
import org.shenyuan.vocabulary.Terms;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what a rule is about and what it asks, for templates. */
@Component("ruleNames")
public class RuleNames {

	/** The lists from which subjects are taken; no code is in two of them. */
	private static final List<String> SUBJECTS = List.of("species", "cultivation", "process", "county", "market",
			"product", "areaUnit");

	private final Terms terms;

	RuleNames(Terms terms) {
		this.terms = terms;
	}

	/**
	 * One of a rule's numbers or words.
	 *
	 * @param label in the reader's language
	 */
	public record Value(String label, String value) {
	}

	/** What a rule is about. */
	public String subject(String subject) {
		return Arrays.stream(subject.split("\\|", -1)).map(this::word).collect(Collectors.joining(" / "));
	}

	/** A rule's numbers, then its words. */
	public List<Value> values(Rule rule) {
		List<Value> values = new ArrayList<>();
		rule.numbers().forEach((name, number) -> values.add(new Value(label(name), number.toPlainString())));
		rule.words().forEach((name, word) -> values.add(new Value(label(name), subject(word))));
		return values;
	}

	/** What a number or a word is called. */
	public String label(String name) {
		return this.terms.word("ruleValue", name);
	}

	private String word(String code) {
		Locale locale = LocaleContextHolder.getLocale();
		return SUBJECTS.stream()
			.flatMap((scheme) -> this.terms.find(scheme, code).stream())
			.findFirst()
			.map((Term term) -> term.in(locale))
			.orElse(code);
	}

}
