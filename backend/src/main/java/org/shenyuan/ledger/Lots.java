package org.shenyuan.ledger;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.shenyuan.events.Amending;
import org.shenyuan.events.EventKinds;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.graph.Tx;
import org.springframework.stereotype.Component;

/** Lots as they stand, and the account of each. */
@Component
public class Lots {

	private static final Cypher LOCK = Cypher.of("""
			MATCH (l:Lot {id: $lot})
			SET l.touched = datetime()
			""");

	private static final Cypher ONE = Cypher.of("""
			MATCH (l:Lot {id: $lot})
			RETURN l, l:Held AS held
			""");

	private static final Cypher ACCOUNT = Cypher.of("""
			MATCH (l:Lot {id: $lot})
			CALL (l) {
			  MATCH (l)<-[r:OUTPUT]-(e:Event)
			  RETURN e, r.grams AS grams
			UNION ALL
			  MATCH (l)-[r:INPUT]->(e:Event)
			  RETURN e, -r.grams AS grams
			UNION ALL
			  MATCH (l)<-[:ABOUT]-(e:Event)
			  RETURN e, 0 AS grams
			}
			RETURN e.id AS id, e.kind AS kind, e.at AS at, grams, coalesce(e.corrected, false) AS corrected
			ORDER BY at, id
			LIMIT $limit
			""");

	private static final Cypher OWN = Cypher.of("""
			MATCH (:Lot {id: $lot})-[:INPUT|OUTPUT|ABOUT]-(e:Event)
			WHERE e.corrected IS NULL AND EXISTS { MATCH (e)-[:BY]->(p) WHERE p.id = $party }
			RETURN DISTINCT e.id AS id, e.kind AS kind
			LIMIT 1000
			""");

	private static final Cypher RUN = Cypher.of("""
			MATCH (r:Run {id: $run})-[:LABELS]->(l:Lot)
			RETURN r, l.id AS lot, l.holder AS holder, r:Recalled AS recalled
			""");

	private static final Cypher RUN_BY_NUMBER = Cypher.of("""
			MATCH (r:Run {number: $number})-[:LABELS]->(l:Lot)
			RETURN r, l.id AS lot, l.holder AS holder, r:Recalled AS recalled
			""");

	private static final Cypher RUNS = Cypher.of("""
			MATCH (l:Lot {id: $lot})<-[:LABELS]-(r:Run)
			RETURN r, l.id AS lot, l.holder AS holder, r:Recalled AS recalled
			ORDER BY r.number
			LIMIT 1000
			""");

	private final Graph graph;

	Lots(Graph graph) {
		this.graph = graph;
	}

	/**
	 * A line of a lot's account.
	 *
	 * @param grams what it added; negative for what it took, 0 for an observation
	 * @param corrected taken back since, so that it no longer counts
	 */
	public record Line(UUID event, String type, OffsetDateTime at, long grams, boolean corrected) {
	}

	public Optional<Lot> find(String lot) {
		return this.graph.read((tx) -> tx.one(ONE, Map.of("lot", lot), Appends::lot));
	}

	/**
	 * A lot that nobody else changes until the transaction ends.
	 */
	public Optional<Lot> lock(Tx tx, String lot) {
		tx.execute(LOCK, Map.of("lot", lot));
		return tx.one(ONE, Map.of("lot", lot), Appends::lot);
	}

	/** Why as much is left as is left: the first thousand lines. */
	public List<Line> account(String lot) {
		return this.graph.read((tx) -> tx.list(ACCOUNT, Map.of("lot", lot, "limit", 1000),
				(row) -> new Line(UUID.fromString(row.get("id").asString()), row.get("kind").asString(),
						row.get("at").asZonedDateTime().toOffsetDateTime(), row.get("grams").asLong(),
						row.get("corrected").asBoolean())));
	}

	/** The events of a lot that a party recorded and may be able to take back. */
	public List<UUID> correctable(String lot, String party) {
		return this.graph
			.read((tx) -> tx.list(OWN, Map.of("lot", lot, "party", party),
					(row) -> Map.entry(UUID.fromString(row.get("id").asString()), row.get("kind").asString())))
			.stream()
			.filter((event) -> Optional.ofNullable(EventKinds.all().get(event.getValue()))
				.filter(Amending::canTakeBack)
				.isPresent())
			.map(Map.Entry::getKey)
			.toList();
	}

	public Optional<LabelRun> run(String run) {
		return this.graph.read((tx) -> tx.one(RUN, Map.of("run", run), Appends::run));
	}

	public Optional<LabelRun> run(long number) {
		return this.graph.read((tx) -> tx.one(RUN_BY_NUMBER, Map.of("number", number), Appends::run));
	}

	/** The label runs of a packed lot. */
	public List<LabelRun> runs(String lot) {
		return this.graph.read((tx) -> tx.list(RUNS, Map.of("lot", lot), Appends::run));
	}

}
