package org.shenyuan.census;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.shenyuan.events.LandSurvey;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.EventJson;
import org.shenyuan.events.Role;
import org.springframework.stereotype.Component;

/** The land as the census knows it. Areas in whole square metres. */
@Component
class Parcels {

	private static final Cypher KNOWN = Cypher.of("""
			UNWIND $rows AS row
			MATCH (p:Thing {id: row.parcel})
			WHERE p:Parcel AND NOT EXISTS { MATCH (p)<-[:REGISTERS]-(e:Event) WHERE e.id = row.event }
			RETURN p.id AS id
			""");

	private static final Cypher SUMS = Cypher.of("""
			MATCH (s:Survey)
			WHERE s.county > '' AND s.round > '' AND s.parcel > ''
			RETURN s.county AS county, s.round AS round, s.status AS status, count(s) AS parcels,
			       sum(s.squareMetres) AS squareMetres
			ORDER BY county, round DESC, status
			""");

	private static final Cypher LIST = Cypher.of("""
			MATCH (s:Survey {county: $county, round: $round})
			WHERE s.parcel > $after AND (s.status = $status OR $status = '')
			MATCH (s)-[:SURVEYS]->(p:Parcel)
			RETURN s {.*, outline: null, drawn: s.outline IS NOT NULL, town: p.town, village: p.village} AS survey
			ORDER BY s.parcel
			LIMIT $limit
			""");

	private static final Cypher ONE = Cypher.of("""
			MATCH (p:Thing {id: $parcel})
			WHERE p:Parcel
			OPTIONAL MATCH (k:Thing {id: p.steward})
			RETURN p {.*} AS parcel, k.name AS steward,
			       COLLECT { MATCH (p)<-[:ON]-(l:Plot)-[:RUN_BY]->(o:Party)
			                 RETURN l {.*, operator: o.id, operatorName: o.name} } AS plots,
			       COLLECT { MATCH (p)<-[:REGISTERS|CONCERNS]-(e:Event) RETURN e.content } AS surveys
			""");

	private final Graph graph;

	Parcels(Graph graph) {
		this.graph = graph;
	}

	/** All parcels of a county in a round that are in one state. */
	record Sum(String county, String round, String status, long parcels, long squareMetres) {
	}

	/** A parcel in a round. */
	record Entry(String parcel, @Nullable String town, @Nullable String village, long squareMetres, String landClass,
			long level, long grade, String status, LocalDate surveyed, boolean drawn) {
	}

	/** Beds on a parcel. */
	record Plot(String id, String name, long bedSquareMetres, String operator, String operatorName,
			@Nullable String outline) {
	}

	/**
	 * A parcel with all that was ever found, the latest first.
	 *
	 * @param stewardName of the party that answers for it
	 */
	record Parcel(String id, String county, @Nullable String town, @Nullable String village, @Nullable String steward,
			@Nullable String stewardName, List<LandSurvey> surveys, List<Plot> plots) {

		/** Where land lies is for the authority and for those who work it. */
		boolean isOpenTo(Author author) {
			return author.roles().contains(Role.AUTHORITY) || author.party().equals(this.steward)
					|| this.plots.stream().anyMatch((plot) -> plot.operator().equals(author.party()));
		}

	}

	/**
	 * Which of some parcels are registered, but not by the given events.
	 * @param events by parcel
	 */
	Set<String> knownBefore(Map<String, String> events) {
		List<Map<String, String>> rows = events.entrySet()
			.stream()
			.map((row) -> Map.of("parcel", row.getKey(), "event", row.getValue()))
			.toList();
		return new HashSet<>(
				this.graph.read((tx) -> tx.list(KNOWN, Map.of("rows", rows), (row) -> row.get("id").asString())));
	}

	List<Sum> sums() {
		return this.graph.read((tx) -> tx.list(SUMS, Map.of(),
				(row) -> new Sum(row.get("county").asString(), row.get("round").asString(),
						row.get("status").asString(), row.get("parcels").asLong(), row.get("squareMetres").asLong())));
	}

	/**
	 * @param status or empty for any
	 * @param after the last parcel of the page before, empty for the first
	 */
	List<Entry> list(String county, String round, String status, String after, int limit) {
		return this.graph.read((tx) -> tx.list(LIST,
				Map.of("county", county, "round", round, "status", status, "after", after, "limit", limit), (row) -> {
					Value survey = row.get("survey");
					return new Entry(survey.get("parcel").asString(), survey.get("town").asString(null),
							survey.get("village").asString(null), survey.get("squareMetres").asLong(),
							survey.get("landClass").asString(), survey.get("level").asLong(),
							survey.get("grade").asLong(), survey.get("status").asString(),
							survey.get("surveyed").asLocalDate(), survey.get("drawn").asBoolean());
				}));
	}

	Optional<Parcel> find(String id) {
		return this.graph.read((tx) -> tx.one(ONE, Map.of("parcel", id), (row) -> {
			Value parcel = row.get("parcel");
			return new Parcel(id, parcel.get("county").asString(), parcel.get("town").asString(null),
					parcel.get("village").asString(null), parcel.get("steward").asString(null),
					row.get("steward").asString(null), surveys(row.get("surveys").asList(Value::asString)),
					row.get("plots").asList(Parcels::plot));
		}));
	}

	private static List<LandSurvey> surveys(List<String> events) {
		return events.stream()
			.map(EventJson::read)
			.sorted(Comparator.comparing(TraceEvent::at).reversed())
			.filter(LandSurvey.class::isInstance)
			.map(LandSurvey.class::cast)
			.sorted(Comparator.comparing(LandSurvey::surveyed).reversed())
			.toList();
	}

	private static Plot plot(Value plot) {
		return new Plot(plot.get("id").asString(), plot.get("name").asString(), plot.get("bedSquareMetres").asLong(),
				plot.get("operator").asString(), plot.get("operatorName").asString(),
				plot.get("outline").asString(null));
	}

}
