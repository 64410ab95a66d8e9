package org.shenyuan.trust;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.neo4j.driver.Record;
import org.shenyuan.events.Branding.BrandRuled;
import org.shenyuan.events.Registering.CertificateRuled.Standing;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.ledger.EventJson;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The regional brand on labels, as its authorisation stands today. */
@Component
public class Brands {

	private static final Cypher OF_RUN = Cypher.of("""
			MATCH (:Run {number: $run})-[:UNDER]->(a:Authorisation)-[:AUTHORISES]->(p:Party)
			RETURN a, p.name AS holder, COLLECT { MATCH (a)<-[:CONCERNS]-(e:Event) RETURN e.content } AS rulings
			""");

	private final Graph graph;

	private final Clock clock;

	private final ZoneId zone;

	Brands(Graph graph, Clock clock, @Value("${shenyuan.zone}") ZoneId zone) {
		this.graph = graph;
		this.clock = clock;
		this.zone = zone;
	}

	/**
	 * A brand on a label.
	 *
	 * @param brand a word of the list {@code brand}
	 * @param holder by name, who printed it
	 */
	public record Mark(String brand, String authorisation, String holder, LocalDate validFrom, LocalDate validTo,
			Today today) {
	}

	/** How an authorisation stands. */
	public enum Today {

		VALID, SUSPENDED, REVOKED,

		/** Its period is over. */
		ENDED

	}

	/** The brand that the labels of a run carry, when they carry one. */
	public Optional<Mark> of(long run) {
		return this.graph.read((tx) -> tx.one(OF_RUN, Map.of("run", run), this::mark));
	}

	private Mark mark(Record row) {
		var authorisation = row.get("a");
		List<BrandRuled> rulings = row.get("rulings")
			.asList((content) -> EventJson.read(content.asString()))
			.stream()
			.filter(BrandRuled.class::isInstance)
			.map(BrandRuled.class::cast)
			.toList();
		LocalDate validTo = authorisation.get("validTo").asLocalDate();
		return new Mark(authorisation.get("brand").asString(), authorisation.get("id").asString(),
				row.get("holder").asString(), authorisation.get("validFrom").asLocalDate(), validTo,
				today(rulings, validTo));
	}

	private Today today(List<BrandRuled> rulings, LocalDate validTo) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.zone);
		return Standings.stopped(rulings, today.plusDays(1).atStartOfDay(this.zone).toOffsetDateTime())
			.map((ruled) -> (ruled.standing() == Standing.REVOKED) ? Today.REVOKED : Today.SUSPENDED)
			.orElse(today.isAfter(validTo) ? Today.ENDED : Today.VALID);
	}

}
