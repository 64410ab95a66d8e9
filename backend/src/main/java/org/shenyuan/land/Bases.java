package org.shenyuan.land;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.land.Certificates.Certificate;
import org.shenyuan.ledger.Rule;
import org.springframework.stereotype.Component;

/**
 * Bases with a certificate, and what labels stand for against what was dug there. A page
 * of them is found by an index and reads their own harvests and runs, however large the
 * rest of the graph is. Masses in grams.
 */
@Component
class Bases {

	/** Behind every code of a county. */
	private static final String LAST = "\uFFFF";

	private static final Cypher PAGE = Cypher
		.of("""
				MATCH (b:Base)
				WHERE b.county >= $from AND b.county <= $to AND b.id > ''
				  AND (b.county > $from OR b.id > $after)
				  AND EXISTS { MATCH (b)<-[:COVERS]-(c:Certificate) WHERE c.validTo >= $since }
				WITH b
				ORDER BY b.county, b.id
				LIMIT $limit
				RETURN b {.*} AS base,
				       COLLECT { MATCH (b)<-[:COVERS]-(c:Certificate)
				                 WHERE c.validTo >= $since
				                 OPTIONAL MATCH (i:Party)-[:ISSUED]->(c)
				                 RETURN [c {.*}, i.name, COLLECT { MATCH (c)<-[:CONCERNS]-(e:Event) RETURN [e.at, e.standing] }]
				                 ORDER BY c.validFrom DESC, c.id } AS papers,
				       COLLECT { MATCH (b)<-[:IN]-(:Plot)<-[:AT]-(e:Event)
				                 WHERE e.kind = 'harvested' AND e.corrected IS NULL
				                 WITH e.at.year AS season, sum(e.outGrams) AS grams
				                 WHERE season >= $season
				                 RETURN [season, grams] } AS dug,
				       COLLECT { MATCH (b)<-[d:DRAWS]-(r:Run)
				                 WHERE d.season >= $season
				                 WITH d, r, coalesce(r.voided, []) AS ends
				                 WITH d, r.count AS count, r.count - reduce(sum = 0, i IN range(0, size(ends) - 2, 2) |
				                   sum + ends[i + 1] - ends[i] + 1) AS live
				                 WITH d.season AS season, sum(toFloat(d.grams) * live / count) AS grams,
				                      sum(toFloat(d.fresh) * live / count) AS fresh
				                 RETURN [season, grams, fresh] } AS labelled
				ORDER BY b.county, b.id
				""");

	private final Graph graph;

	Bases(Graph graph) {
		this.graph = graph;
	}

	/** How labels stand against the harvest that they are cut from. */
	enum Standing {

		WITHIN, NEAR, OVER

	}

	/**
	 * What was dug in a year, and what labels were issued for it; void labels do not
	 * count.
	 *
	 * @param labelled net weight under labels, {@code fresh} the least that it can have
	 * weighed as dug roots
	 */
	record Season(int year, long dug, long labelled, long fresh) {

		/** Of what was dug, as far as there is an answer. */
		public @Nullable Long percent() {
			return (this.dug > 0) ? Math.round(100.0 * this.fresh / this.dug) : null;
		}

		/** Rule {@code issued-share}. */
		public Standing standing(Rule rule) {
			double share = 100.0 * this.fresh;
			if (share > rule.number("mostPercent").doubleValue() * this.dug) {
				return Standing.OVER;
			}
			return (this.fresh > 0 && share >= rule.number("nearPercent").doubleValue() * this.dug) ? Standing.NEAR
					: Standing.WITHIN;
		}

	}

	/** A base with its papers, the newest first, and its seasons, the latest first. */
	record Base(String id, String name, @Nullable String nameLatin, String county, String town,
			List<Certificate> papers, List<Season> seasons) {
	}

	/**
	 * The next bases by county and number.
	 * @param county a code, empty for all
	 * @param after the base before, {@code county/number}, empty for the first page
	 */
	List<Base> page(String county, String after, LocalDate since, int limit) {
		String[] cursor = after.split("/", 2);
		boolean first = cursor.length < 2;
		Map<String, Object> wanted = Map.of("from", first ? county : cursor[0], "to", county.isEmpty() ? LAST : county,
				"after", first ? "" : cursor[1], "since", since, "season", since.getYear(), "limit", limit);
		return this.graph.read((tx) -> tx.list(PAGE, wanted, Bases::base));
	}

	private static Base base(Record row) {
		Value base = row.get("base");
		Map<Integer, Season> seasons = new TreeMap<>();
		row.get("dug").values().forEach((dug) -> {
			int year = dug.get(0).asInt();
			seasons.put(year, new Season(year, dug.get(1).asLong(), 0, 0));
		});
		row.get("labelled").values().forEach((labelled) -> {
			int year = labelled.get(0).asInt();
			Season dug = seasons.getOrDefault(year, new Season(year, 0, 0, 0));
			seasons.put(year, new Season(year, dug.dug(), Math.round(labelled.get(1).asDouble()),
					Math.round(labelled.get(2).asDouble())));
		});
		return new Base(base.get("id").asString(), base.get("name").asString(), base.get("nameLatin").asString(null),
				base.get("county").asString(), base.get("town").asString(),
				row.get("papers")
					.asList((paper) -> Certificates.certificate(paper.get(0), base, paper.get(1), paper.get(2))),
				List.copyOf(seasons.values()).reversed());
	}

}
