package org.shenyuan.backup;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** Properties of the graph as JSON, and back: text says nothing of days and times. */
final class Values {

	private static final String TIME = "time";

	private static final String DAY = "day";

	private Values() {
	}

	/** Sorted by name, days and times as objects of one field. */
	static Map<String, Object> json(Map<String, Object> properties) {
		Map<String, Object> json = new TreeMap<>();
		properties.forEach((name, value) -> {
			switch (value) {
				case ZonedDateTime time -> json.put(name, Map.of(TIME, time.toString()));
				case LocalDate day -> json.put(name, Map.of(DAY, day.toString()));
				default -> json.put(name, value);
			}
		});
		return json;
	}

	/** What {@link #json} made, as the graph takes it. */
	static Map<String, Object> properties(Map<String, Object> json) {
		Map<String, Object> properties = new TreeMap<>();
		json.forEach((name, value) -> properties.put(name, switch (value) {
			case Map<?, ?> object when text(object, TIME) != null -> ZonedDateTime.parse(text(object, TIME));
			case Map<?, ?> object when text(object, DAY) != null -> LocalDate.parse(text(object, DAY));
			case Integer whole -> whole.longValue();
			case BigDecimal number -> number.doubleValue();
			case List<?> list -> list.stream().map((one) -> (one instanceof Integer n) ? n.longValue() : one).toList();
			default -> value;
		}));
		return properties;
	}

	private static @Nullable String text(Map<?, ?> object, String name) {
		return (object.get(name) instanceof String text) ? text : null;
	}

}
