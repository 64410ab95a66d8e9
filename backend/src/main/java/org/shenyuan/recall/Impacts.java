package org.shenyuan.recall;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.shenyuan.events.Recalling.RecallEnded;
import org.shenyuan.events.Recalling.Recalled;
import org.shenyuan.events.Recalling.Source;
import org.shenyuan.events.Recalling.Starting;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.graph.Tx;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Consequence;
import org.shenyuan.recall.Recall.Occasion;
import org.shenyuan.trace.Forward;
import org.shenyuan.trace.Forward.Reached;
import org.shenyuan.trace.Forwards;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Works out impacts and keeps them. A snapshot is taken in the transaction that records a
 * recall, its drill or its end, and whenever somebody asks for another one; it is never
 * changed, so that before and after can be laid side by side.
 */
@Component
class Impacts implements Consequence {

	private static final Cypher PARTIES = Cypher.of("""
			UNWIND $parties AS id
			MATCH (p:Thing {id: id})
			RETURN p.id AS id, p.name AS name, p.county AS county, p.town AS town
			""");

	private static final Cypher KEEP = Cypher.of("""
			MATCH (e:Event {id: $recall})
			CREATE (i:Impact {id: $id})-[:MEASURES]->(e)
			SET i += $properties
			""");

	private static final Cypher CONTENT = Cypher.of("""
			MATCH (i:Impact {id: $id})-[:MEASURES]->(:Event {id: $recall})
			RETURN i.content AS content
			""");

	private final Graph graph;

	private final Forwards forwards;

	private final Recalls recalls;

	private final JsonMapper json;

	private final Clock clock;

	Impacts(Graph graph, Forwards forwards, Recalls recalls, JsonMapper json, Clock clock) {
		this.graph = graph;
		this.forwards = forwards;
		this.recalls = recalls;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * What a recall would reach now. Writes nothing.
	 * @return nothing when there is no such start
	 */
	Optional<Impact> of(Source source, String start) {
		return this.graph.read((tx) -> of(tx, source, start, this.clock.instant()));
	}

	/** Takes one more snapshot. */
	void take(Recall recall, Author author) {
		this.graph.write((tx) -> {
			keep(tx, recall.id(), recall.source(), recall.start(), Occasion.ASKED, author, this.clock.instant());
			return recall;
		});
	}

	/** A snapshot as it was kept, in JSON. */
	Optional<String> kept(UUID recall, UUID snapshot) {
		return this.graph.read((tx) -> tx.one(CONTENT, Map.of("id", snapshot.toString(), "recall", recall.toString()),
				(row) -> row.get("content").asString()));
	}

	Impact read(String content) {
		return this.json.readValue(content, Impact.class);
	}

	@Override
	public void of(Tx tx, TraceEvent event, Author author, Instant recorded) {
		switch (event) {
			case Starting start -> keep(tx, start.id(), start.source(), start.start(),
					(start instanceof Recalled) ? Occasion.RECALLED : Occasion.DRILLED, author, recorded);
			case RecallEnded end -> this.recalls.find(tx, end.recall())
				.ifPresent((recall) -> keep(tx, recall.id(), recall.source(), recall.start(), Occasion.ENDED, author,
						recorded));
			default -> {
			}
		}
	}

	private void keep(Tx tx, UUID recall, Source source, String start, Occasion occasion, Author author, Instant now) {
		Impact impact = of(tx, source, start, now).orElseThrow();
		tx.execute(KEEP,
				Map.of("recall", recall.toString(), "id", UUID.randomUUID().toString(), "properties",
						Map.of("taken", now.atZone(ZoneOffset.UTC), "occasion", occasion.name(), "author",
								author.name(), "sum", this.json.writeValueAsString(impact.sum()), "content",
								this.json.writeValueAsString(impact))));
	}

	private Optional<Impact> of(Tx tx, Source source, String start, Instant now) {
		return this.forwards.from(tx, source, start)
			.map((forward) -> Impact.of(source, forward, parties(tx, forward), now));
	}

	private static Map<String, Impact.Party> parties(Tx tx, Forward forward) {
		List<String> ids = forward.lots().stream().map(Reached::holder).distinct().toList();
		Map<String, Impact.Party> parties = new HashMap<>();
		tx.each(PARTIES, Map.of("parties", ids),
				(row) -> parties.put(row.get("id").asString(), new Impact.Party(row.get("id").asString(),
						row.get("name").asString(), row.get("county").asString(null), row.get("town").asString(null))));
		return parties;
	}

}
