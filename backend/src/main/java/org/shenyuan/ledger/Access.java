package org.shenyuan.ledger;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.shenyuan.events.Role;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.springframework.stereotype.Component;

/**
 * Who reads what. The authority, the experts and the administrator read everything.
 * Everyone else reads the lots that their party holds or that an event of theirs names,
 * and of the log the events that they recorded, that name a lot of theirs, or that
 * register or rule on something of theirs. What somebody may not read is to them as if it
 * were not there. What a label tells anyone is another matter.
 */
@Component
public class Access {

	private static final Set<Role> ALL = EnumSet.of(Role.AUTHORITY, Role.EXPERT, Role.ADMINISTRATOR);

	// The far ends have no label, so that each search begins at the near one: a party may
	// have recorded a million events.

	private static final Cypher LOTS = Cypher.of("""
			UNWIND $ids AS id
			MATCH (l:Lot {id: id})
			WHERE l.holder = $party
			  OR EXISTS { MATCH (l)-[:INPUT|OUTPUT|ABOUT]-(:Event)-[:BY]->(p) WHERE p.id = $party }
			RETURN id
			""");

	private static final Cypher EVENTS = Cypher.of("""
			UNWIND $ids AS id
			MATCH (e:Event {id: id})
			WHERE EXISTS { MATCH (e)-[:BY]->(p) WHERE p.id = $party }
			  OR EXISTS { MATCH (e)-[:INPUT|OUTPUT|ABOUT|RECALLS]-(l) WHERE l.holder = $party }
			  OR EXISTS { MATCH (e)-[:REGISTERS]->(t) WHERE t.id = $party }
			  OR EXISTS { MATCH (e)-[:REGISTERS]->()-[:RUN_BY]->(p) WHERE p.id = $party }
			  OR EXISTS { MATCH (e)-[:REGISTERS|CONCERNS]->()-[:COVERS]->()-[:RUN_BY]->(p) WHERE p.id = $party }
			  OR EXISTS { MATCH (e)-[:REGISTERS|CONCERNS]->()-[:AUTHORISES]->(p) WHERE p.id = $party }
			RETURN id
			""");

	private static final Cypher PLOTS = Cypher.of("""
			UNWIND $ids AS id
			MATCH (t:Thing {id: id})
			WHERE EXISTS { MATCH (t)-[:RUN_BY]->(p) WHERE p.id = $party }
			RETURN id
			""");

	private final Graph graph;

	Access(Graph graph) {
		this.graph = graph;
	}

	/** Whether nothing is kept from somebody. */
	public boolean isFull(Author author) {
		return author.roles().stream().anyMatch(ALL::contains);
	}

	/**
	 * @throws Refused as of a lot that is not there
	 */
	public void toLot(Author author, String lot) {
		require("lot", lot, readable(author, LOTS, List.of(lot)));
	}

	/**
	 * @throws Refused as of a plot that is not there
	 */
	public void toPlot(Author author, String plot) {
		require("plot", plot, readable(author, PLOTS, List.of(plot)));
	}

	/**
	 * @throws Refused as of an event that is not there
	 */
	public void toEvent(Author author, UUID event) {
		require("id", event.toString(), readable(author, EVENTS, List.of(event.toString())));
	}

	/** Those of some lots that somebody may read. */
	public Set<String> toLots(Author author, Collection<String> lots) {
		return readable(author, LOTS, lots);
	}

	/** Those of some plots that somebody may read. */
	public Set<String> toPlots(Author author, Collection<String> plots) {
		return readable(author, PLOTS, plots);
	}

	/** Those of some events that somebody may read. */
	public Set<String> toEvents(Author author, Collection<String> events) {
		return readable(author, EVENTS, events);
	}

	private Set<String> readable(Author author, Cypher which, Collection<String> ids) {
		return isFull(author) ? Set.copyOf(ids) : Set.copyOf(this.graph.read((tx) -> tx.list(which,
				Map.of("ids", ids, "party", author.party()), (row) -> row.get("id").asString())));
	}

	private static void require(String field, String id, Set<String> readable) {
		if (!readable.contains(id)) {
			throw Refused.absent(field, id);
		}
	}

}
