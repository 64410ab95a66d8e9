package org.shenyuan.trace;

import java.util.UUID;

import org.shenyuan.events.Recalling.Source;
import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Refused;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Back to the sources, and forward to the labels. */
@RestController
@RequestMapping("/api/v1")
class TracesApi {

	private final Traces traces;

	private final Forwards forwards;

	private final Access access;

	TracesApi(Traces traces, Forwards forwards, Access access) {
		this.traces = traces;
		this.forwards = forwards;
		this.access = access;
	}

	@GetMapping("/lots/{lot}/trace")
	Trace back(@PathVariable String lot, Author author) {
		this.access.toLot(author, lot);
		return this.traces.of(lot).orElseThrow(() -> unknown("lot", lot));
	}

	@GetMapping("/lots/{lot}/forward")
	Forward fromLot(@PathVariable String lot, Author author) {
		this.access.toLot(author, lot);
		return from("lot", Source.LOT, lot).seenBy(author, this.access);
	}

	@GetMapping("/plots/{plot}/forward")
	Forward fromPlot(@PathVariable String plot, Author author) {
		this.access.toPlot(author, plot);
		return from("plot", Source.PLOT, plot).seenBy(author, this.access);
	}

	@GetMapping("/events/{event}/forward")
	Forward fromEvent(@PathVariable UUID event, Author author) {
		this.access.toEvent(author, event);
		return from("event", Source.EVENT, event.toString()).seenBy(author, this.access);
	}

	private Forward from(String field, Source source, String start) {
		return this.forwards.from(source, start).orElseThrow(() -> unknown(field, start));
	}

	private static Refused unknown(String field, String id) {
		return Refused.absent(field, id);
	}

}
