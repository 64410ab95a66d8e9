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

	private final Graph graph;

	UsedSheets(Graph graph) {
		this.graph = graph;
	}

	/**
	 * The first free cell of the last sheet of a stock, counted from 1; 1 when it is
	 * full, or none was begun.
	 */
	long nextCell(String party, String stock) {
		Optional<String> last = this.graph
			.read((tx) -> tx.one(LAST, Map.of("key", Sheet.key(party, stock)), (row) -> row.get("content").asString()));
		return last.map(EventJson::read).map((event) -> switch (event) {
			case LabelsPrinted printed -> next(printed.sheet(), printed.last() - printed.first() + 1);
			case LabelsReprinted again when again.sheet() != null ->
				next(again.sheet(), again.last() - again.first() + 1);
			default -> 1L;
		}).orElse(1L);
	}

	private static long next(Sheet sheet, long labels) {
		return sheet.lastCell(labels) % sheet.cells() + 1;
	}

}
