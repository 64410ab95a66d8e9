package org.shenyuan.trace;

import java.util.List;
import java.util.Map;

import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.shenyuan.events.LotKind;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Ranges;
import org.shenyuan.trace.Forward.Reached;
import org.springframework.stereotype.Component;

/** Follows the goods from a start to every label, in one statement. */
@Component
public class Forwards {

	private static final String ONWARD = """
			MATCH (start)-[:INPUT|OUTPUT*0..]->(n)
			WITH DISTINCT n
			WHERE n:Lot
			MATCH (p:Thing {id: n.holder})
			RETURN n.id AS lot, n.kind AS kind, n.product AS product, n.holder AS holder, p.name AS holderName,
			       n.grams AS grams, n.left AS left, COLLECT { MATCH (n)<-[:LABELS]-(r:Run) RETURN r {.*, recalled: r:Recalled} } AS runs
			ORDER BY lot
			""";

	private static final Cypher FROM_LOT = Cypher.of("""
			MATCH (start:Lot {id: $start})
			""" + ONWARD);

	private static final Cypher FROM_PLOT = Cypher.of("""
			MATCH (:Thing {id: $start})<-[:AT]-(start:Event)
			""" + ONWARD);

	/** An event that observed a lot reaches what was made of it afterwards. */
	private static final Cypher FROM_EVENT = Cypher.of("""
			MATCH (e:Event {id: $start})
			CALL (e) {
			  RETURN e AS start
			UNION
			  MATCH (e)-[:ABOUT]->(start:Lot)
			  RETURN start
			}
			""" + ONWARD);

	private final Graph graph;

	Forwards(Graph graph) {
		this.graph = graph;
	}

	public Forward fromLot(String lot) {
		return from(FROM_LOT, lot);
	}

	Forward fromPlot(String plot) {
		return from(FROM_PLOT, plot);
	}

	Forward fromEvent(String event) {
		return from(FROM_EVENT, event);
	}

	private Forward from(Cypher statement, String start) {
		List<Reached> lots = this.graph.read((tx) -> tx.list(statement, Map.of("start", start), Forwards::reached));
		return new Forward(start, lots, List.of());
	}

	private static Reached reached(Record row) {
		String lot = row.get("lot").asString();
		String holder = row.get("holder").asString();
		return new Reached(lot, LotKind.valueOf(row.get("kind").asString()), row.get("product").asString(), holder,
				row.get("holderName").asString(holder), row.get("grams").asLong(), row.get("left").asLong(),
				row.get("runs")
					.asList((run) -> new LabelRun(run.get("id").asString(), run.get("number").asLong(),
							run.get("keyVersion").asLong(), lot, holder, run.get("count").asLong(),
							run.get("unitGrams").asLong(), Ranges.ofFlat(run.get("activated").asList(Value::asLong)),
							Ranges.ofFlat(run.get("voided").asList(Value::asLong)), run.get("recalled").asBoolean())));
	}

}
