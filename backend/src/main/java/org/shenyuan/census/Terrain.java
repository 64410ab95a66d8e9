package org.shenyuan.census;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.shenyuan.geometry.Outline;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.springframework.stereotype.Component;

/**
 * What lies where. A county's parcels are counted by the squares of the grid that its
 * surveys lie in; outlines are read only of squares that are drawn.
 */
@Component
class Terrain {

	private static final int MOST_BASES = 500;

	private static final Cypher COUNTIES = Cypher.of("""
			CALL () {
			  MATCH (b:Base)
			  WHERE b.county > '' AND b.id > ''
			  RETURN b.county AS county, count(*) AS bases, 0 AS parcels
			UNION ALL
			  MATCH (s:Survey)
			  WHERE s.county > '' AND s.round > '' AND s.parcel > ''
			  RETURN s.county AS county, 0 AS bases, count(DISTINCT s.parcel) AS parcels
			}
			RETURN county, sum(bases) AS bases, sum(parcels) AS parcels
			ORDER BY county
			""");

	/** A parcel lies in several squares; it is counted in one. */
	private static final Cypher SQUARES = Cypher.of("""
			MATCH (s:Survey)
			WHERE s.county = $county AND s.round > '' AND s.parcel > ''
			MATCH (s)-[:SURVEYS]->(p:Parcel)
			WHERE p.round = s.round
			OPTIONAL MATCH (s)-[:LIES_IN]->(c:Cell)
			WITH s, min(c.id) AS square
			RETURN square, count(*) AS parcels
			ORDER BY square
			""");

	private static final Cypher PARCELS = Cypher.of("""
			UNWIND $squares AS square
			MATCH (:Cell {id: square})<-[:LIES_IN]-(s:Survey)
			WHERE s.county = $county
			MATCH (s)-[:SURVEYS]->(p:Parcel)
			WHERE p.round = s.round
			WITH DISTINCT s
			RETURN s.parcel AS parcel, s.status AS status, s.level AS level, s.grade AS grade, s.outline AS outline
			ORDER BY parcel
			LIMIT $limit
			""");

	private static final String PLOTS = """
			RETURN b.id AS base, b.name AS name, b.nameLatin AS latin, b.county AS county,
			       EXISTS { MATCH (b)<-[:COVERS]-(c:Certificate)
			                WHERE c.validFrom <= $today AND c.validTo >= $today
			                  AND NOT COLLECT { MATCH (c)<-[:CONCERNS]-(e:Event)
			                                    RETURN e.standing ORDER BY e.at DESC LIMIT 1 }
			                      IN [['SUSPENDED'], ['REVOKED']] } AS certified,
			       COLLECT { MATCH (b)<-[:IN]-(p:Plot)
			                 WHERE p.outline IS NOT NULL
			                 RETURN [p.id, p.name, p.outline,
			                         EXISTS { MATCH (p)<-[:AT]-(n:Event) WHERE n:Recalled }
			                         OR EXISTS { MATCH (p)<-[:AT]-(:Event)-[:OUTPUT]->(l:Lot) WHERE l:Recalled }]
			                 ORDER BY p.id } AS plots
			ORDER BY base
			""";

	private static final Cypher BASES = Cypher.of("""
			MATCH (b:Base)
			WHERE b.county = $county AND b.id > ''
			WITH b
			ORDER BY b.id
			LIMIT $limit
			""" + PLOTS);

	private static final Cypher BASE = Cypher.of("""
			MATCH (b:Thing {id: $base})
			WHERE b:Base
			""" + PLOTS);

	private final Graph graph;

	Terrain(Graph graph) {
		this.graph = graph;
	}

	/** How much there is in a county. */
	record County(String code, long bases, long parcels) {
	}

	/**
	 * Parcels in a square of the grid.
	 *
	 * @param id null for parcels that nobody has drawn
	 */
	record Square(@Nullable String id, long parcels) {

		/** Column and row, in hundredths of a degree. */
		int[] place() {
			String[] parts = String.valueOf(this.id).split("/", -1);
			return new int[] { Integer.parseInt(parts[parts.length - 2]), Integer.parseInt(parts[parts.length - 1]) };
		}

	}

	/** A parcel as it was surveyed last. */
	record Parcel(String id, String status, long level, long grade, Outline outline) {
	}

	/** Beds of a base. */
	record Plot(String id, String name, Outline outline, boolean recalled) {
	}

	/**
	 * A base, whether a certificate over it is valid on a day, and its plots as drawn.
	 */
	record Base(String id, String name, @Nullable String nameLatin, String county, boolean certified,
			List<Plot> plots) {
	}

	List<County> counties() {
		return this.graph.read((tx) -> tx.list(COUNTIES, Map.of(), (row) -> new County(row.get("county").asString(),
				row.get("bases").asLong(), row.get("parcels").asLong())));
	}

	List<Square> squares(String county) {
		return this.graph.read((tx) -> tx.list(SQUARES, Map.of("county", county),
				(row) -> new Square(row.get("square").asString(null), row.get("parcels").asLong())));
	}

	List<Parcel> parcels(String county, List<String> squares, int limit) {
		return this.graph
			.read((tx) -> tx.list(PARCELS, Map.of("county", county, "squares", squares, "limit", limit),
					(row) -> Outline.find(row.get("outline").asString(null))
						.map((outline) -> new Parcel(row.get("parcel").asString(), row.get("status").asString(),
								row.get("level").asLong(), row.get("grade").asLong(), outline))))
			.stream()
			.flatMap(Optional::stream)
			.toList();
	}

	List<Base> bases(String county, LocalDate today) {
		return this.graph
			.read((tx) -> tx.list(BASES, Map.of("county", county, "today", today, "limit", MOST_BASES), Terrain::base));
	}

	Optional<Base> base(String base, LocalDate today) {
		return this.graph.read((tx) -> tx.one(BASE, Map.of("base", base, "today", today), Terrain::base));
	}

	private static Base base(Record row) {
		return new Base(row.get("base").asString(), row.get("name").asString(), row.get("latin").asString(null),
				row.get("county").asString(), row.get("certified").asBoolean(),
				row.get("plots")
					.asList((plot) -> Outline.find(plot.get(2).asString())
						.map((outline) -> new Plot(plot.get(0).asString(), plot.get(1).asString(), outline,
								plot.get(3).asBoolean())))
					.stream()
					.flatMap(Optional::stream)
					.toList());
	}

}
