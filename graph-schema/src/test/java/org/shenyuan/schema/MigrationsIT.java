package org.shenyuan.schema;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.Neo4jException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(TestGraph.class)
@Timeout(120)
class MigrationsIT {

	@Test
	void whatIsShippedIsAppliedOnce(Driver driver) {
		assertThat(Migrations.apply(driver)).isEqualTo(Migrations.shipped()).isNotEmpty();
		assertThat(Migrations.apply(driver)).isEmpty();
		assertThat(Steps.count(driver, "MATCH (m:Migration) WHERE m.appliedAt IS NOT NULL RETURN count(m)"))
			.isEqualTo(Migrations.shipped().size());
		assertThat(Steps.count(driver, "SHOW INDEXES YIELD state WHERE state <> 'ONLINE' RETURN count(*)")).isZero();
	}

	@Test
	void onlyWhatIsMissingIsApplied(Driver driver) {
		assertThat(Migrations.apply(driver, List.of(Steps.SCHEMA))).containsExactly(Steps.SCHEMA);
		assertThat(Migrations.apply(driver, List.of(Steps.SCHEMA, Steps.DATA))).containsExactly(Steps.DATA);
		assertThat(Steps.count(driver)).isEqualTo(2);
	}

	@Test
	void aChangedMigrationIsRefused(Driver driver) {
		Migrations.apply(driver, List.of(Steps.SCHEMA, Steps.DATA));
		Migration edited = new Migration(2, "data", "CREATE (:Step {id: 3});");
		assertThatExceptionOfType(SchemaMismatch.class)
			.isThrownBy(() -> Migrations.apply(driver, List.of(Steps.SCHEMA, edited)))
			.withMessage("V002 (data) was applied with checksum " + Steps.DATA.checksum() + " and now has "
					+ edited.checksum() + ": put the file back as it was, and the change into a new file.");
		assertThat(Steps.count(driver)).isEqualTo(2);
	}

	@Test
	void aNewerGraphIsRefused(Driver driver) {
		Migration later = new Migration(7, "later", "RETURN 1;");
		Migrations.apply(driver, List.of(Steps.SCHEMA, Steps.DATA, later));
		assertThatExceptionOfType(SchemaMismatch.class)
			.isThrownBy(() -> Migrations.apply(driver, List.of(Steps.SCHEMA, Steps.DATA)))
			.withMessage("The graph is at V007, this program knows up to V002: start the newer program.");
	}

	@Test
	void programsThatStartAtOnceApplyEachOnce(EmbeddedGraph graph, Driver driver) {
		List<Driver> programs = Stream.generate(() -> TestGraph.connect(graph)).limit(4).toList();
		programs.forEach(Driver::verifyConnectivity);
		var starts = programs.stream().map((program) -> Steps.apply(program, Steps.SCHEMA, Steps.DATA)).toList();
		assertThat(starts.stream().flatMap((start) -> start.join().stream())).containsExactlyInAnyOrder(Steps.SCHEMA,
				Steps.DATA);
		assertThat(Steps.count(driver)).isEqualTo(2);
		programs.forEach(Driver::close);
	}

	@Test
	void aFileThatFailedHalfwayIsAppliedWhenItIsMended(Driver driver) {
		Migration broken = new Migration(2, "data", Steps.DATA.text() + "CREATE (:Step {id: 2});");
		assertThatExceptionOfType(Neo4jException.class)
			.isThrownBy(() -> Migrations.apply(driver, List.of(Steps.SCHEMA, broken)));
		assertThat(Steps.count(driver)).isZero();
		assertThat(Migrations.apply(driver, List.of(Steps.SCHEMA, Steps.DATA))).containsExactly(Steps.DATA);
		assertThat(Steps.count(driver)).isEqualTo(2);
	}

	@Test
	void aProcessKilledHalfwayIsFinishedByTheNext(@TempDir Path folder) throws Exception {
		assertThat(ChildProcess.run("DIE", folder).exit()).isEqualTo(9);
		try (EmbeddedGraph graph = EmbeddedGraph.open(folder); Driver driver = TestGraph.connect(graph)) {
			assertThat(Steps.count(driver, "SHOW INDEXES YIELD name WHERE name = 'step_m' RETURN count(*)")).isOne();
			assertThat(Steps.count(driver)).isZero();
			assertThat(Migrations.apply(driver, List.of(Steps.SCHEMA, Steps.DATA))).containsExactly(Steps.DATA);
			assertThat(Steps.count(driver)).isEqualTo(2);
		}
	}

	@Test
	void aHolderThatDiesLetsTheNextOneIn(EmbeddedGraph graph, Driver driver) {
		Driver dying = TestGraph.connect(graph);
		var holder = Steps.apply(dying, Steps.SCHEMA, Steps.ENDLESS);
		Steps.awaitEndless(driver);
		var next = Steps.apply(driver, Steps.SCHEMA, Steps.DATA);
		dying.close();
		assertThat(next.join()).containsExactly(Steps.DATA);
		assertThatExceptionOfType(CompletionException.class).isThrownBy(holder::join);
		assertThat(Steps.count(driver)).isEqualTo(2);
	}

	@Test
	void anotherConstraintOfTheSameNameIsNotPassedOver(Driver driver) {
		Migration other = new Migration(2, "other", "CREATE CONSTRAINT step_id FOR (o:Other) REQUIRE o.id IS UNIQUE;");
		assertThatExceptionOfType(Neo4jException.class)
			.isThrownBy(() -> Migrations.apply(driver, List.of(Steps.SCHEMA, other)));
	}

}
