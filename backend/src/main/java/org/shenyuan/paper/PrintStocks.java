package org.shenyuan.paper;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.shenyuan.events.Text;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.labels.CuratedStock;
import org.shenyuan.labels.Stock;
import org.shenyuan.labels.Stocks;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a party can print on: its own stocks first, then those that come along. */
@Component
public class PrintStocks {

	/** More than a store room holds, and few enough for one page. */
	static final int MOST = 200;

	private static final int LONGEST_NAME = 80;

	private static final Cypher OWN = Cypher.of("""
			MATCH (s:LabelStock {party: $party})
			WHERE s.id > ''
			RETURN s.id AS id, s.name AS name, s.geometry AS geometry
			ORDER BY s.name, s.id
			""");

	private static final Cypher ONE = Cypher.of("""
			MATCH (s:LabelStock {party: $party, id: $id})
			RETURN s.id AS id, s.name AS name, s.geometry AS geometry
			""");

	private static final Cypher KEEP = Cypher.of("""
			MERGE (s:LabelStock {party: $party, id: $id})
			ON CREATE SET s.name = $name, s.geometry = $geometry
			RETURN s.name = $name AND s.geometry = $geometry AS same
			""");

	private static final Cypher REMOVE = Cypher.of("""
			MATCH (s:LabelStock {party: $party, id: $id})
			DELETE s
			RETURN 1 AS removed
			""");

	private final Graph graph;

	private final JsonMapper json;

	PrintStocks(Graph graph, JsonMapper json) {
		this.graph = graph;
		this.json = json;
	}

	public List<PrintStock> of(String party) {
		return Stream.concat(own(party).stream(), Stocks.curated().stream().map(PrintStocks::along)).toList();
	}

	List<PrintStock> own(String party) {
		return this.graph.read((tx) -> tx.list(OWN, Map.of("party", party), this::read));
	}

	/**
	 * @throws Refused if the party has no such stock and none comes along
	 */
	PrintStock find(String party, String id) {
		Optional<PrintStock> own = this.graph.read((tx) -> tx.one(ONE, Map.of("party", party, "id", id), this::read));
		return own.or(() -> Stocks.find(id).map(PrintStocks::along)).orElseThrow(() -> Refused.absent("stock", id));
	}

	/**
	 * Keeps stocks, all of them or none; one that is kept already stays.
	 * @throws Refused if its name cannot be read, its number is taken, or there are too
	 * many
	 */
	void keep(String party, List<Stock> stocks) {
		stocks.forEach(PrintStocks::check);
		this.graph.write((tx) -> {
			for (Stock stock : stocks) {
				boolean same = tx
					.one(KEEP,
							Map.of("party", party, "id", stock.id(), "name", stock.name(), "geometry",
									this.json.writeValueAsString(Geometry.of(stock))),
							(row) -> row.get("same").asBoolean())
					.orElse(false);
				if (!same) {
					throw new Refused(Refusal.of("stock.taken", "id", "id", stock.id()));
				}
			}
			int kept = tx.list(OWN, Map.of("party", party), (row) -> 1).size();
			if (kept > MOST) {
				throw new Refused(Refusal.of("stock.many", "id", "kept", kept - stocks.size(), "more", stocks.size(),
						"most", MOST));
			}
			return kept;
		});
	}

	/**
	 * @throws Refused if the party has no such stock of its own
	 */
	void remove(String party, String id) {
		if (this.graph.write((tx) -> tx.one(REMOVE, Map.of("party", party, "id", id), (row) -> 1)).isEmpty()) {
			throw Refused.absent("stock", id);
		}
	}

	private static void check(Stock stock) {
		if (Stocks.find(stock.id()).isPresent()) {
			throw new Refused(Refusal.of("stock.taken", "id", "id", stock.id()));
		}
		checkId(stock.id());
		checkName(stock.name());
	}

	/**
	 * @throws Refused if it is no number that stands on paper
	 */
	public static void checkId(String id) {
		if (!id.matches("[A-Z0-9][A-Z0-9-]{0,18}[A-Z0-9]")) {
			throw new Refused(Refusal.of("field.code", "id", "given", Refusal.shown(id)));
		}
	}

	/**
	 * @throws Refused if it is missing or too long, or something in it cannot be seen
	 */
	static String checkName(@Nullable String name) {
		if (name == null) {
			throw new Refused(Refusal.of("field.notMissing", "name"));
		}
		if (!Text.Legible.isLegible(name, LONGEST_NAME)) {
			throw new Refused(Refusal.of("field.text", "name", "most", LONGEST_NAME, "given", Refusal.shown(name)));
		}
		return name;
	}

	private static PrintStock along(CuratedStock curated) {
		return new PrintStock(curated.stock(), curated);
	}

	private PrintStock read(Record row) {
		Geometry geometry = this.json.readValue(row.get("geometry").asString(), Geometry.class);
		return new PrintStock(geometry.stock(row.get("id").asString(), row.get("name").asString()), null);
	}

}
