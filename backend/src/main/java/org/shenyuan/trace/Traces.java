package org.shenyuan.trace;

import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Traces by lot. */
@Component
public class Traces {

	private static final Cypher SEASONS = Cypher.of("""
			MATCH (r:Rule {kind: 'growing-season'})
			WHERE r.subject = $species AND r.validFrom <= $day AND (r.validTo IS NULL OR r.validTo >= $day)
			RETURN r.emergesUntil AS emergesUntil, r.completeFrom AS completeFrom, r.source AS source
			ORDER BY r.validFrom DESC
			LIMIT 1
			""");

	private final Graph graph;

	private final Families families;

	private final Clock clock;

	private final ZoneId zone;

	Traces(Graph graph, Families families, Clock clock, @Value("${shenyuan.zone}") ZoneId zone) {
		this.graph = graph;
		this.families = families;
		this.clock = clock;
		this.zone = zone;
	}

	public Optional<Trace> of(String lot) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.zone);
		return this.families.of(lot)
			.map((family) -> Tracing.of(family, seasons(family.lot().species(), family.lot().since().toLocalDate()),
					today));
	}

	private Seasons seasons(String species, LocalDate day) {
		return this.graph
			.read((tx) -> tx.one(SEASONS, Map.of("species", species, "day", day),
					(row) -> new Seasons(MonthDay.parse("--" + row.get("emergesUntil").asString()),
							MonthDay.parse("--" + row.get("completeFrom").asString()), row.get("source").asString())))
			.orElseThrow(() -> new IllegalStateException("No growing season is defined for " + species));
	}

}
