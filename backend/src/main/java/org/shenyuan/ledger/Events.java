package org.shenyuan.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
			WHERE e.number > $after
			RETURN e
			ORDER BY e.number
			LIMIT $limit
			""");

	private static final Cypher UNLISTED = Cypher.of("""
			MATCH (e:Event)
			WHERE e.unlisted IS NOT NULL
			RETURN e.id AS id
			LIMIT 1
			""");

	private static final Cypher LOCK = Cypher.of("""
			MERGE (c:Counter {name: 'log'})
			SET c.touched = $now
			""");

	/**
	 * Touching an event waits for the end of the commit that brought it, which becomes
	 * visible bit by bit.
	 */
	private static final Cypher ARRIVED = Cypher.of("""
			MATCH (e:Event)
			WHERE e.unlisted IS NOT NULL
			WITH e
			ORDER BY e.unlisted
			LIMIT $limit
			SET e.position = e.position
			RETURN DISTINCT e.unlisted AS moment
			""");

	private static final Cypher NUMBER = Cypher.of("""
			MATCH (c:Counter {name: 'log'})
			CALL () {
			  UNWIND $moments AS moment
			  MATCH (e:Event)
			  WHERE e.unlisted = moment
			  RETURN e
			  ORDER BY e.unlisted, e.position, e.id
			  LIMIT $limit
			}
			WITH c, collect(e) AS arrived
			SET c.value = coalesce(c.value, 0) + size(arrived)
			WITH arrived, c.value - size(arrived) AS before
			UNWIND range(1, size(arrived)) AS i
			WITH arrived[i - 1] AS e, before + i AS number
			SET e.number = number
			REMOVE e.unlisted
			""");

	/** The count store answers. */
	private static final Cypher COUNT = Cypher.of("""
			MATCH (e:Event)
			RETURN count(e) AS events
			""");

	private static final int LISTED_AT_ONCE = 1000;

	private final Graph graph;

	private final Clock clock;

	Events(Graph graph, Clock clock) {
		this.graph = graph;
		this.clock = clock;
	}

	/**
	 * An event with what the server knows of it.
	 *
	 * @param id of the event, which is in its content as well
	 * @param number its place in the log, 0 as long as nobody has read so far
	 * @param event the event as it was sent, in canonical form
	 * @param position among the events that were recorded together
	 */
	public record Entry(@JsonIgnore String id, @JsonIgnore long number, Instant recorded, long position, String author,
			String hash, boolean corrected, @JsonRawValue String event) {
	}

	public boolean isEmpty() {
		return this.graph.read((tx) -> tx.one(COUNT, Map.of(), (row) -> row.get("events").asLong())).orElse(0L) == 0;
	}

	public Optional<Entry> find(UUID id) {
		return this.graph.read((tx) -> tx.one(ONE, Map.of("id", id.toString()), Events::entry));
	}

	/**
	 * The next events of the log. An answer that is shorter than the limit ends where the
	 * log ended a moment ago.
	 * @param after a number of the log, 0 before its first event
	 */
	public List<Entry> after(long after, int limit) {
		List<Entry> page = page(after, limit);
		return (page.size() < limit && list()) ? page(after, limit) : page;
	}

	private List<Entry> page(long after, int limit) {
		List<Entry> page = this.graph
			.read((tx) -> tx.list(PAGE, Map.of("after", after, "limit", limit), Events::entry));
		// Numbers that are given at this moment become visible in any order.
		for (int i = 0; i < page.size(); i++) {
			if (page.get(i).number() != Math.max(0, after) + i + 1) {
				return page.subList(0, i);
			}
		}
		return page;
	}

	/**
	 * Gives what was recorded since the last time its place in the log. Whoever records
	 * could do that as well, but then all would queue for the next number until the one
	 * before is on the disk. A number is given to what is there to be seen, so that who
	 * has read up to a number has missed nothing before it.
	 * @return whether there was anything
	 */
	private boolean list() {
		if (this.graph.read((tx) -> tx.one(UNLISTED, Map.of(), (row) -> row.get("id").asString())).isEmpty()) {
			return false;
		}
		return this.graph.arrange((tx) -> {
			tx.execute(LOCK, Map.of("now", this.clock.instant().atZone(ZoneOffset.UTC)));
			Map<String, Object> arrived = Map.of("limit", LISTED_AT_ONCE, "moments",
					tx.list(ARRIVED, Map.of("limit", LISTED_AT_ONCE), (row) -> row.get("moment").asObject()));
			tx.execute(NUMBER, arrived);
			return true;
		});
	}

	private static Entry entry(Record row) {
		Value event = row.get("e");
		return new Entry(event.get("id").asString(), event.get("number").asLong(0),
				event.get("recorded").asZonedDateTime().toInstant(), event.get("position").asLong(),
				event.get("author").asString(), event.get("hash").asString(), event.get("corrected").asBoolean(false),
				event.get("content").asString());
	}

}
