package org.shenyuan.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Brings a graph to the schema this program knows, one {@link Migration} after the other,
 * each once.
 * <p>
 * <strong>What a migration file may hold.</strong> First schema statements
 * ({@code CREATE} or {@code DROP} of a constraint or an index), then data statements.
 * Neo4j runs every schema statement in a transaction of its own; the data statements
 * share one with the {@code (:Migration)} node that says the file was applied. A process
 * killed in the middle therefore leaves at most some of the schema statements, and the
 * next start runs the file again: what is already there exactly as written is passed
 * over, so a {@code CREATE} needs no {@code IF NOT EXISTS}, but a {@code DROP} needs its
 * {@code IF EXISTS}.
 * <p>
 * A file that has been applied is never edited; a change is a new file.
 * <p>
 * Programs that start at the same time take turns: each holds the write lock of the
 * {@code (:MigrationLock)} node in an open transaction, which ends with its holder.
 */
public final class Migrations {

	private static final String ALREADY_THERE = "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists";

	private static final String ONE_LOCK = """
			CREATE CONSTRAINT migration_lock_id IF NOT EXISTS FOR (l:MigrationLock) REQUIRE l.id IS UNIQUE""";

	private static final String ONE_RECORD = """
			CREATE CONSTRAINT migration_version IF NOT EXISTS FOR (m:Migration) REQUIRE m.version IS UNIQUE""";

	private static final String LOCK = """
			MERGE (l:MigrationLock {id: 1})
			SET l.taken = datetime()""";

	private static final String APPLIED = """
			MATCH (m:Migration)
			RETURN m.version AS version, m.checksum AS checksum""";

	private static final String RECORD = """
			CREATE (:Migration {version: $version, name: $name, checksum: $checksum, appliedAt: datetime()})""";

	private static final String AWAIT_INDEXES = """
			CALL db.awaitIndexes($seconds)""";

	private static final int INDEX_SECONDS = 600;

	private Migrations() {
	}

	/** The migrations that travel with this program, in order. */
	public static List<Migration> shipped() {
		return Shipped.files("graph", Migration::of);
	}

	/**
	 * Applies those shipped migrations that the graph does not have yet, and waits until
	 * every index is online (ten minutes at most).
	 * @return what was applied now, in order; empty when the graph was up to date
	 * @throws SchemaMismatch when the graph holds a newer version, or an applied
	 * migration read differently then
	 */
	public static List<Migration> apply(Driver driver) {
		return apply(driver, shipped());
	}

	static List<Migration> apply(Driver driver, List<Migration> known) {
		changeSchema(driver, ONE_LOCK);
		changeSchema(driver, ONE_RECORD);
		try (Session session = driver.session(); Transaction turn = session.beginTransaction()) {
			turn.run(LOCK).consume();
			Map<Integer, String> applied = applied(turn);
			List<Migration> missing = missing(known, applied);
			missing.forEach((migration) -> apply(driver, migration));
			turn.commit();
			return missing;
		}
	}

	private static Map<Integer, String> applied(Transaction turn) {
		Map<Integer, String> checksums = new TreeMap<>();
		turn.run(APPLIED)
			.forEachRemaining((row) -> checksums.put(row.get("version").asInt(), row.get("checksum").asString()));
		return checksums;
	}

	private static List<Migration> missing(List<Migration> known, Map<Integer, String> applied) {
		int newestKnown = known.stream().mapToInt(Migration::version).max().orElse(0);
		int newestApplied = applied.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
		if (newestApplied > newestKnown) {
			throw new SchemaMismatch("The graph is at " + Migration.label(newestApplied) + ", this program knows up to "
					+ Migration.label(newestKnown) + ": start the newer program.");
		}
		List<Migration> missing = new ArrayList<>();
		for (Migration migration : known) {
			String then = applied.get(migration.version());
			if (then == null) {
				missing.add(migration);
			}
			else if (!then.equals(migration.checksum())) {
				throw new SchemaMismatch(Migration.label(migration.version()) + " (" + migration.name()
						+ ") was applied with checksum " + then + " and now has " + migration.checksum()
						+ ": put the file back as it was, and the change into a new file.");
			}
		}
		return missing;
	}

	private static void apply(Driver driver, Migration migration) {
		migration.schemaStatements().forEach((statement) -> changeSchema(driver, statement));
		driver.executableQuery(AWAIT_INDEXES).withParameters(Map.of("seconds", INDEX_SECONDS)).execute();
		// Not retried: should the connection be lost, the turn is lost with it.
		try (Session session = driver.session(); Transaction tx = session.beginTransaction()) {
			tx.run(RECORD,
					Map.of("version", migration.version(), "name", migration.name(), "checksum", migration.checksum()))
				.consume();
			migration.dataStatements().forEach((statement) -> tx.run(statement).consume());
			tx.commit();
		}
	}

	private static void changeSchema(Driver driver, String statement) {
		try {
			driver.executableQuery(statement).execute();
		}
		catch (Neo4jException ex) {
			if (!ALREADY_THERE.equals(ex.code())) {
				throw ex;
			}
		}
	}

}
