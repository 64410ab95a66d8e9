package org.shenyuan.ledger;

import java.util.List;
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
		return (this.properties.get("roles") instanceof List<?> roles) ? roles.stream().map(Object::toString).toList()
				: List.of();
	}

	public long number(String property) {
		return (this.properties.get(property) instanceof Number number) ? number.longValue() : 0;
	}

	public @Nullable String text(String property) {
		Object value = this.properties.get(property);
		return (value != null) ? value.toString() : null;
	}

}
