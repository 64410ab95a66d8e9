package org.shenyuan.land;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.web.Choice;
import org.springframework.stereotype.Component;

/** Certificates over bases, and how each stands. */
@Component
class Certificates {

	private static final int MOST = 1000;

	private static final Cypher ALL = Cypher.of("""
			MATCH (c:Certificate)
			WHERE c.validTo >= $since
			MATCH (c)-[:COVERS]->(b:Base)
			OPTIONAL MATCH (i:Party)-[:ISSUED]->(c)
			RETURN c {.*} AS paper, b {.*} AS base, i.name AS issuer,
			       COLLECT { MATCH (c)<-[:CONCERNS]-(e:Event) RETURN [e.at, e.standing] } AS rulings
			ORDER BY b.county, b.name, c.validFrom, c.id
			LIMIT $limit
			""");

	private static final Cypher BASES = Cypher.of("""
			MATCH (b:Base)
			WHERE b.name > ''
			RETURN b.id AS id, b.name AS name
			ORDER BY b.name, b.id
			LIMIT $limit
			""");

	private final Graph graph;

	Certificates(Graph graph) {
		this.graph = graph;
	}

	/** How a certificate stands on a day. */
	enum State {

		VALID, FUTURE, EXPIRED, SUSPENDED, REVOKED

	}

	/**
	 * A certificate.
	 *
	 * @param rulings what was said of it, {@code SUSPENDED}, {@code REINSTATED} or
	 * {@code REVOKED}, in the order of time
	 */
	record Certificate(String id, String number, String kind, String level, String species, LocalDate validFrom,
			LocalDate validTo, long squareMetres, String base, String baseName, @Nullable String baseNameLatin,
			String county, String town, @Nullable String issuer, List<Ruling> rulings) {

		/** The last word said by the end of that day, else the period. */
		public State on(LocalDate day) {
			String last = this.rulings.stream()
				.filter((ruling) -> !ruling.at().toLocalDate().isAfter(day))
				.map(Ruling::standing)
				.reduce("", (before, after) -> after);
			if (last.equals("REVOKED")) {
				return State.REVOKED;
			}
			if (day.isAfter(this.validTo)) {
				return State.EXPIRED;
			}
			if (last.equals("SUSPENDED")) {
				return State.SUSPENDED;
			}
			return day.isBefore(this.validFrom) ? State.FUTURE : State.VALID;
		}

	}

	/** From when on a certificate stands how. */
	record Ruling(ZonedDateTime at, String standing) {
	}

	/** Those that had not ended before a day, by county and base. */
	List<Certificate> since(LocalDate day) {
		return this.graph.read((tx) -> tx.list(ALL, Map.of("since", day, "limit", MOST), Certificates::certificate));
	}

	/** To choose from. */
	List<Choice> bases() {
		return this.graph.read((tx) -> tx.list(BASES, Map.of("limit", MOST),
				(row) -> new Choice(row.get("id").asString(), row.get("name").asString())));
	}

	private static Certificate certificate(Record row) {
		return certificate(row.get("paper"), row.get("base"), row.get("issuer"), row.get("rulings"));
	}

	static Certificate certificate(Value paper, Value base, Value issuer, Value rulings) {
		return new Certificate(paper.get("id").asString(), paper.get("number").asString(),
				paper.get("certificateKind").asString(), paper.get("level").asString(), paper.get("species").asString(),
				paper.get("validFrom").asLocalDate(), paper.get("validTo").asLocalDate(),
				paper.get("squareMetres").asLong(), base.get("id").asString(), base.get("name").asString(),
				base.get("nameLatin").asString(null), base.get("county").asString(), base.get("town").asString(),
				issuer.asString(null),
				rulings.asList((ruling) -> new Ruling(ruling.get(0).asZonedDateTime(), ruling.get(1).asString()))
					.stream()
					.sorted(Comparator.comparing(Ruling::at))
					.toList());
	}

}
