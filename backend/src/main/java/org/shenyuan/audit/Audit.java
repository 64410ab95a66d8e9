package org.shenyuan.audit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.springframework.stereotype.Component;

/**
 * What was recorded, the latest first. An index keeps all of it, that of each person and
 * that of each party in this order, so that a page costs as much as is on it; a kind is
 * looked for within the days that are asked for.
 */
@Component
class Audit {

	/** Behind every id. */
	private static final String LAST = "\uFFFF";

	private static final String PAGE = """
			  AND e.recorded >= $from AND e.recorded <= $until AND e.id > ''
			  AND (e.recorded < $until OR e.id < $before)
			  AND ($kind = '' OR e.kind = $kind)
			WITH e
			ORDER BY e.recorded DESC, e.id DESC
			LIMIT $limit
			MATCH (e)-[:BY]->(p:Thing)
			RETURN e {.id, .kind, .recorded, .at, .author, .party, .hash, corrected: coalesce(e.corrected, false)} AS event,
			       p.name AS party,
			       COLLECT { MATCH (e)-[:INPUT|OUTPUT|ABOUT]-(l:Lot) RETURN DISTINCT l.id ORDER BY l.id LIMIT 3 } AS lots,
			       COLLECT { MATCH (e)-[:REGISTERS|CONCERNS|AT]->(t:Thing) RETURN t.id ORDER BY t.id LIMIT 3 } AS things
			ORDER BY e.recorded DESC, e.id DESC
			""";

	private static final Cypher OF_ALL = Cypher.of("""
			MATCH (e:Event)
			WHERE e.recorded IS NOT NULL
			""" + PAGE);

	private static final Cypher OF_PERSON = Cypher.of("""
			MATCH (e:Event)
			WHERE e.author = $person AND ($party = '' OR e.party = $party)
			""" + PAGE);

	private static final Cypher OF_PARTY = Cypher.of("""
			MATCH (e:Event)
			WHERE e.party = $party
			""" + PAGE);

	private static final Cypher NAMED = Cypher.of("""
			MATCH (p:Party)
			WHERE p.name = $name
			RETURN p.id AS id
			LIMIT 1
			""");

	private final Graph graph;

	Audit(Graph graph) {
		this.graph = graph;
	}

	/**
	 * What is asked for; an empty word asks for nothing.
	 *
	 * @param person the name of an account, {@code party} a number
	 * @param from and {@code to} times of the server, the second one not included
	 */
	record Wanted(String person, String party, String kind, ZonedDateTime from, ZonedDateTime to) {
	}

	/** Where a page ends: the time and the id of its last line. */
	record Cursor(ZonedDateTime recorded, String id) {

		/** As an address carries it, or null when it is no such thing. */
		static @Nullable Cursor of(String text) {
			try {
				String[] parts = text.split("_", 2);
				return (parts.length == 2) ? new Cursor(ZonedDateTime.parse(parts[0]), parts[1]) : null;
			}
			catch (DateTimeException ex) {
				return null;
			}
		}

		@Override
		public String toString() {
			return this.recorded.toInstant() + "_" + this.id;
		}

	}

	/**
	 * One thing that was done.
	 *
	 * @param recorded by the server's clock, {@code at} by whoever did it
	 * @param subjects numbers of some of what it was about
	 */
	record Line(String id, String kind, ZonedDateTime recorded, ZonedDateTime at, String person, String party,
			String partyName, List<String> lots, List<String> subjects, boolean corrected, String hash) {

		/** Between doing and recording, in whole days. */
		public long days() {
			return Duration.between(this.at, this.recorded).toDays();
		}

		Cursor cursor() {
			return new Cursor(this.recorded, this.id);
		}

	}

	/** The number of a party that is given by its number or by its name. */
	String party(String typed) {
		return this.graph.read((tx) -> tx.one(NAMED, Map.of("name", typed), (row) -> row.get("id").asString()))
			.orElse(typed);
	}

	List<Line> page(Wanted wanted, @Nullable Cursor after, int limit) {
		Map<String, Object> parameters = new HashMap<>(Map.of("person", wanted.person(), "party", wanted.party(),
				"kind", wanted.kind(), "from", wanted.from(), "limit", limit));
		parameters.put("until", (after != null) ? after.recorded() : wanted.to().minusNanos(1));
		parameters.put("before", (after != null) ? after.id() : LAST);
		Cypher which = !wanted.person().isEmpty() ? OF_PERSON : (!wanted.party().isEmpty() ? OF_PARTY : OF_ALL);
		return this.graph.read((tx) -> tx.list(which, parameters, Audit::line));
	}

	private static Line line(Record row) {
		Value event = row.get("event");
		List<String> lots = row.get("lots").asList(Value::asString);
		return new Line(event.get("id").asString(), event.get("kind").asString(),
				event.get("recorded").asZonedDateTime(), event.get("at").asZonedDateTime(),
				event.get("author").asString(), event.get("party").asString(""), row.get("party").asString(""), lots,
				Stream.concat(lots.stream(), row.get("things").asList(Value::asString).stream()).toList(),
				event.get("corrected").asBoolean(), event.get("hash").asString());
	}

}
