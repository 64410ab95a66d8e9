package org.shenyuan.paper;

import java.util.List;
import java.util.Map;

import org.neo4j.driver.Record;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.springframework.stereotype.Component;

/** The printers of parties. */
@Component
public class Printers {

	private static final int MOST = 100;

	private static final Cypher OWN = Cypher.of("""
			MATCH (p:Printer {party: $party})
			WHERE p.id > ''
			RETURN p.id AS id, p.name AS name, p.dpi AS dpi, p.right AS right, p.down AS down
			ORDER BY p.name, p.id
			""");

	private static final Cypher ONE = Cypher.of("""
			MATCH (p:Printer {party: $party, id: $id})
			RETURN p.id AS id, p.name AS name, p.dpi AS dpi, p.right AS right, p.down AS down
			""");

	private static final Cypher KEEP = Cypher.of("""
			MERGE (p:Printer {party: $party, id: $id})
			SET p.name = $name, p.dpi = $dpi, p.right = $right, p.down = $down
			""");

	private static final Cypher REMOVE = Cypher.of("""
			MATCH (p:Printer {party: $party, id: $id})
			DELETE p
			RETURN 1 AS removed
			""");

	private final Graph graph;

	Printers(Graph graph) {
		this.graph = graph;
	}

	public List<Printer> of(String party) {
		return this.graph.read((tx) -> tx.list(OWN, Map.of("party", party), Printers::read));
	}

	/**
	 * @throws Refused if the party has no such printer
	 */
	Printer find(String party, String id) {
		return this.graph.read((tx) -> tx.one(ONE, Map.of("party", party, "id", id), Printers::read))
			.orElseThrow(() -> Refused.absent("printer", id));
	}

	/**
	 * Keeps a printer, or what was measured of it again.
	 * @throws Refused if there are too many
	 */
	void keep(String party, Printer printer) {
		this.graph.write((tx) -> {
			tx.execute(KEEP, Map.of("party", party, "id", printer.id(), "name", printer.name(), "dpi", printer.dpi(),
					"right", printer.right(), "down", printer.down()));
			int kept = tx.list(OWN, Map.of("party", party), (row) -> 1).size();
			if (kept > MOST) {
				throw new Refused(Refusal.of("stock.many", "id", "kept", kept - 1, "more", 1, "most", MOST));
			}
			return kept;
		});
	}

	/**
	 * @throws Refused if the party has no such printer
	 */
	void remove(String party, String id) {
		if (this.graph.write((tx) -> tx.one(REMOVE, Map.of("party", party, "id", id), (row) -> 1)).isEmpty()) {
			throw Refused.absent("printer", id);
		}
	}

	private static Printer read(Record row) {
		return new Printer(row.get("id").asString(), row.get("name").asString(), row.get("dpi").asInt(),
				row.get("right").asDouble(), row.get("down").asDouble());
	}

}
