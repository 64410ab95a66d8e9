package org.shenyuan.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Trading.Shipped;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.springframework.stereotype.Component;

/** What a party has in hand, and what is on its way there. */
@Component
public class Holdings {

	private static final String WANTED = """
			l.id > $after AND l.voided IS NULL AND l.id STARTS WITH $begin
			  AND ($kind = '' OR l.kind = $kind) AND ($product = '' OR l.product = $product)
			  AND ($state = '' OR ($state = 'HELD' AND l:Held) OR ($state = 'TRANSIT' AND l.inTransit = true)
			       OR ($state = 'OUTSIDE' AND l.external = true) OR ($state = 'LABELLED' AND l.labelled > 0))
			""";

	/**
	 * Found by what is left, so that it does not matter how much there once was; a
	 * standing crop has no mass.
	 */
	private static final Cypher LEFT = Cypher.of("""
			CALL () {
			  MATCH (l:Lot)
			  USING INDEX l:Lot(holder, left)
			  WHERE l.holder = $holder AND l.left > 0
			  RETURN l
			UNION
			  MATCH (l:Lot)
			  USING INDEX l:Lot(holder, kind, id)
			  WHERE l.holder = $holder AND l.kind = 'STAND' AND l.id > ''
			  RETURN l
			}
			WITH l
			WHERE\s""" + WANTED + """
			RETURN l, l:Held AS held
			ORDER BY l.id
			LIMIT $limit
			""");

	private static final Cypher EVER = Cypher.of("""
			MATCH (l:Lot)
			USING INDEX l:Lot(holder, id)
			WHERE l.holder = $holder AND\s""" + WANTED + """
			RETURN l, l:Held AS held
			ORDER BY l.holder, l.id
			LIMIT $limit
			""");

	private static final Cypher SUMS = Cypher.of("""
			MATCH (l:Lot)
			USING INDEX l:Lot(holder, left)
			WHERE l.holder = $holder AND l.left > 0 AND l.inTransit IS NULL
			RETURN l.product AS product, count(l) AS lots, sum(l.left) AS grams
			ORDER BY grams DESC
			""");

	private static final Cypher USES = Cypher.of("""
			UNWIND $lots AS id
			MATCH (l:Lot {id: id})-[r:INPUT]->(e:Event)
			WHERE e.corrected IS NULL AND r.grams > 0
			RETURN id, e.kind AS kind, sum(r.grams) AS grams
			ORDER BY id, kind
			""");

	private static final Cypher INCOMING = Cypher.of("""
			MATCH (l:Lot)
			USING INDEX l:Lot(holder, left)
			WHERE l.holder = $holder AND l.left > 0 AND l.inTransit = true
			MATCH (l)<-[:OUTPUT]-(e:Event)-[:BY]->(p:Thing)
			RETURN l, l:Held AS held, e.content AS content, p.name AS sender
			ORDER BY e.at, l.id
			LIMIT 1000
			""");

	private final Graph graph;

	Holdings(Graph graph) {
		this.graph = graph;
	}

	/**
	 * Which lots somebody asks for; what is empty does not matter.
	 *
	 * @param begin of the number
	 * @param state HELD, TRANSIT, OUTSIDE or LABELLED
	 * @param everything also those of which nothing is left
	 */
	public record Wanted(String kind, String product, String state, String begin, boolean everything) {

		/** Whatever is left. */
		public static final Wanted LEFT = new Wanted("", "", "", "", false);

	}

	/** How much of a product is in hand, in how many lots. */
	public record Sum(String product, long lots, long grams) {
	}

	/** How much of a lot went into events of a kind. */
	public record Use(String kind, long grams) {
	}

	/**
	 * A party's lots in order of their numbers.
	 * @param after the last one seen, or null
	 */
	public List<Lot> of(String holder, Wanted wanted, @Nullable String after, int limit) {
		return this.graph.read((tx) -> tx.list(wanted.everything() ? EVER : LEFT,
				Map.of("holder", holder, "after", (after != null) ? after : "", "kind", wanted.kind(), "product",
						wanted.product(), "state", wanted.state(), "begin", wanted.begin(), "limit", limit),
				Appends::lot));
	}

	/** By product, the heaviest first. */
	public List<Sum> sums(String holder) {
		return this.graph.read((tx) -> tx.list(SUMS, Map.of("holder", holder),
				(row) -> new Sum(row.get("product").asString(), row.get("lots").asLong(), row.get("grams").asLong())));
	}

	/** Where the rest of some lots went, by lot. */
	public Map<String, List<Use>> uses(List<String> lots) {
		Map<String, List<Use>> uses = new HashMap<>();
		this.graph.read((tx) -> {
			tx.each(USES, Map.of("lots", lots),
					(row) -> uses.computeIfAbsent(row.get("id").asString(), (lot) -> new ArrayList<>())
						.add(new Use(row.get("kind").asString(), row.get("grams").asLong())));
			return uses;
		});
		return uses;
	}

	/** What was sent to a party and has not arrived, the oldest first. */
	public List<Incoming> incoming(String holder) {
		return this.graph.read((tx) -> tx.list(INCOMING, Map.of("holder", holder), (row) -> {
			Shipped shipped = (Shipped) EventJson.read(row.get("content").asString());
			return new Incoming(Appends.lot(row), shipped.at(), row.get("sender").asString(), shipped.document());
		}));
	}

}
