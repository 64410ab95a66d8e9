package org.shenyuan.trading;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.shenyuan.events.Role;
import org.shenyuan.events.Trading;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.web.Choice;
import org.springframework.stereotype.Component;

/** Whoever may receive goods. */
@Component
class Partners {

	private static final Cypher BESIDES = Cypher.of("""
			MATCH (p:Party)
			WHERE p.name > '' AND p.id <> $party AND any(role IN p.roles WHERE role IN $roles)
			RETURN p.id AS id, p.name AS name
			ORDER BY p.name
			LIMIT 1000
			""");

	private static final List<String> RECEIVING = Stream.of(Role.GROWER, Role.PROCESSOR, Role.TRADER)
		.map(Enum::name)
		.toList();

	private final Graph graph;

	Partners(Graph graph) {
		this.graph = graph;
	}

	/** By name: the parties that may record {@link Trading.Received}. */
	List<Choice> of(String party) {
		return this.graph.read((tx) -> tx.list(BESIDES, Map.of("party", party, "roles", RECEIVING),
				(row) -> new Choice(row.get("id").asString(),
						row.get("name").asString() + " · " + row.get("id").asString())));
	}

}
