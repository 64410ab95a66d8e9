package org.shenyuan.backup;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.shenyuan.graph.Cypher;

/**
 * Everything in the graph but log-ins and what secures them, a statement for each label,
 * each with the relationships that begin there. A row has {@code labels},
 * {@code properties} and {@code links}: type, key of the other end, properties.
 */
final class Tables {

	static final Cypher LOT = all("Lot", "id");

	static final Cypher EVENT = all("Event", "id");

	static final Cypher THING = all("Thing", "id");

	static final Cypher SURVEY = all("Survey", "id");

	static final Cypher CELL = all("Cell", "id");

	static final Cypher RUN = all("Run", "id");

	static final Cypher IMPACT = all("Impact", "id");

	static final Cypher LABEL = all("Label", "key");

	static final Cypher TALLY = all("Tally", "month");

	static final Cypher SCAN_KEY = all("ScanKey", "day");

	static final Cypher LABEL_STOCK = all("LabelStock", "party", "id");

	static final Cypher PRINTER = all("Printer", "party", "id");

	static final Cypher COMPANY_PREFIX = all("CompanyPrefix", "prefix");

	static final Cypher CARTONS = all("Cartons", "id");

	static final Cypher ACCOUNT = all("Account", "name");

	static final Cypher DEED = all("Deed", "id");

	static final Cypher COUNTER = all("Counter", "name");

	static final Cypher RULE = all("Rule", "id");

	static final Cypher TERM = all("Term", "scheme", "code");

	/**
	 * What no event made, and none needs: it goes out behind the events. What is done
	 * with accounts goes on while two graphs are compared, and is no part of what they
	 * say.
	 */
	static final List<Cypher> BESIDE = List.of(ACCOUNT, DEED, COUNTER, IMPACT, LABEL, TALLY, SCAN_KEY, LABEL_STOCK,
			PRINTER, COMPANY_PREFIX, CARTONS);

	static final List<Cypher> EVERYTHING = List.of(LOT, EVENT, THING, SURVEY, CELL, RUN, IMPACT, LABEL, TALLY, SCAN_KEY,
			LABEL_STOCK, PRINTER, COMPANY_PREFIX, CARTONS, ACCOUNT, COUNTER, RULE, TERM);

	private Tables() {
	}

	/** By the property that is indexed, so that no other label is looked at. */
	private static Cypher all(String label, String... key) {
		String keyed = Stream.of(key).map((name) -> "n." + name + " > ''").collect(Collectors.joining(" AND "));
		return Cypher.of(String.format(Locale.ROOT, """
				MATCH (n:%s)
				WHERE %s
				RETURN labels(n) AS labels, properties(n) AS properties,
				       COLLECT { MATCH (n)-[r]->(m) RETURN [type(r), coalesce(m.id, m.name), properties(r)] } AS links
				""", label, keyed));
	}

}
