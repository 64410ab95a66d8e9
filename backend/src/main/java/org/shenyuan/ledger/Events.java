package org.shenyuan.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.springframework.stereotype.Component;

/** The log, as it was recorded. */
@Component
public class Events {

	private static final Cypher ONE = Cypher.of("""
			MATCH (e:Event {id: $id})
			RETURN e
			""");

	private static final Cypher PAGE = Cypher.of("""
			MATCH (e:Event)
			WHERE e.recorded >= $recorded AND e.position >= 0 AND e.id > ''
			  AND (e.recorded > $recorded OR e.position > $position OR (e.position = $position AND e.id > $id))
			RETURN e
			ORDER BY e.recorded, e.position, e.id
			LIMIT $limit
			""");

	/** The count store answers. */
	private static final Cypher COUNT = Cypher.of("""
			MATCH (e:Event)
			RETURN count(e) AS events
			""");

	private final Graph graph;

	Events(Graph graph) {
		this.graph = graph;
	}

	/**
	 * An event with what the server knows of it.
	 *
	 * @param event the event as it was sent, in canonical form
	 * @param position among the events that were recorded together
	 */
	public record Entry(Instant recorded, long position, String author, String hash, boolean corrected,
			@JsonRawValue String event) {
	}

	public boolean isEmpty() {
		return this.graph.read((tx) -> tx.one(COUNT, Map.of(), (row) -> row.get("events").asLong())).orElse(0L) == 0;
	}

	public Optional<Entry> find(UUID id) {
		return this.graph.read((tx) -> tx.one(ONE, Map.of("id", id.toString()), Events::entry));
	}

	/** The next events in the order in which they were recorded. */
	public List<Entry> after(Cursor cursor, int limit) {
		ZonedDateTime recorded = cursor.recorded().atZone(ZoneOffset.UTC);
		return this.graph.read((tx) -> tx.list(PAGE,
				Map.of("recorded", recorded, "position", cursor.position(), "id", cursor.id(), "limit", limit),
				Events::entry));
	}

	/** The place behind an event in the log; opaque to whoever holds it. */
	public record Cursor(Instant recorded, long position, String id) {

		static final Cursor START = new Cursor(Instant.EPOCH, -1, "");

	}

	private static Entry entry(Record row) {
		Value event = row.get("e");
		return new Entry(event.get("recorded").asZonedDateTime().toInstant(), event.get("position").asLong(),
				event.get("author").asString(), event.get("hash").asString(), event.get("corrected").asBoolean(false),
				event.get("content").asString());
	}

}
