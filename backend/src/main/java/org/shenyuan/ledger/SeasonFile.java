package org.shenyuan.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import org.shenyuan.events.TraceEvent;
import tools.jackson.core.JacksonException;

/**
 * JSON Lines: one event a line, in the order in which they happened.
 *
 * @param events by line, counted from 1
 * @param unreadable why the other lines are no events
 */
public record SeasonFile(SequencedMap<Integer, TraceEvent> events, List<Refusal> unreadable) {

	private static final int MOST_LINES = 200_000;

	/** Events that did not come as JSON Lines, counted from 1. */
	public static SeasonFile of(List<? extends TraceEvent> events) {
		SequencedMap<Integer, TraceEvent> lines = new LinkedHashMap<>();
		events.forEach((event) -> lines.put(lines.size() + 1, event));
		return new SeasonFile(lines, List.of());
	}

	/**
	 * @throws Refused when it is too long
	 */
	public static SeasonFile read(BufferedReader lines) throws IOException {
		SequencedMap<Integer, TraceEvent> events = new LinkedHashMap<>();
		List<Refusal> unreadable = new ArrayList<>();
		int number = 0;
		for (String line = lines.readLine(); line != null; line = lines.readLine()) {
			number++;
			if (number > MOST_LINES) {
				throw new Refused(Refusal.of("import.long", null, "most", MOST_LINES));
			}
			try {
				events.put(number, EventJson.read(line));
			}
			catch (JacksonException ex) {
				unreadable.add(Unreadable.refusal(ex).onLine(number));
			}
		}
		return new SeasonFile(events, unreadable);
	}

}
