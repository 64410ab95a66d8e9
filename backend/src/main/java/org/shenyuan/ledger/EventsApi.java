package org.shenyuan.ledger;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.EventKinds;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Recording, one address for each kind of event, and reading the log. */
@RestController
@RequestMapping("/api/v1/events")
class EventsApi {

	private static final int MOST = 1000;

	private final Ledger ledger;

	private final Events events;

	EventsApi(Ledger ledger, Events events) {
		this.ledger = ledger;
		this.events = events;
	}

	/**
	 * A page of the log.
	 *
	 * @param next where to read on, now or at any later time; nothing is recorded before
	 * it any more
	 * @param more whether it is worth asking again at once
	 */
	record Page(List<Events.Entry> events, String next, boolean more) {
	}

	/** 201 the first time, 200 with the same answer ever after. */
	@PostMapping("/{kind}")
	ResponseEntity<Recorded> record(@PathVariable String kind, @RequestBody String body, Author author) {
		if (!EventKinds.all().containsKey(kind)) {
			throw new Refused(Refusal.of("not-found", "type", "given", kind));
		}
		JsonNode json = EventJson.tree(body);
		if (json instanceof ObjectNode object) {
			JsonNode type = object.get("type");
			if (type != null && !type.asString("").equals(kind)) {
				throw new Refused(Refusal.of("json.kind", "type", "address", kind, "given", type.asString("")));
			}
			object.put("type", kind);
		}
		Recorded recorded = this.ledger.append(author, EventJson.read(json));
		return recorded.again() ? ResponseEntity.ok(recorded)
				: ResponseEntity.created(URI.create("/api/v1/events/" + recorded.id())).body(recorded);
	}

	@GetMapping("/{id}")
	Events.Entry one(@PathVariable UUID id) {
		return this.events.find(id).orElseThrow(() -> new Refused(Refusal.of("not-found", "id", "given", id)));
	}

	@GetMapping
	Page page(@RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "100") int limit) {
		int size = Math.max(1, Math.min(MOST, limit));
		long start = (after != null) ? place(after) : 0;
		List<Events.Entry> page = this.events.after(start, size);
		return new Page(page, Long.toString(page.isEmpty() ? start : page.getLast().number()), page.size() == size);
	}

	private static long place(String cursor) {
		try {
			return Long.parseLong(cursor);
		}
		catch (NumberFormatException ex) {
			throw new Refused(Refusal.of("cursor", "after"));
		}
	}

}
