package org.shenyuan.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.NewThing.Link;

/** A registered thing: its labels, what is known of it, and where it points. */
public record Thing(String id, Set<String> labels, Map<String, @Nullable Object> properties, List<Link> links) {

	/** Whether it is a {@code Plot}, a {@code Party}, … */
	public boolean is(String label) {
		return this.labels.contains(label);
	}

	/** Whether it points to {@code other} in this way. */
	public boolean isLinked(String type, String other) {
		return this.links.stream().anyMatch((link) -> link.type().equals(type) && link.to().equals(other));
	}

	public List<String> roles() {
		return words("roles");
	}

	public long number(String property) {
		return (this.properties.get(property) instanceof Number number) ? number.longValue() : 0;
	}

	/** A list of words; empty when there is none. */
	public List<String> words(String property) {
		return (this.properties.get(property) instanceof List<?> words) ? words.stream().map(Object::toString).toList()
				: List.of();
	}

	/** A day that it must have. */
	public LocalDate day(String property) {
		if (this.properties.get(property) instanceof LocalDate day) {
			return day;
		}
		throw new IllegalStateException(String.format(Locale.ROOT, "%s has no %s", this.id, property));
	}

	public @Nullable String text(String property) {
		Object value = this.properties.get(property);
		return (value != null) ? value.toString() : null;
	}

}
