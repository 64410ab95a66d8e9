package org.shenyuan.ledger;

import java.time.Clock;
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

	private final Graph graph;

	private final Clock clock;

	private final ZoneId zone;

	private final Settled<String> settled = new Settled<>();

	LogEnd(Graph graph, Clock clock, @Value("${shenyuan.zone}") ZoneId zone) {
		this.graph = graph;
		this.clock = clock;
		this.zone = zone;
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
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.zone);
		long asked = System.nanoTime();
		String last = tx.one(MARK, Map.of(), (row) -> row.get("mark").asString()).orElse("");
		return new End(last, today, this.settled.is(last, asked));
	}

}
