package org.shenyuan.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;

import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Marks a graph that is being built from a backup, from before the first write until
 * after the last, so that half of it is never served as if it were the whole.
 */
@Component
class Restoration implements SmartInitializingSingleton {

	private static final Cypher BEGIN = Cypher.of("""
			CREATE (:Restoration {id: 'restoration', backup: $backup, begun: $now})
			""");

	private static final Cypher UNFINISHED = Cypher.of("""
			MATCH (r:Restoration {id: 'restoration'})
			RETURN r.backup AS backup, r.begun AS begun
			""");

	private static final Cypher END = Cypher.of("""
			MATCH (r:Restoration {id: 'restoration'})
			DELETE r
			""");

	private final Graph graph;

	private final Clock clock;

	Restoration(Graph graph, Clock clock) {
		this.graph = graph;
		this.clock = clock;
	}

	/**
	 * @throws Unrestorable if a restore began here and has not ended
	 */
	@Override
	public void afterSingletonsInstantiated() {
		this.graph.read((tx) -> tx.one(UNFINISHED, Map.of(),
				(row) -> row.get("backup").asString() + ", begun at " + row.get("begun").asZonedDateTime().toInstant()))
			.ifPresent((which) -> {
				throw new Unrestorable("The graph is half built: its restore from " + which + ", has not finished",
						"Restore again to an empty folder, which shenyuan.data names.", null);
			});
	}

	void begin(Path backup) {
		write(BEGIN, Map.of("backup", backup.toString(), "now", this.clock.instant().atZone(ZoneOffset.UTC)));
	}

	void end() {
		write(END, Map.of());
	}

	private void write(Cypher statement, Map<String, Object> parameters) {
		this.graph.write((tx) -> {
			tx.execute(statement, parameters);
			return true;
		});
	}

}
