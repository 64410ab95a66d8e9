package org.shenyuan.find;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FindsTests {

	/** What the words of the index are joined by is never what somebody typed. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			清河                 | "清河" OR 清河*
			Qinghe Farm          | "Qinghe Farm"
			DEMO-BASE-001        | "DEMO BASE 001"
			") OR id:[* TO *]    | "OR id TO"
			a*                   | "a" OR a*
			*?~\\/               | ''
			''                   | ''
			""")
	void wordsAreAskedForInTheirOrder(String typed, String query) {
		assertThat(Finds.query(typed)).isEqualTo(query);
	}

}
