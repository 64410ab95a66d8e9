package org.shenyuan.laboratory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.shenyuan.events.Testing.Sampled;
import org.shenyuan.events.Testing.Tested;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.ledger.EventJson;
import org.springframework.stereotype.Component;

/** SampleBook, and what was reported of them. */
@Component
class SampleBook {

	private static final int MOST = 300;

	private static final Cypher ONE = Cypher.of("""
			MATCH (e:Event {sample: $sample})
			WHERE e.corrected IS NULL
			MATCH (e)-[:ABOUT]->(l:Lot)
			RETURN e.content AS content, l.species AS species, l.product AS product
			LIMIT 1
			""");

	private static final Cypher OF_PARTY = Cypher.of("""
			MATCH (e:Event)
			WHERE e.party = $party AND e.recorded IS NOT NULL AND e.id > ''
			  AND e.kind IN ['sampled', 'tested'] AND e.corrected IS NULL
			RETURN e.content AS content
			ORDER BY e.recorded DESC, e.id DESC
			LIMIT $limit
			""");

	private final Graph graph;

	SampleBook(Graph graph) {
		this.graph = graph;
	}

	/** A sample and the goods that it was drawn from. */
	record Sample(Sampled drawn, String species, String product) {
	}

	/** A laboratory's work, the latest first. */
	record Work(List<Sampled> waiting, List<Tested> reports) {
	}

	Optional<Sample> find(String number) {
		return this.graph.read((tx) -> tx.one(ONE, Map.of("sample", number),
				(row) -> new Sample((Sampled) EventJson.read(row.get("content").asString()),
						row.get("species").asString(), row.get("product").asString())));
	}

	Work of(String party) {
		List<Sampled> samples = new ArrayList<>();
		List<Tested> reports = new ArrayList<>();
		Set<String> reported = new HashSet<>();
		this.graph.read((tx) -> tx.list(OF_PARTY, Map.of("party", party, "limit", MOST),
				(row) -> EventJson.read(row.get("content").asString())))
			.forEach((event) -> {
				switch (event) {
					case Sampled drawn -> samples.add(drawn);
					case Tested report -> {
						reports.add(report);
						reported.add(report.sample());
					}
					default -> {
					}
				}
			});
		return new Work(samples.stream().filter((drawn) -> !reported.contains(drawn.sample())).toList(), reports);
	}

}
