package org.shenyuan.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

import org.shenyuan.events.Severity;

/**
 * A number of the trade, with where it comes from and how sure it is.
 *
 * @param certainty {@code found}, {@code derived} or {@code general-knowledge}
 * @param validTo last day on which it holds
 */
public record Rule(String id, String kind, String subject, Severity severity, String certainty, String source,
		LocalDate validFrom, LocalDate validTo, Map<String, Object> values) {

	public boolean isInForce(LocalDate day) {
		return !day.isBefore(this.validFrom) && !day.isAfter(this.validTo);
	}

	/** A limit by name. */
	public BigDecimal number(String name) {
		Object value = this.values.get(name);
		if (value == null) {
			throw new IllegalStateException(String.format(Locale.ROOT, "Rule %s has no %s", this.id, name));
		}
		return new BigDecimal(value.toString());
	}

	/** A word by name; empty when the rule has none. */
	public String text(String name) {
		Object value = this.values.get(name);
		return (value != null) ? value.toString() : "";
	}

}
