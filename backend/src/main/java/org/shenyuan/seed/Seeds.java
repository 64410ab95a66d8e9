package org.shenyuan.seed;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.shenyuan.events.Documenting.PaperFiled;
import org.shenyuan.events.Sourcing.VarietyJudged;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.graph.Tx;
import org.shenyuan.ledger.EventJson;
import org.shenyuan.ledger.Rule;
import org.shenyuan.ledger.RuleBook;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The registry of seed sources, as it stands today. */
@Component
class Seeds {

	private static final int MOST_VARIETIES = 500;

	private static final int MOST_LOTS = 200;

	private static final Cypher ALL = Cypher.of("""
			MATCH (v:Variety)
			WHERE v.name > ''
			RETURN v {.*} AS variety, COUNT { (v)-[:FROM]->(:Accession) } AS accessions,
			       COUNT { (v)<-[:OF]-(:Lot) } AS lots,
			       COLLECT { MATCH (v)<-[:CONCERNS]-(e:Event) RETURN e.content } AS opinions
			ORDER BY v.name
			LIMIT $limit
			""");

	private static final Cypher ONE = Cypher.of("""
			MATCH (v:Thing {id: $variety})
			WHERE v:Variety
			RETURN v {.*} AS variety, COUNT { (v)<-[:OF]-(:Lot) } AS lots,
			       COLLECT { MATCH (v)-[:FROM]->(a:Accession) RETURN a {.*} } AS accessions,
			       COLLECT { MATCH (v)<-[:CONCERNS]-(e:Event)-[:BY]->(p:Party) RETURN [e.content, p.name] } AS opinions,
			       COLLECT { MATCH (v)<-[:OF]-(l:Lot)<-[:OUTPUT]-(:Event)-[:BY]->(p:Party)
			                 RETURN l {.*, by: p.name,
			                           papers: COLLECT { MATCH (l)<-[:ABOUT]-(e:Event)
			                                             WHERE e.kind = 'paperFiled' AND e.corrected IS NULL
			                                             RETURN e.content }}
			                 ORDER BY l.since DESC LIMIT $limit } AS seed
			""");

	private final Graph graph;

	private final RuleBook rules;

	private final Clock clock;

	private final ZoneId zone;

	Seeds(Graph graph, RuleBook rules, Clock clock, @Value("${shenyuan.zone}") ZoneId zone) {
		this.graph = graph;
		this.rules = rules;
		this.clock = clock;
		this.zone = zone;
	}

	/**
	 * A variety and how it stands.
	 *
	 * @param kind {@code LANDRACE}, {@code REGISTERED} or {@code MIXED}
	 * @param approving experts, of {@code least} that are needed; 0 where nobody is asked
	 * @param lots how many seed lots are of it
	 */
	record Variety(String id, String name, @Nullable String nameLatin, String kind, String species, Approval approval,
			long approving, long declining, long least, long accessions, long lots) {
	}

	/** A variety with everything that the registry has of it. */
	record Sheet(Variety variety, List<Accession> accessions, List<Opinion> opinions, List<SeedLot> seed) {
	}

	/** Germplasm. */
	record Accession(String id, String number, String name, String county, @Nullable String town, LocalDate collected,
			String collector) {
	}

	/**
	 * @param counts whether it is the expert's last word
	 */
	record Opinion(String expert, OffsetDateTime at, boolean approved, String reason, String interest, boolean counts) {
	}

	/**
	 * @param by who registered it, by name
	 * @param form fresh, dried or stratified
	 */
	record SeedLot(String lot, String by, String form, long grams, long left, List<Paper> papers) {
	}

	/**
	 * @param valid today
	 */
	record Paper(String kind, String number, String issuer, LocalDate validFrom, @Nullable LocalDate validTo,
			boolean valid) {
	}

