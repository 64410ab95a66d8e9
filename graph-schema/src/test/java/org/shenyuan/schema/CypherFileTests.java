package org.shenyuan.schema;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class CypherFileTests {

	@ParameterizedTest
	@MethodSource
	void semicolonsEndStatementsOnlyWhereCypherSaysSo(String text, List<String> statements) {
		assertThat(CypherFile.statements(text)).isEqualTo(statements);
	}

	static Stream<Arguments> semicolonsEndStatementsOnlyWhereCypherSaysSo() {
		return Stream.of(arguments("", List.of()), arguments(" ;\n;// nothing; at all", List.of()),
				arguments("RETURN 1;\nRETURN 2;\n", List.of("RETURN 1", "RETURN 2")),
				arguments("RETURN 1;\r\nRETURN 2", List.of("RETURN 1", "RETURN 2")),
				arguments("// first; really\nRETURN 1; // one\nRETURN 2;", List.of("RETURN 1", "RETURN 2")),
				arguments("RETURN/* a;\n 'b */1;", List.of("RETURN 1")),
				arguments("RETURN 'a;b' ;", List.of("RETURN 'a;b'")),
				arguments("RETURN \"it's; // fine\";", List.of("RETURN \"it's; // fine\"")),
				arguments("RETURN 'https://example.org/;' AS x;", List.of("RETURN 'https://example.org/;' AS x")),
				arguments("RETURN 'it\\'s;', 'back\\\\'; RETURN 2;",
						List.of("RETURN 'it\\'s;', 'back\\\\'", "RETURN 2")),
				arguments("MATCH (n:`a;'b`) RETURN n; RETURN 2;", List.of("MATCH (n:`a;'b`) RETURN n", "RETURN 2")),
				arguments("RETURN 4 / 2 AS 人参;", List.of("RETURN 4 / 2 AS 人参")));
	}

	@Test
	void aLongStringIsNoTrouble() {
		String statement = "RETURN '" + "人参\\n;".repeat(100_000) + "'";
		assertThat(CypherFile.statements(statement + ";")).containsExactly(statement);
	}

}
