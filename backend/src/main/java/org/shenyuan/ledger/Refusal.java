package org.shenyuan.ledger;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Why something was not recorded, as a value: a page, an API and a phone each say it in
 * their own way.
 *
 * @param key names the sentence: {@code refusal.<key>} in the message files, whose
 * placeholders are the values in order
 * @param field the field it is about, in dotted form
 * @param values the numbers that were compared
 * @param line of the file that was sent, counted from 1, when it was a file
 */
public record Refusal(String key, @Nullable String field, Map<String, Object> values, @Nullable Integer line) {

	/**
	 * @param namesAndValues alternately
	 */
	public static Refusal of(String key, @Nullable String field, Object... namesAndValues) {
		Map<String, Object> values = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			values.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
		}
		return new Refusal(key, field, Collections.unmodifiableMap(values), null);
	}

	public Refusal onLine(int number) {
		return new Refusal(this.key, this.field, this.values, number);
	}

}
