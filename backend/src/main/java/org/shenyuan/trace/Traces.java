package org.shenyuan.trace;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.shenyuan.events.Recalling.Recalled;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.ledger.EventJson;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Lasting;
import org.shenyuan.ledger.LogEnd;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Traces by lot. */
@Component
public class Traces {

	private static final Cypher RECALLS_OF_RUN = Cypher.of("""
			MATCH (:Run {id: $run})<-[:RECALLS]-(e:Event)
			WHERE e.ended IS NULL
			RETURN e.content AS content
			""");

	private static final int MOST_KEPT = 2000;

	private final Lasting<Trace> lasting;

	private final Graph graph;

	private final Families families;

	private final Clock clock;

	private final ZoneId zone;

	Traces(Graph graph, LogEnd log, Families families, Clock clock, @Value("${shenyuan.zone}") ZoneId zone) {
		this.lasting = log.lasting(MOST_KEPT);
		this.graph = graph;
		this.families = families;
		this.clock = clock;
		this.zone = zone;
	}

	public Optional<Trace> of(String lot) {
		return this.lasting.of(lot, (tx) -> this.families.of(tx, lot)
			.map((family) -> Tracing.of(family, LocalDate.ofInstant(this.clock.instant(), this.zone))));
	}

	/** The recalls that the labels of a run are under, besides those of their goods. */
	public List<Trace.Recall> recalls(LabelRun run) {
		return run.recalled()
				? this.graph.read((tx) -> tx.list(RECALLS_OF_RUN, Map.of("run", run.id()),
						(row) -> Trace.Recall.of((Recalled) EventJson.read(row.get("content").asString()))))
				: List.of();
	}

}
