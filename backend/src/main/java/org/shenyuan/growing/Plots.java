package org.shenyuan.growing;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.springframework.stereotype.Component;

/** Plots as their tags and pages show them. */
@Component
class Plots {

	private static final Cypher ONE = Cypher.of("""
			MATCH (p:Thing {id: $plot})-[:IN]->(b:Base)
			WHERE p:Plot
			RETURN p.id AS id, p.name AS name, p.cultivation AS cultivation, p.bedSquareMetres AS squareMetres,
			  b.name AS base, b.county AS county, b.town AS town
			""");

	private static final Cypher CROPS = Cypher.of("""
			MATCH (:Thing {id: $plot})<-[:AT]-(e:Event)-[:OUTPUT]->(l:Lot)
			WHERE e.kind IN ['sown', 'transplanted'] AND l.kind = 'STAND' AND l.voided IS NULL
			RETURN l.id AS stand, l.species AS species, e.kind AS kind, e.at AS at
			ORDER BY at DESC, stand
			LIMIT 20
			""");

	private final Graph graph;

	Plots(Graph graph) {
		this.graph = graph;
	}

	/**
	 * A plot.
	 *
	 * @param squareMetres of its beds
	 * @param crops that were put in, the latest first
	 */
	record Plot(String id, String name, String cultivation, long squareMetres, String base, @Nullable String county,
			@Nullable String town, List<Crop> crops) {
	}

	/**
	 * A crop of a plot.
	 *
	 * @param kind {@code sown} or {@code transplanted}
	 */
	record Crop(String stand, String species, String kind, ZonedDateTime at) {
	}

	Optional<Plot> find(String plot) {
		return this.graph.read((tx) -> {
			List<Crop> crops = tx.list(CROPS, Map.of("plot", plot), (row) -> new Crop(row.get("stand").asString(),
					row.get("species").asString(), row.get("kind").asString(), row.get("at").asZonedDateTime()));
			return tx.one(ONE, Map.of("plot", plot),
					(row) -> new Plot(row.get("id").asString(), row.get("name").asString(),
							row.get("cultivation").asString(), row.get("squareMetres").asLong(),
							row.get("base").asString(), row.get("county").asString(null),
							row.get("town").asString(null), crops));
		});
	}

}
