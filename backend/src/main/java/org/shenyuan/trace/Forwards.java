package org.shenyuan.trace;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.shenyuan.events.LotKind;
import org.shenyuan.events.Recalling.Source;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.graph.Tx;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.trace.Family.Edge;
import org.shenyuan.trace.Forward.Reached;
import org.springframework.stereotype.Component;

/** Follows the goods from a start to every label, in one statement. */
@Component
public class Forwards {

	/** Each node once, with everything that went into it, from the start or not. */
	private static final String ONWARD = """
			CALL (starts) {
			  UNWIND starts AS start
			  RETURN 'start' AS row, start AS n
			UNION ALL
			  UNWIND starts AS start
			  MATCH (start)-[:INPUT|OUTPUT*0..]->(n)
			  WITH DISTINCT n
			  WHERE n.voided IS NULL
			  RETURN 'reached' AS row, n
			UNION ALL
			  UNWIND starts AS start
			  MATCH (start)-[:ABOUT]->(n:Lot)
			  WHERE start.kind = 'fieldWorked'
			  RETURN DISTINCT 'worked' AS row, n
			}
			RETURN row, n.id AS id, n:Lot AS lot,
			       n {.kind, .product, .holder, .grams, .left, .removed, .inTransit} AS node,
			       COLLECT { MATCH (p:Thing {id: n.holder}) RETURN p.name } AS holderNames,
			       COLLECT { MATCH (n)<-[r:INPUT|OUTPUT]-(m) WHERE row = 'reached' RETURN [m.id, r.grams] } AS links,
			       COLLECT { MATCH (n)<-[:LABELS]-(r:Run) WHERE row = 'reached'
			                 RETURN r {.*, recalled: r:Recalled} } AS runs
			ORDER BY id
			""";

	private static final Cypher FROM_LOT = Cypher.of("""
			MATCH (start:Lot {id: $start})
			WITH collect(start) AS starts
			""" + ONWARD);

	private static final Cypher FROM_PLOT = Cypher.of("""
			MATCH (:Thing {id: $start})<-[:AT]-(start:Event)
			WITH collect(start) AS starts
			""" + ONWARD);

	/**
	 * An event that observed a lot reaches what was made of it; field work what was taken
	 * from the crop since.
	 */
	private static final Cypher FROM_EVENT = Cypher.of("""
			MATCH (e:Event {id: $start})
			CALL (e) {
			  RETURN e AS start
			UNION
			  MATCH (e)-[:ABOUT]->(start:Lot)
			  WHERE e.kind <> 'fieldWorked'
			  RETURN start
			UNION
			  MATCH (e)-[:ABOUT]->(:Lot)-[:INPUT]->(start:Event)
			  WHERE e.kind = 'fieldWorked' AND start.at >= e.at
			  RETURN start
			}
			WITH collect(start) AS starts
			""" + ONWARD);

	/** The goods that carry the labels are somewhere among what became of their lot. */
	private static final Cypher FROM_RUN = Cypher.of("""
			MATCH (:Run {id: $start})-[:LABELS]->(start:Lot)
			WITH collect(start) AS starts
			""" + ONWARD);

	private final Graph graph;

	Forwards(Graph graph) {
		this.graph = graph;
	}

	/**
	 * @return nothing when there is no such start
	 */
	public Optional<Forward> from(Source source, String start) {
		return this.graph.read((tx) -> from(tx, source, start));
	}

	/** The same in a running transaction. */
	public Optional<Forward> from(Tx tx, Source source, String start) {
		Reading reading = new Reading(source, start);
		tx.each(switch (source) {
			case LOT -> FROM_LOT;
			case PLOT -> FROM_PLOT;
			case EVENT -> FROM_EVENT;
			case RUN -> FROM_RUN;
		}, Map.of("start", start), reading::take);
		return reading.starts.isEmpty() ? Optional.empty() : Optional.of(reading.forward());
	}

	/** Gathers the rows. */
	private static final class Reading {

		private final Source source;

		private final String start;

		private final Map<String, Long> starts = new HashMap<>();

		private final Map<String, List<Edge>> inputs = new HashMap<>();

		private final Map<String, Record> lots = new TreeMap<>();

		Reading(Source source, String start) {
			this.source = source;
			this.start = start;
		}

		void take(Record row) {
			String id = row.get("id").asString();
			switch (row.get("row").asString()) {
				case "start" -> this.starts.put(id, Shares.WHOLE);
				case "worked" -> {
					if (this.lots.putIfAbsent(id, row) == null) {
						this.starts.put(id, Shares.WHOLE);
					}
				}
				default -> {
					this.inputs.put(id,
							row.get("links").asList((link) -> new Edge(link.get(0).asString(), link.get(1).asLong())));
					if (row.get("lot").asBoolean()) {
						this.lots.put(id, row);
					}
				}
			}
		}

		Forward forward() {
			if (this.source == Source.RUN) {
				this.starts.replaceAll((lot, whole) -> labelled(this.lots.get(lot)));
			}
			Map<String, Long> shares = ForwardShares.of(this.starts, this.inputs);
			return new Forward(this.start,
					this.lots.values()
						.stream()
						.map((row) -> reached(row, shares.getOrDefault(row.get("id").asString(), 0L)))
						.toList(),
					List.of());
		}

		/** How much of its lot a run of labels stands for, less those that are void. */
		private long labelled(@Nullable Record row) {
			return (row == null) ? 0
					: runs(row).stream()
						.mapToLong((run) -> BigInteger.valueOf(Shares.WHOLE)
							.multiply(BigInteger.valueOf((run.count() - run.voided().size()) * run.unitGrams()))
							.divide(BigInteger.valueOf(Math.max(1, row.get("node").get("grams").asLong())))
							.longValueExact())
						.sum();
		}

		private Reached reached(Record row, long share) {
			Value lot = row.get("node");
			long grams = lot.get("grams").asLong();
			long left = lot.get("left").asLong();
			return new Reached(row.get("id").asString(), LotKind.valueOf(lot.get("kind").asString()),
					lot.get("product").asString(), lot.get("holder").asString(),
					row.get("holderNames").get(0).asString(), Shares.percent(share), grams, left,
					grams - left - lot.get("removed").asLong(), lot.get("inTransit").asBoolean(false), runs(row));
		}

		private List<LabelRun> runs(Record row) {
			Value lot = row.get("node");
			return row.get("runs")
				.asList((run) -> LabelRun.of(run, row.get("id").asString(), lot.get("holder").asString(),
						run.get("recalled").asBoolean()))
				.stream()
				.filter((run) -> this.source != Source.RUN || run.id().equals(this.start))
				.toList();
		}

	}

}
