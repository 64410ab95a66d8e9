package org.shenyuan.schema;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.neo4j.driver.Driver;

/** Migrations that are quick to tell apart, and what they left. */
final class Steps {

	static final Migration SCHEMA = new Migration(1, "schema", """
			CREATE CONSTRAINT step_id FOR (s:Step) REQUIRE s.id IS UNIQUE;
			CREATE INDEX step_n FOR (s:Step) ON (s.n);
			""");

	static final Migration DATA = new Migration(2, "data", """
			CREATE INDEX step_m FOR (s:Step) ON (s.m);
			CREATE (:Step {id: 1});
			CREATE (:Step {id: 2});
			""");

	/** The same until its data, which never gets done. */
	static final Migration ENDLESS = new Migration(2, "data", """
			CREATE INDEX step_m FOR (s:Step) ON (s.m);
			CREATE (:Step {id: 1});
			UNWIND range(1, 1000000000000) AS i WITH i WHERE i < 0 RETURN i;
			""");

	private Steps() {
	}

	static CompletableFuture<List<Migration>> apply(Driver driver, Migration... migrations) {
		return CompletableFuture.supplyAsync(() -> Migrations.apply(driver, List.of(migrations)));
	}

	static void awaitEndless(Driver driver) {
		while (count(driver, """
				SHOW TRANSACTIONS YIELD currentQuery
				WHERE currentQuery STARTS WITH 'UNWIND'
				RETURN count(*)""") == 0) {
			Thread.onSpinWait();
		}
	}

	static long count(Driver driver) {
		return count(driver, "MATCH (s:Step) RETURN count(s)");
	}

	static long count(Driver driver, String query) {
		return driver.executableQuery(query).execute().records().getFirst().get(0).asLong();
	}

}
