package org.shenyuan.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.graph.Tx;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How the log ends: nothing is recorded without changing it. */
@Component
public class LogEnd {

	/**
	 * Nothing recorded is deleted: the count store and the end of an index answer.
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

	/** A commit becomes visible bit by bit; it is long over by then. */
	private static final Duration SETTLED = Duration.ofSeconds(1);

	private final Graph graph;

	private final Clock clock;

	private final ZoneId zone;

	private volatile Mark known = new Mark("", Instant.EPOCH);

	LogEnd(Graph graph, Clock clock, @Value("${shenyuan.zone}") ZoneId zone) {
		this.graph = graph;
		this.clock = clock;
		this.zone = zone;
	}

	/**
	 * @param since when the log is known to end so
	 */
	private record Mark(String last, Instant since) {
	}

	/**
	 * The end of the log on a day.
	 *
	 * @param settled whether all of it can be read
	 */
	record End(String last, LocalDate day, boolean settled) {

		boolean isSame(End other) {
			return this.last.equals(other.last) && this.day.equals(other.day);
		}

	}

	/**
	 * Room for answers that depend on nothing but the log and the day.
	 * @param most answers that are kept
	 */
	public <V> Lasting<V> lasting(int most) {
		return new Lasting<>(this.graph, this, most);
	}

	End read(Tx tx) {
		return tx.once(this, () -> ask(tx));
	}

	private End ask(Tx tx) {
		Instant now = this.clock.instant();
		LocalDate today = LocalDate.ofInstant(now, this.zone);
		String last = tx.one(MARK, Map.of(), (row) -> row.get("mark").asString()).orElse("");
		Mark before = this.known;
		if (!before.last().equals(last)) {
			before = new Mark(last, now);
			this.known = before;
		}
		return new End(last, today, now.isAfter(before.since().plus(SETTLED)));
	}

}
