package org.shenyuan.trace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.shenyuan.events.Recalling.Recalled;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.graph.Tx;
import org.shenyuan.ledger.EventJson;
import org.shenyuan.ledger.LabelRun;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Traces by lot. One that was worked out is given again for as long as nothing at all is
 * recorded: of many buyers who scan the same goods, one waits for the walk.
 */
@Component
public class Traces {

	private static final Cypher RECALLS_OF_RUN = Cypher.of("""
			MATCH (:Run {id: $run})<-[:RECALLS]-(e:Event)
			WHERE e.ended IS NULL
			RETURN e.content AS content
			""");

	/**
	 * Nothing is recorded without changing it, and nothing recorded is deleted: the count
	 * store and the end of an index answer.
	 */
	private static final Cypher MARK = Cypher.of("""
			MATCH (e:Event)
			WITH count(e) AS events
			CALL () {
			  MATCH (e:Event)
			  WHERE e.recorded IS NOT NULL AND e.id IS NOT NULL
			  WITH e
			  ORDER BY e.recorded DESC, e.id DESC
			  LIMIT 1
			  RETURN e.id AS last
			}
			RETURN events + ' ' + last AS mark
			""");

	private static final int MOST_KEPT = 2000;

	/** A commit becomes visible bit by bit; it is long over by then. */
	private static final Duration SETTLED = Duration.ofSeconds(1);

	private final Cache<String, Kept> kept = Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

	private volatile Mark mark = new Mark("", Instant.EPOCH);

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

	/** How the log ends, and since when it is known to end so. */
	private record Mark(String mark, Instant since) {
	}

	/** What a trace was worked out from, besides the lot. */
	private record Kept(String mark, LocalDate today, Trace trace) {
	}

	public Optional<Trace> of(String lot) {
		Instant now = this.clock.instant();
		LocalDate today = LocalDate.ofInstant(now, this.zone);
		return this.graph.read((tx) -> {
			Mark end = end(tx, now);
			Kept known = this.kept.getIfPresent(lot);
			if (known != null && known.mark().equals(end.mark()) && known.today().equals(today)) {
				return Optional.of(known.trace());
			}
			Optional<Trace> trace = this.families.of(tx, lot).map((family) -> Tracing.of(family, today));
			if (now.isAfter(end.since().plus(SETTLED))) {
				trace.ifPresent((found) -> this.kept.put(lot, new Kept(end.mark(), today, found)));
			}
			return trace;
		});
	}

	private Mark end(Tx tx, Instant now) {
		String found = tx.one(MARK, Map.of(), (row) -> row.get("mark").asString()).orElse("");
		Mark known = this.mark;
		if (!known.mark().equals(found)) {
			known = new Mark(found, now);
			this.mark = known;
		}
		return known;
	}

	/** The recalls that the labels of a run are under, besides those of their goods. */
	public List<Trace.Recall> recalls(LabelRun run) {
		return run.recalled()
				? this.graph.read((tx) -> tx.list(RECALLS_OF_RUN, Map.of("run", run.id()),
						(row) -> Trace.Recall.of((Recalled) EventJson.read(row.get("content").asString()))))
				: List.of();
	}

}
