package org.shenyuan.audit;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.shenyuan.audit.Audit.Cursor;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.springframework.stereotype.Component;

/**
 * What was done with accounts, the latest first: an index keeps it in this order, and a
 * person is looked for within the days that are asked for.
 */
@Component
class AccountAudit {

	/** Behind every id. */
	private static final String LAST = "\uFFFF";

	private static final Cypher PAGE = Cypher.of("""
			MATCH (d:Deed)
			WHERE d.at >= $from AND d.at <= $until AND d.id > ''
			  AND (d.at < $until OR d.id < $before)
			  AND ($person = '' OR d.name = $person OR d.by = $person)
			  AND ($deed = '' OR d.deed = $deed)
			WITH d
			ORDER BY d.at DESC, d.id DESC
			LIMIT $limit
			OPTIONAL MATCH (p:Thing {id: d.party})
			RETURN d, p.name AS partyName
			ORDER BY d.at DESC, d.id DESC
			""");

	private final Graph graph;

	AccountAudit(Graph graph) {
		this.graph = graph;
	}

	/**
	 * What is asked for; an empty word asks for nothing.
	 *
	 * @param person whose account it is, or who did it
	 * @param from and {@code to} times of the server, the second one not included
	 */
	record Wanted(String person, String deed, ZonedDateTime from, ZonedDateTime to) {
	}

	/**
	 * One thing that was done.
	 *
	 * @param name of the account; empty for a refused log-in under a name that none has
	 * @param by who did it; empty for who did not get in, and for the program itself
	 * @param detail a device, roles, or the beginning of a digest
	 */
	record Line(String id, ZonedDateTime at, String deed, String name, String by, String party, String partyName,
			String detail) {

		Cursor cursor() {
			return new Cursor(this.at, this.id);
		}

	}

	List<Line> page(Wanted wanted, @Nullable Cursor after, int limit) {
		Map<String, Object> parameters = new HashMap<>(
				Map.of("person", wanted.person(), "deed", wanted.deed(), "from", wanted.from(), "limit", limit));
		parameters.put("until", (after != null) ? after.recorded() : wanted.to().minusNanos(1));
		parameters.put("before", (after != null) ? after.id() : LAST);
		return this.graph.read((tx) -> tx.list(PAGE, parameters, AccountAudit::line));
	}

	private static Line line(Record row) {
		Value deed = row.get("d");
		return new Line(deed.get("id").asString(), deed.get("at").asZonedDateTime(), deed.get("deed").asString(),
				deed.get("name").asString(), deed.get("by").asString(), deed.get("party").asString(),
				row.get("partyName").asString(""), deed.get("detail").asString());
	}

}
