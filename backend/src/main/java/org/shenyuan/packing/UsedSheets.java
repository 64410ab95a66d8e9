package org.shenyuan.packing;

import java.util.Map;
import java.util.Optional;

import org.shenyuan.events.Labelling.LabelsPrinted;
import org.shenyuan.events.Labelling.LabelsReprinted;
import org.shenyuan.events.Labelling.Sheet;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.ledger.EventJson;
import org.springframework.stereotype.Component;

/** Where the sheet that a party began last is still free. */
@Component
class UsedSheets {

	private static final Cypher LAST = Cypher.of("""
			MATCH (e:Event {origin: $key})
			WHERE e.kind IN ['labelsPrinted', 'labelsReprinted']
			RETURN e.content AS content
			ORDER BY e.recorded DESC
			LIMIT 1
			""");

	private static final Cypher LAST_OF_ALL = Cypher.of("""
			MATCH (e:Event)
			WHERE e.origin STARTS WITH $key AND e.kind IN ['labelsPrinted', 'labelsReprinted']
			RETURN e.content AS content
			ORDER BY e.recorded DESC
			LIMIT 1
			""");

	private final Graph graph;

	UsedSheets(Graph graph) {
		this.graph = graph;
	}

	/**
	 * The first free cell of the last sheet of a stock, counted from 1; 1 when it is
	 * full, or none was begun.
	 */
	long nextCell(String party, String stock) {
		return last(LAST, Sheet.key(party, stock)).map((used) -> used.sheet().nextCell(used.labels())).orElse(1L);
	}

	/** The stock on which a party printed last; none if it never did. */
	Optional<String> lastStock(String party) {
		return last(LAST_OF_ALL, Sheet.key(party, "")).map((used) -> used.sheet().stock());
	}

	private record Used(Sheet sheet, long labels) {
	}

	private Optional<Used> last(Cypher which, String key) {
		return this.graph.read((tx) -> tx.one(which, Map.of("key", key), (row) -> row.get("content").asString()))
			.map(EventJson::read)
			.flatMap((event) -> switch (event) {
				case LabelsPrinted printed ->
					Optional.of(new Used(printed.sheet(), printed.last() - printed.first() + 1));
				case LabelsReprinted again when again.sheet() != null ->
					Optional.of(new Used(again.sheet(), again.last() - again.first() + 1));
				default -> Optional.empty();
			});
	}

}
