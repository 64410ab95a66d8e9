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

	private final Graph graph;

	private final Families families;

	private final Clock clock;

	private final ZoneId zone;

	Traces(Graph graph, Families families, Clock clock, @Value("${shenyuan.zone}") ZoneId zone) {
		this.graph = graph;
		this.families = families;
		this.clock = clock;
		this.zone = zone;
	}

	public Optional<Trace> of(String lot) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.zone);
		return this.families.of(lot).map((family) -> Tracing.of(family, today));
	}

	/** The recalls that the labels of a run are under, besides those of their goods. */
	public List<Trace.Recall> recalls(LabelRun run) {
		return run.recalled()
				? this.graph.read((tx) -> tx.list(RECALLS_OF_RUN, Map.of("run", run.id()),
						(row) -> Trace.Recall.of((Recalled) EventJson.read(row.get("content").asString()))))
				: List.of();
	}

}
