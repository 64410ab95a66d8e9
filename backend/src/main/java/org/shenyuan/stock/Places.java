package org.shenyuan.stock;

import java.util.List;
import java.util.Map;

import org.neo4j.driver.Record;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.web.Choice;
import org.springframework.stereotype.Component;

/** The plots and facilities that a party runs, to choose from in forms. */
@Component
public class Places {

	private static final Cypher FACILITIES = Cypher.of("""
			MATCH (:Thing {id: $party})<-[:RUN_BY]-(f:Facility)
			RETURN f.id AS id, f.name AS name
			ORDER BY name, id
			""");

	private static final Cypher PLOTS = Cypher.of("""
			MATCH (:Thing {id: $party})<-[:RUN_BY]-(p:Plot)
			RETURN p.id AS id, p.name AS name
			ORDER BY name, id
			""");

	private static final Cypher NAME = Cypher.of("""
			MATCH (t:Thing {id: $thing})
			RETURN t.name AS name
			""");

	private final Graph graph;

	Places(Graph graph) {
		this.graph = graph;
	}

	public List<Choice> facilities(String party) {
		return this.graph.read((tx) -> tx.list(FACILITIES, Map.of("party", party), Places::choice));
	}

	public List<Choice> plots(String party) {
		return this.graph.read((tx) -> tx.list(PLOTS, Map.of("party", party), Places::choice));
	}

	/** The name of a party or a place, or its id when it has none. */
	public String name(String thing) {
		return this.graph.read((tx) -> tx.one(NAME, Map.of("thing", thing), (row) -> row.get("name").asString(thing)))
			.orElse(thing);
	}

	private static Choice choice(Record row) {
		return new Choice(row.get("id").asString(), row.get("name").asString());
	}

}
