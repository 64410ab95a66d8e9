package org.shenyuan.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.shenyuan.events.TraceEvent;
import tools.jackson.core.JacksonException;

/** JSON Lines: one event a line, in the order in which they happened. */
public final class SeasonFile {

	private static final int MOST_LINES = 200_000;

	private SeasonFile() {
	}

	/**
	 * @throws Refused with the number of every line that is not an event
	 */
	public static List<TraceEvent> read(BufferedReader lines) throws IOException {
		List<TraceEvent> events = new ArrayList<>();
		List<Refusal> refusals = new ArrayList<>();
		int number = 0;
		for (String line = lines.readLine(); line != null; line = lines.readLine()) {
			number++;
			if (number > MOST_LINES) {
				throw new Refused(Refusal.of("import.long", null, "most", MOST_LINES));
			}
			try {
				events.add(EventJson.read(line));
			}
			catch (JacksonException ex) {
				refusals.add(Unreadable.refusal(ex).onLine(number));
			}
		}
		if (!refusals.isEmpty()) {
			throw new Refused(refusals.subList(0, Math.min(100, refusals.size())));
		}
		return events;
	}

}
