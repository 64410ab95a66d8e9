package org.shenyuan.land;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.shenyuan.events.Labelling.LabelsIssued;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Tx;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Consequence;
import org.shenyuan.trace.Grounds;
import org.springframework.stereotype.Component;

/**
 * Notes of every run of labels how much of each base it stands for. Goods under labels
 * never change where they came from, so it is worked out once, when they are issued, and
 * whoever asks about a base reads its own runs and nothing upstream of them.
 */
@Component
class LabelledGround implements Consequence {

	private static final Cypher MASS = Cypher.of("""
			MATCH (r:Run {id: $run})
			RETURN r.count * r.unitGrams AS grams
			""");

	private static final Cypher KEEP = Cypher.of("""
			MATCH (r:Run {id: $run})
			UNWIND $grounds AS ground
			MATCH (b:Thing {id: ground.base})
			CREATE (r)-[:DRAWS {season: ground.season, grams: ground.grams, fresh: ground.fresh}]->(b)
			""");

	private final Grounds grounds;

	LabelledGround(Grounds grounds) {
		this.grounds = grounds;
	}

	@Override
	public void of(Tx tx, TraceEvent event, Author author, Instant recorded) {
		if (event instanceof LabelsIssued issued) {
			long grams = tx.one(MASS, Map.of("run", issued.run()), (row) -> row.get("grams").asLong()).orElseThrow();
			List<Map<String, Object>> rows = this.grounds.of(tx, issued.lot(), grams, issued.at().toLocalDate())
				.stream()
				.map((ground) -> Map.<String, Object>of("base", ground.base(), "season", ground.season(), "grams",
						ground.grams(), "fresh", ground.fresh()))
				.toList();
			tx.execute(KEEP, Map.of("run", issued.run(), "grounds", rows));
		}
	}

}
