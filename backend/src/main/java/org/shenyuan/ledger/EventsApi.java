package org.shenyuan.ledger;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

	private static final List<String> LABELS = List.of("first", "last");

	private final Ledger ledger;

	private final Events events;

	private final Access access;

	private final LabelNames labels;

	EventsApi(Ledger ledger, Events events, Access access, LabelNames labels) {
		this.ledger = ledger;
		this.events = events;
		this.access = access;
		this.labels = labels;
	}

	/**
	 * A page of the log, of what its reader may see: it can be empty while there is more.
	 *
	 * @param next where to read on, now or at any later time; nothing is recorded before
	 * it any more
	 * @param more whether it is worth asking again at once
	 */
	record Page(List<Events.Entry> events, String next, boolean more) {
	}

	/** A label may be named by its code, or by what its symbol says. */
	private void number(ObjectNode object) {
		Refusals refusals = new Refusals();
		for (String field : LABELS) {
			JsonNode label = object.get(field);
			if (label != null && label.isString()) {
				Long number = this.labels.number(object.path("run").asString(""), field, label.asString(), refusals);
				if (number != null) {
					object.put(field, number);
				}
			}
		}
		if (!refusals.all().isEmpty()) {
			throw new Refused(refusals.all());
		}
	}

	/** 201 the first time, 200 with the same answer ever after. */
	@PostMapping("/{kind}")
	ResponseEntity<Recorded> record(@PathVariable String kind, @RequestBody String body, Author author) {
		if (!EventKinds.all().containsKey(kind)) {
			throw Refused.absent("type", kind);
		}
		JsonNode json = EventJson.tree(body);
		if (json instanceof ObjectNode object) {
			JsonNode type = object.get("type");
			if (type != null && !type.asString("").equals(kind)) {
				throw new Refused(Refusal.of("json.kind", "type", "address", kind, "given", type.asString("")));
			}
			object.put("type", kind);
			number(object);
		}
		Recorded recorded = this.ledger.append(author, EventJson.read(json));
		return recorded.again() ? ResponseEntity.ok(recorded)
				: ResponseEntity.created(URI.create("/api/v1/events/" + recorded.id())).body(recorded);
	}

	@GetMapping("/{id}")
	Events.Entry one(@PathVariable UUID id, Author author) {
		this.access.toEvent(author, id);
		return this.events.find(id).orElseThrow(() -> Refused.absent("id", id));
	}

	@GetMapping
	Page page(@RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "100") int limit,
			Author author) {
		int size = Math.max(1, Math.min(MOST, limit));
		long at = (after != null) ? place(after) : 0;
		List<Events.Entry> page = new ArrayList<>();
		boolean more = true;
		// Between two events of a party may stand any number of others'.
		for (int looked = 0, step = size; more && page.size() < size && looked < MOST;) {
			List<Events.Entry> seen = this.events.after(at, step);
			Set<String> readable = this.access.toEvents(author, seen.stream().map(Events.Entry::id).toList());
			for (Events.Entry entry : seen) {
				if (page.size() < size) {
					at = entry.number();
					if (readable.contains(entry.id())) {
						page.add(entry);
					}
				}
			}
			more = seen.size() == step;
			looked += step;
			step = Math.min(2 * step, MOST - looked);
		}
		return new Page(page, Long.toString(at), page.size() == size || more);
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
