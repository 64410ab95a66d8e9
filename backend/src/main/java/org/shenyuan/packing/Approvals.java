package org.shenyuan.packing;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.shenyuan.events.Labelling.Approving;
import org.shenyuan.events.Labelling.ReprintApproved;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.ledger.EventJson;
import org.springframework.stereotype.Component;

/** What one person approved, and nobody did yet. */
@Component
class Approvals {

	private static final Cypher OPEN = Cypher.of("""
			MATCH (e:Event {origin: $run})
			WHERE e.kind IN ['reprintApproved', 'destructionApproved'] AND e.ended IS NULL
			RETURN e.content AS content, e.author AS author
			ORDER BY e.at
			LIMIT 20
			""");

	private final Graph graph;

	Approvals(Graph graph) {
		this.graph = graph;
	}

	/**
	 * It may be done by anybody but the one who approved it.
	 *
	 * @param deed what may be done
	 */
	record Approval(UUID id, Deed deed, long first, long last, String reason, String author) {
	}

	/** Those for a run, oldest first. */
	List<Approval> of(String run) {
		return this.graph.read((tx) -> tx.list(OPEN, Map.of("run", run), (row) -> {
			Approving given = (Approving) EventJson.read(row.get("content").asString());
			return new Approval(given.id(), (given instanceof ReprintApproved) ? Deed.REPRINT : Deed.DESTROY,
					given.first(), given.last(), given.reason(), row.get("author").asString());
		}));
	}

}