	/** The varieties in order of their names: the first few hundred. */
	List<Variety> varieties() {
		return this.graph.read((tx) -> {
			List<Rule> asked = asked(tx);
			return tx.list(ALL, Map.of("limit", MOST_VARIETIES), (row) -> variety(row, row.get("accessions").asLong(),
					opinions(row.get("opinions").asList((content) -> content.asString())), asked));
		});
	}

	Optional<Sheet> variety(String id) {
		return this.graph.read((tx) -> {
			List<Rule> asked = asked(tx);
			return tx.one(ONE, Map.of("variety", id, "limit", MOST_LOTS), (row) -> sheet(row, asked));
		});
	}

	private List<Rule> asked(Tx tx) {
		LocalDate today = today();
		return this.rules.all(tx)
			.stream()
			.filter((rule) -> rule.kind().equals("variety-approval") && rule.isInForce(today))
			.toList();
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.zone);
	}

	private Sheet sheet(Record row, List<Rule> asked) {
		Map<VarietyJudged, String> experts = new LinkedHashMap<>();
		row.get("opinions").values().forEach((pair) -> {
			if (EventJson.read(pair.get(0).asString()) instanceof VarietyJudged opinion) {
				experts.put(opinion, pair.get(1).asString());
			}
		});
		Collection<VarietyJudged> voices = Approval.voices(experts.keySet());
		List<Accession> accessions = row.get("accessions")
			.asList((one) -> new Accession(one.get("id").asString(), one.get("number").asString(),
					one.get("name").asString(), one.get("county").asString(), one.get("town").asString(null),
					one.get("collected").asLocalDate(), one.get("collector").asString()));
		List<Opinion> opinions = experts.entrySet()
			.stream()
			.sorted(Comparator.comparing((Map.Entry<VarietyJudged, String> one) -> one.getKey().at().toInstant())
				.reversed())
			.map((one) -> new Opinion(one.getValue(), one.getKey().at(), one.getKey().approved(), one.getKey().reason(),
					one.getKey().interest(), voices.contains(one.getKey())))
			.toList();
		List<SeedLot> seed = row.get("seed")
			.asList((lot) -> new SeedLot(lot.get("id").asString(), lot.get("by").asString(),
					lot.get("product").asString(), lot.get("grams").asLong(), lot.get("left").asLong(),
					lot.get("papers")
						.asList((content) -> EventJson.read(content.asString()))
						.stream()
						.map((event) -> (event instanceof PaperFiled paper) ? paper(paper) : null)
						.filter(Objects::nonNull)
						.toList()));
		return new Sheet(variety(row, accessions.size(), experts.keySet(), asked), accessions, opinions, seed);
	}

	private Paper paper(PaperFiled paper) {
		LocalDate today = today();
		boolean valid = !today.isBefore(paper.validFrom())
				&& (paper.validTo() == null || !today.isAfter(paper.validTo()));
		return new Paper(paper.paperKind(), paper.number(), paper.issuer(), paper.validFrom(), paper.validTo(), valid);
	}

	private static Variety variety(Record row, long accessions, Collection<VarietyJudged> opinions, List<Rule> asked) {
		var variety = row.get("variety");
		String kind = variety.get("varietyKind").asString();
		Rule rule = asked.stream().filter((one) -> one.subject().equals(kind)).findFirst().orElse(null);
		Collection<VarietyJudged> voices = Approval.voices(opinions);
		long approving = voices.stream().filter(VarietyJudged::approved).count();
		return new Variety(variety.get("id").asString(), variety.get("name").asString(),
				variety.get("nameLatin").asString(null), kind, variety.get("species").asString(),
				Approval.of(opinions, rule), approving, voices.size() - approving,
				(rule != null) ? rule.number("leastExperts").longValue() : 0, accessions, row.get("lots").asLong());
	}

	private static List<VarietyJudged> opinions(List<String> contents) {
		return contents.stream()
			.map((content) -> EventJson.read(content))
			.filter(VarietyJudged.class::isInstance)
			.map(VarietyJudged.class::cast)
			.toList();
	}

}
