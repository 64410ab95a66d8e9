package org.shenyuan.trace;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.shenyuan.events.LotKind;
import org.shenyuan.events.Sourcing.VarietyJudged;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.graph.Tx;
import org.shenyuan.ledger.EventJson;
import org.shenyuan.ledger.Rule;
import org.shenyuan.ledger.RuleBook;
import org.shenyuan.trace.Family.Accession;
import org.shenyuan.trace.Family.Base;
import org.shenyuan.trace.Family.Certificate;
import org.shenyuan.trace.Family.Edge;
import org.shenyuan.trace.Family.Member;
import org.shenyuan.trace.Family.Observation;
import org.shenyuan.trace.Family.Place;
import org.shenyuan.trace.Family.Standing;
import org.shenyuan.trace.Family.Step;
import org.shenyuan.trace.Family.Variety;
import org.springframework.stereotype.Component;

/** Reads the family of a lot in one statement. */
@Component
class Families {

	/**
	 * {@code DISTINCT} right behind the open-ended pattern lets the planner prune: each
	 * node is visited once, however many ways lead to it.
	 */
	static final Cypher BACK = Cypher
		.of("""
				MATCH (target:Lot {id: $lot})
				MATCH (target)<-[:INPUT|OUTPUT*0..]-(n)
				WITH DISTINCT n
				WITH collect(n) AS family
				CALL (family) {
				  UNWIND family AS n
				  RETURN 'family' AS row, n {.*, content: null} AS node, n:Held AS held,
				         COLLECT { MATCH (n)<-[r:INPUT|OUTPUT]-(m) RETURN [m.id, r.grams] } AS links,
				         COLLECT { MATCH (n)-[:AT]->(p:Thing) RETURN p.id } AS at,
				         COLLECT { MATCH (n)-[:BY]->(p:Thing) RETURN [p.id, p.name] } AS by
				UNION ALL
				  UNWIND family AS n
				  MATCH (n)-[:AT]->(p:Thing)
				  WITH DISTINCT p
				  OPTIONAL MATCH (p)-[:IN]->(b:Base)
				  RETURN 'place' AS row, p {.*, outline: null} AS node, false AS held,
				         COLLECT { MATCH (c:Certificate)-[:COVERS]->(b)
				                   RETURN c {.*, standings: COLLECT { MATCH (c)<-[:CONCERNS]-(s:Event)
				                                                      RETURN [s.at, s.standing] }} } AS links,
				         [] AS at, [b {.*}] AS by
				UNION ALL
				  UNWIND family AS n
				  MATCH (n)<-[:ABOUT]-(o:Event)
				  WHERE n:Lot AND o.corrected IS NULL
				  MATCH (o)-[:BY]->(p:Thing)
				  RETURN 'seen' AS row, o {.*, lot: n.id} AS node, false AS held, [] AS links, [] AS at,
				         [[p.id, p.name]] AS by
				UNION ALL
				  UNWIND family AS n
				  MATCH (n)<-[:RECALLS]-(o:Event)
				  WHERE n:Recalled AND o.ended IS NULL
				  WITH DISTINCT o
				  RETURN 'recall' AS row, o {.at, .content} AS node, false AS held, [] AS links, [] AS at, [] AS by
				UNION ALL
				  UNWIND family AS n
				  MATCH (n)-[:OF]->(v:Variety)
				  WITH DISTINCT v
				  RETURN 'variety' AS row, v {.*} AS node, false AS held,
				         COLLECT { MATCH (v)-[:FROM]->(a:Accession) RETURN a {.*} } AS links,
				         COLLECT { MATCH (v)<-[:CONCERNS]-(e:Event) RETURN e.content } AS at, [] AS by
				UNION ALL
				  MATCH (r:Rule)
				  WHERE r.kind IN ['growing-season', 'variety-approval', 'seed-paper', 'conformity-duty', 'completeness', 'dry-ratio']
				  RETURN 'rule' AS row, r {.*} AS node, false AS held, [] AS links, [] AS at, [] AS by
				}
				RETURN row, node, held, links, at, by
				""");

	private final Graph graph;

	Families(Graph graph) {
		this.graph = graph;
	}

	Optional<Family> of(String lot) {
		return this.graph.read((tx) -> of(tx, lot));
	}

	Optional<Family> of(Tx tx, String lot) {
		Reading reading = new Reading();
		tx.each(BACK, Map.of("lot", lot), reading::take);
		return reading.lots.isEmpty() ? Optional.empty()
				: Optional.of(new Family(lot, reading.lots, reading.events, reading.places, reading.parties,
						reading.observations, reading.seasons, reading.recalls, reading.varieties, reading.rules));
	}

	/** Gathers the rows. */
	private static final class Reading {

		private final Map<String, Member> lots = new LinkedHashMap<>();

