package org.shenyuan.schema;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MigrationTests {

	@Test
	void theFileNameGivesVersionAndName() {
		assertThat(Migration.of("V012__dry_ratios.cypher", "RETURN 1;"))
			.isEqualTo(new Migration(12, "dry_ratios", "RETURN 1;"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "V1_model.cypher", "model.cypher", "V001__model.cql", "V__model.cypher" })
	void anotherFileNameIsRefused(String file) {
		assertThatIllegalArgumentException().isThrownBy(() -> Migration.of(file, "")).withMessageContaining(file);
	}

	@Test
	void theChecksumIsSha256WhateverTheLineEndings() {
		assertThat(new Migration(1, "x", "").checksum())
			.isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
		assertThat(new Migration(1, "x", "RETURN 1;\r\nRETURN 2;\r\n").checksum())
			.isEqualTo(new Migration(1, "x", "RETURN 1;\nRETURN 2;\n").checksum())
			.isNotEqualTo(new Migration(1, "x", "RETURN 1;\nRETURN 3;\n").checksum());
	}

	@ParameterizedTest
	@ValueSource(strings = { "CREATE CONSTRAINT c FOR (n:N) REQUIRE n.id IS UNIQUE",
			"create index i for (n:N) on (n.a)", "CREATE TEXT\nINDEX i FOR (n:N) ON (n.a)", "DROP INDEX i IF EXISTS",
			"DROP CONSTRAINT c IF EXISTS" })
	void schemaStatementsAreKnown(String statement) {
		Migration migration = new Migration(1, "x",
				"// why\n" + statement + ";\nCREATE (:Index);\nMATCH (n) SET n.a = 1;");
		assertThat(migration.schemaStatements()).containsExactly(statement);
		assertThat(migration.dataStatements()).containsExactly("CREATE (:Index)", "MATCH (n) SET n.a = 1");
	}

	@Test
	void schemaAfterDataIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Migration(4, "x", "CREATE (:N); CREATE INDEX i FOR (n:N) ON (n.a);"))
			.withMessageContaining("V004")
			.withMessageContaining("CREATE INDEX i");
	}

}
