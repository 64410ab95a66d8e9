package org.shenyuan.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Ruling.RuleSet;
import org.shenyuan.events.Severity;

/**
 * A number of the trade, with where it comes from and how sure it is.
 *
 * @param kind which check reads it
 * @param subject what it is about: a process, a county, a species, …
 * @param certainty {@code found}, {@code derived} or {@code general-knowledge}
 * @param validTo last day on which it holds; open when null
 * @param numbers limits by name, in the unit that the name says
 * @param words texts by name
 */
public record Rule(String id, String kind, String subject, Severity severity, String certainty, String source,
		LocalDate validFrom, @Nullable LocalDate validTo, Map<String, BigDecimal> numbers, Map<String, String> words) {

	public static Rule of(RuleSet set) {
		return new Rule(set.rule(), set.kind(), set.subject(), set.severity(), set.certainty(), set.source(),
				set.validFrom(), set.validTo(), plain(Objects.requireNonNullElse(set.numbers(), Map.of())),
				new TreeMap<>(Objects.requireNonNullElse(set.words(), Map.of())));
	}

	/** One number has one spelling: 35 is neither 35.0 nor 3.5E+1. */
	static Map<String, BigDecimal> plain(Map<String, BigDecimal> numbers) {
		Map<String, BigDecimal> plain = new TreeMap<>(numbers);
		plain.replaceAll((name, number) -> new BigDecimal(number.stripTrailingZeros().toPlainString()));
		return plain;
	}

	/** The same with another last day. */
	public Rule until(@Nullable LocalDate last) {
		return new Rule(this.id, this.kind, this.subject, this.severity, this.certainty, this.source, this.validFrom,
				last, this.numbers, this.words);
	}

	/** The same, only told to whoever asks. */
	public Rule informing() {
		return new Rule(this.id, this.kind, this.subject, Severity.INFORM, this.certainty, this.source, this.validFrom,
				this.validTo, this.numbers, this.words);
	}

	public boolean isInForce(LocalDate day) {
		return !day.isBefore(this.validFrom) && (this.validTo == null || !day.isAfter(this.validTo));
	}

	/** A limit by name. */
	public BigDecimal number(String name) {
		BigDecimal number = this.numbers.get(name);
		if (number == null) {
			throw new IllegalStateException(String.format(Locale.ROOT, "Rule %s has no %s", this.id, name));
		}
		return number;
	}

	/** A word by name; empty when the rule has none. */
	public String text(String name) {
		return this.words.getOrDefault(name, "");
	}

}
