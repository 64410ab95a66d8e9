package org.shenyuan.events;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every kind of event by name, read off the sealed hierarchy: adding a record adds a
 * kind.
 */
public final class EventKinds {

	private static final Map<String, Class<? extends TraceEvent>> BY_NAME = collect();

	private EventKinds() {
	}

	public static Map<String, Class<? extends TraceEvent>> all() {
		return BY_NAME;
	}

	/** What a kind is called, also one whose record has a field of that name. */
	public static String nameOf(Class<?> kind) {
		String name = kind.getSimpleName();
		return Character.toLowerCase(name.charAt(0)) + name.substring(1);
	}

	private static Map<String, Class<? extends TraceEvent>> collect() {
		Map<String, Class<? extends TraceEvent>> kinds = new TreeMap<>();
		leaves(TraceEvent.class).forEach((kind) -> kinds.put(nameOf(kind), kind.asSubclass(TraceEvent.class)));
		return Collections.unmodifiableMap(kinds);
	}

	private static Stream<Class<?>> leaves(Class<?> type) {
		return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventKinds::leaves)
				: Stream.of(type);
	}

}
