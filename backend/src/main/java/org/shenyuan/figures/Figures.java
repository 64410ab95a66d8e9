package org.shenyuan.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.neo4j.driver.Record;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.graph.Tx;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The figures of a year. What was recorded as an event is counted when somebody asks, by
 * an index on its kind and day: a province that digs for a hundred thousand entries a
 * year is summed up in about a second, what was corrected since falls out by itself, and
 * in harvest nobody's entry waits for a counter. Scans are no events and would be too
 * many; they alone are counted as they come, in parts that seldom meet.
 */
@Component
class Figures {

	private static final String LIVE = """
			WITH r, coalesce(r.voided, []) AS ends
			WITH r, r.count - reduce(sum = 0, i IN range(0, size(ends) - 2, 2) | sum + ends[i + 1] - ends[i] + 1) AS live
			""";

	private static final Cypher BASES = Cypher.of("""
			UNWIND $days AS day
			MATCH (c:Certificate)
			WHERE c.validTo >= day AND c.validFrom <= day
			  AND NOT COLLECT { MATCH (c)<-[:CONCERNS]-(e:Event)
			                    WHERE date(e.at) <= day
			                    RETURN e.standing ORDER BY e.at DESC LIMIT 1 } IN [['SUSPENDED'], ['REVOKED']]
			MATCH (c)-[:COVERS]->(b:Base)
			WITH day, b, max(c.squareMetres) AS squareMetres
			RETURN b.county AS county, day.year AS year, day.month AS month, count(b) AS bases,
			       sum(squareMetres) AS squareMetres
			""");

	private static final Cypher DUG = Cypher.of("""
			MATCH (e:Event)
			WHERE e.kind = 'harvested' AND e.at >= $from AND e.at < $to AND e.corrected IS NULL
			MATCH (e)-[:AT]->(:Plot)-[:IN]->(b:Base)
			WITH b.county AS county, datetime({datetime: e.at, timezone: $zone}) AS at, e.outGrams AS grams
			RETURN county, at.year AS year, at.month AS month, sum(grams) AS grams
			""");

	private static final Cypher LABELS = Cypher.of("""
			MATCH (r:Run)
			WHERE r.issued >= $from AND r.issued < $to
			""" + LIVE
			+ """
					MATCH (r)-[d:DRAWS]->(b:Base)
					WITH b.county AS county, datetime({datetime: r.issued, timezone: $zone}) AS at,
					     toFloat(d.grams) * live / r.count AS grams, toFloat(d.fresh) * live / r.count AS fresh, r.unitGrams AS unit
					RETURN county, at.year AS year, at.month AS month, sum(grams) AS grams, sum(fresh) AS fresh,
					       sum(grams / unit) AS labels
					""");

	private static final Cypher SCANS = Cypher.of("""
			MATCH (t:Tally)
			WHERE t.month >= $first AND t.month <= $last
			RETURN t.county AS county, t.month AS month, t.verdict AS verdict, sum(t.scans) AS scans
			""");

	private static final Cypher REPORTS = Cypher.of("""
			MATCH (c:Case)
			WHERE c.opened >= $from AND c.opened < $to
			WITH coalesce(c.county, '') AS county, datetime({datetime: c.opened, timezone: $zone}) AS at
			RETURN county, at.year AS year, at.month AS month, count(*) AS reports
			""");

	/** A hold where the goods are, a recall where the authority is. */
	private static final Cypher ALERTS = Cypher.of("""
			CALL () {
			  MATCH (e:Event)
			  WHERE e.kind = 'held' AND e.at >= $from AND e.at < $to
			  MATCH (e)-[:ABOUT]->(l:Lot)
			  MATCH (p:Thing {id: l.holder})
			  RETURN p.county AS county, e.at AS moment
			UNION ALL
			  MATCH (e:Event)
			  WHERE e.kind = 'recalled' AND e.at >= $from AND e.at < $to
			  MATCH (e)-[:BY]->(p:Party)
			  RETURN p.county AS county, e.at AS moment
			}
			WITH coalesce(county, '') AS county, datetime({datetime: moment, timezone: $zone}) AS at
			RETURN county, at.year AS year, at.month AS month, count(*) AS alerts
			""");

