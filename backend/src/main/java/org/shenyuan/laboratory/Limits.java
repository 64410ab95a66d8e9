package org.shenyuan.laboratory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.shenyuan.ledger.Rule;
import org.shenyuan.ledger.RuleBook;
import org.springframework.stereotype.Component;

/** What is looked for in goods, and how much of it may or must be there. */
@Component
class Limits {

	private static final List<String> KINDS = List.of("residue-limit", "metal-limit", "moisture-limit", "active-floor");

	private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

	private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");

	private final RuleBook rules;

	Limits(RuleBook rules) {
		this.rules = rules;
	}

	/**
	 * A rule about one analyte.
	 *
	 * @param floor whether the limit is the least, not the most
	 */
	record Limit(String analyte, String unit, BigDecimal limit, boolean floor) {
	}

	/** Those for goods of a species and a product on a day. */
	List<Limit> of(String species, String product, LocalDate day, Locale locale) {
		List<Rule> all = this.rules.all();
		return KINDS.stream()
			.flatMap((kind) -> RuleBook.inForce(all, kind, day))
			.filter((rule) -> rule.subject().equals(species)
					&& (rule.text("product").isEmpty() || names(rule, "product").contains(product)))
			.map((rule) -> {
				boolean floor = rule.numbers().containsKey("least");
				return new Limit(name(names(rule, "analyte"), locale), rule.text("unit"),
						rule.number(floor ? "least" : "most"), floor);
			})
			.toList();
	}

	private static List<String> names(Rule rule, String word) {
		return List.of(rule.text(word).split("\\|", -1));
	}

	/** The name that is written in the reader's script, else the first. */
	static String name(List<String> names, Locale locale) {
		Pattern script = switch (locale.getLanguage()) {
			case "zh" -> HAN;
			case "ko" -> HANGUL;
			default -> Pattern.compile("^\\p{ASCII}+$");
		};
		return names.stream().filter((name) -> script.matcher(name).find()).findFirst().orElse(names.getFirst());
	}

}
