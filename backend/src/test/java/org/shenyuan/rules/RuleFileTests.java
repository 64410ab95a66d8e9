package org.shenyuan.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shenyuan.events.Severity;
import org.shenyuan.ledger.Refused;
import org.shenyuan.ledger.Rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Rules go out to a spreadsheet and come back as they were. */
class RuleFileTests {

	private static final String HEADER = "rule,kind,subject,severity,certainty,source,validFrom";

	@Test
	void whatGoesOutComesBack() {
		Rule rule = rule("=HYPERLINK(\"http://x\",\"y\")", Map.of("zh", "不宜食用；\"孕妇\", 儿童"));
		String file = RuleFile.write(List.of(rule));
		assertThat(file).startsWith("\uFEFFrule,kind")
			.contains("'=HYPERLINK")
			.doesNotContain(",=HYPERLINK", ",\"=HYPER");
		RuleFile.Line line = RuleFile.read(file).getFirst();
		assertThat(line.number()).isEqualTo(2);
		assertThat(line.cells()).containsEntry("source", rule.source())
			.containsEntry("word.zh", rule.text("zh"))
			.containsEntry("number.most", "3.5")
			.doesNotContainKey("validTo");
	}

	@Test
	void everyFormulaIsDisarmed() {
		for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)")) {
			assertThat(RuleFile.write(List.of(rule(formula, Map.of())))).contains("'" + formula);
		}
	}

	@Test
	void linesAreCountedAsTheyStandInTheFile() {
		List<RuleFile.Line> lines = RuleFile.read(HEADER + "\r\nA1,b,c,WARN,found,s,2024-01-01\r\n,,,,,,\r\nA2,b\r\n");
		assertThat(lines).extracting(RuleFile.Line::number).containsExactly(2, 4);
		assertThat(lines.getLast().cells()).containsOnlyKeys("rule", "kind");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "''|csv.columns", "rule,kind|csv.columns", HEADER + "|csv.empty",
					HEADER + ",colour\\nA1|csv.columns", HEADER + ",rule\\nA1|csv.columns",
					HEADER + "\\na,b,c,d,e,f,g,h|csv.line", HEADER + "\\n\"A1,b,c|csv.line" })
	void whatIsNoSuchTableIsRefused(String file, String key) {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> RuleFile.read(file.replace("\\n", "\n")))
			.satisfies((refused) -> assertThat(refused.refusals().getFirst().key()).isIn(key, "csv.empty"));
	}

	private static Rule rule(String source, Map<String, String> words) {
		return new Rule("R-1", "dry-ratio", "RED", Severity.WARN, "found", source, LocalDate.of(2024, 1, 1), null,
				Map.of("most", new BigDecimal("3.5")), words);
	}

}