	private static final Cypher FIRST = Cypher.of("""
			MATCH (e:Event)
			WHERE e.kind = 'harvested' AND e.at IS NOT NULL
			RETURN e.at.year AS year
			ORDER BY e.at
			LIMIT 1
			""");

	private final Graph graph;

	private final ZoneId zone;

	Figures(Graph graph, @Value("${shenyuan.zone}") ZoneId zone) {
		this.graph = graph;
		this.zone = zone;
	}

	/** The year of the first harvest on record, or the given one. */
	int firstYear(int otherwise) {
		return this.graph.read((tx) -> tx.one(FIRST, Map.of(), (row) -> row.get("year").asInt())).orElse(otherwise);
	}

	/**
	 * Each county of which there is anything, in each month, by county and month.
	 * @param until the last month; later ones are left out
	 */
	List<Figure> of(int year, YearMonth until) {
		List<YearMonth> months = IntStream.rangeClosed(1, 12)
			.mapToObj((month) -> YearMonth.of(year, month))
			.filter((month) -> !month.isAfter(until))
			.toList();
		if (months.isEmpty()) {
			return List.of();
		}
		List<Figure> parts = this.graph.read((tx) -> read(tx, months));
		Map<String, Map<YearMonth, Figure>> found = new TreeMap<>();
		parts.forEach((part) -> found.computeIfAbsent(part.county(), (county) -> new TreeMap<>())
			.merge(part.month(), part, Figure::plus));
		return found.entrySet()
			.stream()
			.flatMap((county) -> months.stream()
				.map((month) -> county.getValue().getOrDefault(month, Figure.none(county.getKey(), month))))
			.toList();
	}

	private List<Figure> read(Tx tx, List<YearMonth> months) {
		ZonedDateTime from = months.getFirst().atDay(1).atStartOfDay(this.zone);
		ZonedDateTime to = months.getLast().plusMonths(1).atDay(1).atStartOfDay(this.zone);
		Map<String, Object> time = Map.of("from", from, "to", to, "zone", this.zone.getId());
		List<LocalDate> days = months.stream().map(YearMonth::atEndOfMonth).toList();
		List<Figure> parts = new ArrayList<>();
		tx.each(BASES, Map.of("days", days), (row) -> parts.add(new Figure(county(row), month(row),
				row.get("bases").asLong(), row.get("squareMetres").asLong(), 0, 0, 0, 0, Map.of(), 0, 0)));
		tx.each(DUG, time, (row) -> parts
			.add(new Figure(county(row), month(row), 0, 0, row.get("grams").asLong(), 0, 0, 0, Map.of(), 0, 0)));
		tx.each(LABELS, time, (row) -> parts.add(new Figure(county(row), month(row), 0, 0, 0, whole(row, "labels"),
				whole(row, "grams"), whole(row, "fresh"), Map.of(), 0, 0)));
		tx.each(SCANS, Map.of("first", months.getFirst().toString(), "last", months.getLast().toString()),
				(row) -> parts.add(new Figure(county(row), YearMonth.parse(row.get("month").asString()), 0, 0, 0, 0, 0,
						0, Map.of(row.get("verdict").asString(), row.get("scans").asLong()), 0, 0)));
		tx.each(REPORTS, time, (row) -> parts
			.add(new Figure(county(row), month(row), 0, 0, 0, 0, 0, 0, Map.of(), row.get("reports").asLong(), 0)));
		tx.each(ALERTS, time, (row) -> parts
			.add(new Figure(county(row), month(row), 0, 0, 0, 0, 0, 0, Map.of(), 0, row.get("alerts").asLong())));
		return parts;
	}

	private static String county(Record row) {
		return row.get("county").asString();
	}

	private static YearMonth month(Record row) {
		return YearMonth.of(row.get("year").asInt(), row.get("month").asInt());
	}

	private static long whole(Record row, String name) {
		return Math.round(row.get(name).asDouble());
	}

}