		private final Map<String, Step> events = new LinkedHashMap<>();

		private final Map<String, Place> places = new HashMap<>();

		private final Map<String, String> parties = new HashMap<>();

		private final List<Observation> observations = new ArrayList<>();

		private final List<Seasons> seasons = new ArrayList<>();

		private final List<String> recalls = new ArrayList<>();

		private final Map<String, Variety> varieties = new HashMap<>();

		private final List<Rule> rules = new ArrayList<>();

		void take(Record row) {
			Value node = row.get("node");
			switch (row.get("row").asString()) {
				case "place" -> place(node, row);
				case "recall" -> this.recalls.add(node.get("content").asString());
				case "variety" -> variety(node, row);
				case "rule" -> {
					if (node.get("kind").asString().equals("growing-season")) {
						this.seasons.add(season(node));
					}
					else {
						this.rules.add(RuleBook.rule(node));
					}
				}
				case "seen" -> {
					String by = party(row);
					this.observations.add(new Observation(node.get("lot").asString(), node.get("kind").asString(),
							node.get("at").asZonedDateTime(), by, node.get("content").asString()));
				}
				default -> {
					if (node.containsKey("hash")) {
						event(node, row);
					}
					else {
						lot(node, row);
					}
				}
			}
		}

		private void lot(Value lot, Record row) {
			this.lots.put(lot.get("id").asString(),
					new Member(lot.get("id").asString(), LotKind.valueOf(lot.get("kind").asString()),
							lot.get("product").asString(), lot.get("species").asString(), lot.get("grams").asLong(),
							lot.get("unitGrams").asLong(), lot.get("since").asZonedDateTime(),
							lot.get("external").asBoolean(false), row.get("held").asBoolean(),
							row.get("links").get(0).get(0).asString(), text(lot, "variety")));
		}

		private void variety(Value variety, Record row) {
			String id = variety.get("id").asString();
			this.varieties.put(id,
					new Variety(id, variety.get("name").asString(), variety.get("varietyKind").asString(),
							row.get("links").asList(Reading::accession),
							row.get("at")
								.asList((content) -> EventJson.read(content.asString()))
								.stream()
								.filter(VarietyJudged.class::isInstance)
								.map(VarietyJudged.class::cast)
								.toList()));
		}

		private static Accession accession(Value accession) {
			return new Accession(accession.get("number").asString(), accession.get("name").asString(),
					accession.get("county").asString(), text(accession, "town"),
					accession.get("collected").asLocalDate());
		}

		private void event(Value event, Record row) {
			String by = party(row);
			Value at = row.get("at");
			this.events.put(event.get("id").asString(),
					new Step(event.get("id").asString(), event.get("kind").asString(),
							event.get("at").asZonedDateTime(), by, at.isEmpty() ? null : at.get(0).asString(),
							row.get("links").asList((link) -> new Edge(link.get(0).asString(), link.get(1).asLong())),
							text(event, "process"), event.get("witnessed").asBoolean(false),
							event.get("declaredSeasons").isNull() ? null : event.get("declaredSeasons").asInt()));
		}

		private void place(Value place, Record row) {
			Value base = row.get("by").get(0);
			this.places.put(place.get("id").asString(),
					new Place(place.get("id").asString(), place.get("name").asString(),
							place.get("county").asString(""), text(place, "town"), text(place, "cultivation"),
							base.isNull() ? null : base(base, row.get("links"))));
		}

		private static Base base(Value base, Value certificates) {
			return new Base(base.get("id").asString(), base.get("name").asString(), text(base, "nameLatin"),
					base.get("county").asString(), base.get("town").asString(),
					certificates.asList((paper) -> new Certificate(paper.get("id").asString(),
							paper.get("number").asString(), paper.get("certificateKind").asString(),
							paper.get("level").asString(), paper.get("species").asString(),
							paper.get("validFrom").asLocalDate(), paper.get("validTo").asLocalDate(),
							paper.get("standings")
								.asList((standing) -> new Standing(standing.get(0).asZonedDateTime(),
										standing.get(1).asString())))));
		}

		private static Seasons season(Value rule) {
			return new Seasons(rule.get("subject").asString(), rule.get("validFrom").asLocalDate(),
					rule.get("validTo").asLocalDate(LocalDate.MAX),
					MonthDay.parse("--" + rule.get("emergesUntil").asString()),
					MonthDay.parse("--" + rule.get("completeFrom").asString()), rule.get("source").asString());
		}

		private String party(Record row) {
			Value by = row.get("by").get(0);
			String id = by.get(0).asString();
			this.parties.put(id, by.get(1).asString());
			return id;
		}

		private static @Nullable String text(Value node, String property) {
			return node.get(property).asString(null);
		}

	}

}
