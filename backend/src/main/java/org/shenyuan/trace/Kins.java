package org.shenyuan.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.neo4j.driver.Value;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.trace.Kin.Edge;
import org.shenyuan.trace.Kin.Node;
import org.springframework.stereotype.Component;

/** Reads a lot's kin in both directions, each node once. */
@Component
class Kins {

	private static final Cypher BOTH = Cypher.of("""
			MATCH (target:Lot {id: $lot})
			CALL (target) {
			  MATCH (target)<-[:INPUT|OUTPUT*0..]-(n)
			  WITH DISTINCT n
			  RETURN n
			UNION
			  MATCH (target)-[:INPUT|OUTPUT*0..]->(n)
			  WITH DISTINCT n
			  WHERE n.voided IS NULL AND n.corrected IS NULL
			  RETURN n
			}
			RETURN n.id AS id, n:Lot AS lot, n {.kind, .product, .process, .grams, .outGrams, .lossGrams} AS node,
			       COLLECT { MATCH (n)<-[r:INPUT|OUTPUT]-(m) RETURN [m.id, r.grams] } AS links
			ORDER BY id
			""");

	private final Graph graph;

	Kins(Graph graph) {
		this.graph = graph;
	}

	/** Of a lot that is there. */
	Kin of(String lot) {
		Map<String, Node> nodes = new LinkedHashMap<>();
		List<Edge> edges = new ArrayList<>();
		this.graph.read((tx) -> {
			tx.each(BOTH, Map.of("lot", lot), (row) -> {
				String id = row.get("id").asString();
				Value node = row.get("node");
				boolean isLot = row.get("lot").asBoolean();
				nodes.put(id,
						new Node(id, isLot, node.get("kind").asString(),
								node.get(isLot ? "product" : "process").asString(null),
								node.get(isLot ? "grams" : "outGrams").asLong(0), node.get("lossGrams").asLong(0)));
				row.get("links")
					.asList((link) -> new Edge(link.get(0).asString(), id, link.get(1).asLong(0)))
					.forEach(edges::add);
			});
			return nodes;
		});
		// An event takes from other lots as well, which are no kin.
		edges.removeIf((edge) -> !nodes.containsKey(edge.from()));
		return new Kin(lot, nodes, edges);
	}

}
