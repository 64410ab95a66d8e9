package org.shenyuan.recall;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.shenyuan.events.Recalling.RecallEnded;
import org.shenyuan.events.Recalling.Recalled;
import org.shenyuan.events.Recalling.Starting;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.graph.Tx;
import org.shenyuan.ledger.EventJson;
import org.shenyuan.recall.Recall.End;
import org.shenyuan.recall.Recall.Occasion;
import org.shenyuan.recall.Recall.Snapshot;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Recalls and drills as they were recorded. */
@Component
class Recalls {

	private static final int MOST = 500;

	private static final String SHOWN = """
			RETURN e.content AS content,
			       COLLECT { MATCH (e)<-[:ENDS]-(end:Event) RETURN end.content } AS ends,
			       COLLECT { MATCH (e)<-[:MEASURES]-(i:Impact)
			                 RETURN i {.id, .taken, .occasion, .author, .sum} ORDER BY i.taken, i.id } AS snapshots
			""";

	private static final Cypher ONE = Cypher.of("""
			MATCH (e:Event {id: $id})
			WHERE e.kind IN ['recalled', 'recallDrilled']
			""" + SHOWN);

	private static final Cypher ALL = Cypher.of("""
			MATCH (e:Event)
			WHERE e.origin > '' AND e.kind IN ['recalled', 'recallDrilled']
			WITH e
			ORDER BY e.at DESC, e.id
			LIMIT $limit
			""" + SHOWN);

	private final Graph graph;

	private final JsonMapper json;

	Recalls(Graph graph, JsonMapper json) {
		this.graph = graph;
		this.json = json;
	}

	/** The latest first. */
	List<Recall> all() {
		return this.graph.read((tx) -> tx.list(ALL, Map.of("limit", MOST), this::recall));
	}

	Optional<Recall> find(UUID id) {
		return this.graph.read((tx) -> find(tx, id));
	}

	Optional<Recall> find(Tx tx, UUID id) {
		return tx.one(ONE, Map.of("id", id.toString()), this::recall);
	}

	private Recall recall(Record row) {
		Starting start = (Starting) EventJson.read(row.get("content").asString());
		End end = row.get("ends")
			.asList(Value::asString)
			.stream()
			.map(EventJson::read)
			.map(RecallEnded.class::cast)
			.map((ended) -> new End(ended.at(), ended.reason()))
			.findFirst()
			.orElse(null);
		return new Recall(start.id(), !(start instanceof Recalled), start.at(), start.source(), start.start(),
				start.reason(), (start instanceof Recalled recalled) ? recalled.advice() : null, end,
				row.get("snapshots").asList(this::snapshot));
	}

	private Snapshot snapshot(Value snapshot) {
		return new Snapshot(UUID.fromString(snapshot.get("id").asString()),
				snapshot.get("taken").asZonedDateTime().toInstant(),
				Occasion.valueOf(snapshot.get("occasion").asString()), snapshot.get("author").asString(),
				this.json.readValue(snapshot.get("sum").asString(), Impact.Sum.class));
	}

}
