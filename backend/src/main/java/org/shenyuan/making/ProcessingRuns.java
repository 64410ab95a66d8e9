package org.shenyuan.making;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.neo4j.driver.Value;
import org.shenyuan.events.Making.Processed;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.ledger.EventJson;
import org.springframework.stereotype.Component;

/** Processing runs by their numbers. */
@Component
class ProcessingRuns {

	private static final Cypher STEPS = Cypher.of("""
			MATCH (e:Event {origin: $origin})
			WHERE e.kind = 'processed' AND e.corrected IS NULL
			RETURN e.content AS content, COLLECT { MATCH (e)-[:OUTPUT]->(l:Lot) RETURN [l.id, l.left] } AS made
			ORDER BY e.at
			LIMIT 1000
			""");

	private static final Cypher MAKERS = Cypher.of("""
			UNWIND $lots AS id
			MATCH (:Lot {id: id})<-[:OUTPUT]-(e:Event)
			WHERE e.kind = 'processed' AND EXISTS { MATCH (e)-[:BY]->(p) WHERE p.id = $party }
			RETURN DISTINCT e.content AS content, e.at AS at
			ORDER BY at DESC
			""");

	private final Graph graph;

	ProcessingRuns(Graph graph) {
		this.graph = graph;
	}

	/** A party's run; nothing when no step of it is recorded. */
	Optional<Run> find(String party, String number) {
		Map<String, Long> left = new HashMap<>();
		List<Processed> steps = this.graph
			.read((tx) -> tx.list(STEPS, Map.of("origin", Processed.key(party, number)), (row) -> {
				row.get("made")
					.asList((lot) -> lot)
					.forEach((Value lot) -> left.put(lot.get(0).asString(), lot.get(1).asLong()));
				return (Processed) EventJson.read(row.get("content").asString());
			}));
		return steps.isEmpty() ? Optional.empty() : Optional.of(new Run(number, steps, left));
	}

	/** The last steps of those runs of a party that made any of these lots. */
	List<Processed> lastSteps(String party, List<String> lots) {
		Map<String, Processed> last = new HashMap<>();
		return this.graph
			.read((tx) -> tx.list(MAKERS, Map.of("lots", lots, "party", party),
					(row) -> (Processed) EventJson.read(row.get("content").asString())))
			.stream()
			.filter((step) -> last.putIfAbsent(step.run(), step) == null)
			.toList();
	}

}
