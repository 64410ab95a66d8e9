package org.shenyuan.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.shenyuan.events.LandSurvey;
import org.shenyuan.events.Registering.CertificateRegistered;
import org.shenyuan.events.Registering.CertificateRuled;
import org.shenyuan.events.Registering.CertificateRuled.Standing;
import org.shenyuan.events.Registering.PlotRegistered;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.geometry.Outline;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Tx;

/**
 * The statements of the append that concern land. The grid cells under an outline are
 * locked before what lies in them is read: two people who draw on the same ground meet
 * there, and nobody reads a parcel that lies elsewhere.
 */
final class LandAppends {

	private static final int ROWS_A_STATEMENT = 1000;

	private static final Cypher LOCK = Cypher.of("""
			UNWIND $things AS id
			MATCH (t:Thing {id: id})
			WITH t, t.id AS id
			ORDER BY id
			SET t.touched = $now
			""");

	private static final Cypher LOCK_CELLS = Cypher.of("""
			UNWIND $cells AS id
			MERGE (c:Cell {id: id})
			SET c.touched = $now
			""");

	private static final Cypher AROUND = Cypher.of("""
			UNWIND $cells AS id
			MATCH (:Cell {id: id})<-[:LIES_IN]-(s:Survey)
			WITH DISTINCT s
			RETURN s {.*} AS survey
			""");

	private static final Cypher SURVEYS = Cypher.of("""
			UNWIND $parcels AS id
			MATCH (:Thing {id: id})<-[:SURVEYS]-(s:Survey)
			RETURN s {.*} AS survey
			""");

	private static final Cypher PLOTS = Cypher.of("""
			UNWIND $parcels AS id
			MATCH (:Thing {id: id})<-[:ON]-(p:Plot)
			RETURN id AS parcel, p.id AS plot, p.bedSquareMetres AS beds, p.outline AS outline
			""");

	private static final Cypher GROUNDS = Cypher.of("""
			UNWIND $bases AS id
			MATCH (:Thing {id: id})<-[:IN]-(p:Plot)
			OPTIONAL MATCH (p)-[:ON]->(l:Parcel)
			RETURN id AS base, coalesce(l.id, p.id) AS ground, coalesce(l.squareMetres, p.bedSquareMetres) AS area
			""");

	private static final Cypher RULINGS = Cypher.of("""
			UNWIND $certificates AS id
			MATCH (:Thing {id: id})<-[:CONCERNS]-(e:Event)
			RETURN id AS certificate, e.at AS at, e.standing AS standing
			""");

	private static final Cypher WRITE = Cypher.of("""
			UNWIND $surveys AS row
			MATCH (p:Thing {id: row.parcel})
			MERGE (s:Survey {id: row.id})
			SET s = row.properties
			SET p += row.latest
			MERGE (s)-[:SURVEYS]->(p)
			WITH s, row
			CALL (s) {
			  MATCH (s)-[old:LIES_IN]->(:Cell)
			  DELETE old
			}
			CALL (s, row) {
			  UNWIND row.cells AS cell
			  MATCH (c:Cell {id: cell})
			  CREATE (s)-[:LIES_IN]->(c)
			}
			""");

	private final Tx tx;

	private final Set<String> parcels = new TreeSet<>();

	private final Set<String> bases = new TreeSet<>();

	private final Set<String> certificates = new TreeSet<>();

	private final Set<String> cells = new TreeSet<>();

	LandAppends(Tx tx, Collection<TraceEvent> events) {
		this.tx = tx;
		for (TraceEvent event : events) {
			switch (event) {
				case LandSurvey survey -> {
					this.parcels.add(survey.parcel());
					this.cells.addAll(Survey.of(survey, "").cells());
				}
				case PlotRegistered plot when plot.parcel() != null -> this.parcels.add(plot.parcel());
				case CertificateRegistered paper -> this.bases.add(paper.base());
				case CertificateRuled ruled -> this.certificates.add(ruled.certificate());
				default -> {
				}
			}
		}
	}

	void lock(Instant moment) {
		Object now = moment.atZone(ZoneOffset.UTC);
		if (!this.parcels.isEmpty() || !this.certificates.isEmpty()) {
			Set<String> things = new TreeSet<>(this.parcels);
			things.addAll(this.certificates);
			this.tx.execute(LOCK, Map.of("things", List.copyOf(things), "now", now));
		}
		if (!this.cells.isEmpty()) {
			this.tx.execute(LOCK_CELLS, Map.of("cells", List.copyOf(this.cells), "now", now));
		}
	}

	void read(Land land) {
		if (!this.parcels.isEmpty()) {
			Map<String, Object> here = Map.of("parcels", List.copyOf(this.parcels), "cells", List.copyOf(this.cells));
			Set<String> known = new HashSet<>();
			for (Cypher which : List.of(SURVEYS, AROUND)) {
				this.tx.each(which, here, (row) -> {
					if (known.add(row.get("survey").get("id").asString())) {
						land.knows(Survey.of(row.get("survey").asMap()));
					}
				});
			}
			this.tx.each(PLOTS, here,
					(row) -> land.knows(row.get("parcel").asString(), new Land.Plot(row.get("plot").asString(),
							row.get("beds").asLong(), Outline.find(row.get("outline").asString(null)).orElse(null))));
		}
		if (!this.bases.isEmpty()) {
			this.tx.each(GROUNDS, Map.of("bases", List.copyOf(this.bases)), (row) -> land
				.knowsGround(row.get("base").asString(), row.get("ground").asString(), row.get("area").asLong()));
		}
		if (!this.certificates.isEmpty()) {
			this.tx.each(RULINGS, Map.of("certificates", List.copyOf(this.certificates)), (row) -> {
				Value at = row.get("at");
				land.knows(row.get("certificate").asString(),
						new Land.Ruling(at.asZonedDateTime(), Standing.valueOf(row.get("standing").asString())));
			});
		}
	}

	void write(Land land) {
		List<Map<String, @Nullable Object>> rows = new ArrayList<>();
		for (Survey survey : land.changed()) {
			Map<String, @Nullable Object> row = new HashMap<>();
			row.put("id", survey.id());
			row.put("parcel", survey.parcel());
			row.put("properties", survey.properties());
			row.put("latest", land.latest(survey.parcel()).orElse(survey).findings());
			row.put("cells", survey.cells());
			rows.add(row);
		}
		for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
			this.tx.execute(WRITE,
					Map.of("surveys", rows.subList(from, Math.min(rows.size(), from + ROWS_A_STATEMENT))));
		}
	}

}
