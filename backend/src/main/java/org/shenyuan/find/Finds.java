package org.shenyuan.find;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.shenyuan.events.Role;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.springframework.stereotype.Component;

/** What is like something typed, of what somebody may read. */
@Component
class Finds {

	private static final int MOST = 20;

	/** So many are looked at for those that may be read. */
	private static final int LOOKED_AT = 10 * MOST;

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

	private static final Cypher LOTS = Cypher.of("""
			MATCH (l:Lot)
			WHERE l.id STARTS WITH $begin
			RETURN l {.id, .kind, .product, .left} AS lot
			ORDER BY l.id
			LIMIT $limit
			""");

	private static final Cypher OWN_LOTS = Cypher.of("""
			MATCH (l:Lot)
			WHERE l.holder = $party AND l.id STARTS WITH $begin
			RETURN l {.id, .kind, .product, .left} AS lot
			ORDER BY l.holder, l.id
			LIMIT $limit
			""");

	private static final Cypher THINGS = Cypher
		.of("""
				CALL db.index.fulltext.queryNodes('thing_words', $words, {limit: $limit}) YIELD node AS t, score
				RETURN labels(t) AS labels, t.id AS id, t.name AS name, t.nameLatin AS nameLatin, t.number AS number,
				       EXISTS { (t)-[:RUN_BY]->(p:Thing {id: $party}) } AS own,
				       CASE
				         WHEN t:Base THEN t.county
				         WHEN t:Certificate THEN head(COLLECT { MATCH (t)-[:COVERS]->(b:Base) RETURN b.county ORDER BY b.id })
				         WHEN t:Accession THEN head(COLLECT { MATCH (v:Variety)-[:FROM]->(t) RETURN v.id ORDER BY v.id })
				       END AS by
				ORDER BY score DESC, id
				""");

	private final Graph graph;

	private final Access access;

	Finds(Graph graph, Access access) {
		this.graph = graph;
		this.access = access;
	}

	/**
	 * @param kind of lot
	 * @param left in grams
	 */
	record LotFound(String id, String kind, @Nullable String product, long left) {

		static LotFound of(Record row) {
			Value lot = row.get("lot");
			return new LotFound(lot.get("id").asString(), lot.get("kind").asString(""),
					lot.get("product").asString(null), lot.get("left").asLong(0));
		}

	}

	/**
	 * @param kind its label in the model
	 * @param number of a certificate, as it is printed
	 * @param page where it is told of
	 */
	record ThingFound(String kind, String id, @Nullable String name, @Nullable String nameLatin,
			@Nullable String number, String page) {
	}

	/**
	 * Lots whose numbers begin so; what the party holds comes first, wherever it stands
	 * among everybody's.
	 */
	List<LotFound> lots(String begin, Author author) {
		if (begin.isEmpty()) {
			return List.of();
		}
		List<LotFound> found = this.graph.read((tx) -> Stream
			.concat(tx.list(OWN_LOTS, Map.of("begin", begin, "party", author.party(), "limit", MOST), LotFound::of)
				.stream(), tx.list(LOTS, Map.of("begin", begin, "limit", LOOKED_AT), LotFound::of).stream())
			.distinct()
			.toList());
		Set<String> readable = this.access.toLots(author, found.stream().map(LotFound::id).toList());
		return found.stream().filter((lot) -> readable.contains(lot.id())).limit(MOST).toList();
	}

	/** Plots, bases, certificates, parties, … in whose names or numbers it stands. */
	List<ThingFound> things(String typed, Author author) {
		String words = query(typed);
		if (words.isEmpty()) {
			return List.of();
		}
		Map<String, Object> parameters = new HashMap<>(Map.of("words", words, "limit", LOOKED_AT));
		parameters.put("party", author.party());
		return this.graph.read((tx) -> tx.list(THINGS, parameters, (row) -> thing(row, author)))
			.stream()
			.flatMap(Optional::stream)
			.limit(MOST)
			.toList();
	}

	/**
	 * The words in their order, of which the last may have only begun. Nothing typed is
	 * an operator of the index.
	 */
	static String query(String typed) {
		List<String> words = WORD.matcher(typed).results().map((word) -> word.group()).toList();
		if (words.isEmpty()) {
			return "";
		}
		String phrase = '"' + String.join(" ", words) + '"';
		return (words.size() == 1) ? phrase + " OR " + words.getFirst() + '*' : phrase;
	}

	private Optional<ThingFound> thing(Record row, Author author) {
		String id = row.get("id").asString();
		String kind = row.get("labels")
			.asList(Value::asString)
			.stream()
			.filter((label) -> !label.equals("Thing"))
			.findFirst()
			.orElse("");
		boolean authority = author.roles().contains(Role.AUTHORITY);
		boolean full = this.access.isFull(author);
		@Nullable String by = row.get("by").asString(null);
		@Nullable String page = switch (kind) {
			case "Plot" -> (full || row.get("own").asBoolean()) ? "/plots/" + id : null;
			case "Base", "Certificate" -> (by != null) ? "/bases?county=" + by : "/bases";
			case "Variety" -> full ? "/seeds/" + id : null;
			case "Accession" -> (full && by != null) ? "/seeds/" + by : null;
			case "Parcel" -> authority ? "/census/parcels/" + id : null;
			case "Case" -> authority ? "/cases/" + id : null;
			case "Party" -> (authority || author.roles().contains(Role.ADMINISTRATOR)) ? "/audit?party=" + id : null;
			default -> null;
		};
		return Optional.ofNullable(page)
			.map((found) -> new ThingFound(kind, id, row.get("name").asString(null),
					row.get("nameLatin").asString(null), row.get("number").asString(null),
					Objects.requireNonNull(found)));
	}

}
