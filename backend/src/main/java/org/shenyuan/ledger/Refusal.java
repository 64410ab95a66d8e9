package org.shenyuan.ledger;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Why something was not recorded, as a value: a page, an API and a phone each say it in
 * their own way.
 *
 * @param key names the sentence: {@code refusal.<key>} in the message files, whose
 * placeholders are the values in order
 * @param field the field it is about, in dotted form
 * @param values the numbers that were compared
 * @param rule the rule that says so, with its source; null for what no rule can change
 * @param line of the file that was sent, counted from 1, when it was a file
 */
public record Refusal(String key, @Nullable String field, Map<String, Object> values, @Nullable Cited rule,
		@Nullable Integer line) {

	private static final int LONGEST_SHOWN = 60;

	/**
	 * @param namesAndValues alternately
	 */
	public static Refusal of(String key, @Nullable String field, Object... namesAndValues) {
		Map<String, Object> values = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			values.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
		}
		return new Refusal(key, field, Collections.unmodifiableMap(values), null, null);
	}

	/**
	 * Of what somebody sent, enough to recognise it by, with nothing that cannot be seen.
	 */
	public static String shown(@Nullable Object given) {
		String text = String.valueOf(given);
		String start = text.substring(0, Math.min(LONGEST_SHOWN, text.length())).replaceAll("\\p{C}", "\uFFFD");
		return (text.length() > LONGEST_SHOWN) ? start + "…" : start;
	}

	public Refusal onLine(int number) {
		return new Refusal(this.key, this.field, this.values, this.rule, number);
	}

	/** A rule as a reader needs it. */
	public record Cited(String id, String severity, String certainty, String source) {
	}

	Refusal under(Rule by) {
		return new Refusal(this.key, this.field, this.values,
				new Cited(by.id(), by.severity().name(), by.certainty(), by.source()), this.line);
	}

	/** The rule of what a rule found. */
	public Cited cited() {
		return Objects.requireNonNull(this.rule);
	}

	/** The same with more values, behind those of its sentence. */
	Refusal with(Map<String, Object> more) {
		Map<String, Object> all = new LinkedHashMap<>(this.values);
		all.putAll(more);
		return new Refusal(this.key, this.field, Collections.unmodifiableMap(all), this.rule, this.line);
	}

}
