package org.shenyuan.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A thing that an event registers: a party, a plot, a certificate.
 *
 * @param label its node label, besides {@code Thing}
 * @param properties what is known of it; nulls are left out
 * @param links its relationships to things that exist
 */
public record NewThing(String label, String id, Map<String, @Nullable Object> properties, List<Link> links) {

	/** A relationship from one thing to another. */
	public record Link(String from, String type, String to) {
	}

	/** Names and values, alternately. */
	static Map<String, @Nullable Object> properties(@Nullable Object... namesAndValues) {
		Map<String, @Nullable Object> properties = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			properties.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
		}
		return properties;
	}

}
