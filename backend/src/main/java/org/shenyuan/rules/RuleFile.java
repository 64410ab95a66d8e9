package org.shenyuan.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.ledger.Rule;
import org.shenyuan.web.Spreadsheet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * Rules as a table for a spreadsheet: a column for each number ({@code number.most}) and
 * each word ({@code word.unit}), a line for each rule.
 */
final class RuleFile {

	static final String NUMBER = "number.";

	static final String WORD = "word.";

	static final List<String> NEEDED = List.of("rule", "kind", "subject", "severity", "certainty", "source",
			"validFrom");

	static final List<String> OPTIONAL = List.of("validTo", "reason");

	private static final CsvMapper MAPPER = CsvMapper.builder()
		.enable(CsvReadFeature.TRIM_SPACES, CsvReadFeature.WRAP_AS_ARRAY)
		.build();

	private RuleFile() {
	}

	/**
	 * A line of a file that was sent.
	 *
	 * @param number counted from 1, the one with the names of the columns
	 * @param cells what is written, by column; nothing of empty cells
	 */
	record Line(int number, Map<String, String> cells) {
	}

	static String write(List<Rule> rules) {
		Set<String> numbers = new TreeSet<>();
		Set<String> words = new TreeSet<>();
		rules.forEach((rule) -> {
			numbers.addAll(rule.numbers().keySet());
			words.addAll(rule.words().keySet());
		});
		List<String> columns = new ArrayList<>(NEEDED);
		columns.addAll(OPTIONAL);
		numbers.forEach((name) -> columns.add(NUMBER + name));
		words.forEach((name) -> columns.add(WORD + name));
		return Spreadsheet.write(columns, rules.stream().map(RuleFile::cells).toList());
	}

	private static Map<String, String> cells(Rule rule) {
		Map<String, String> cells = new LinkedHashMap<>();
		cells.put("rule", rule.id());
		cells.put("kind", rule.kind());
		cells.put("subject", rule.subject());
		cells.put("severity", rule.severity().name());
		cells.put("certainty", rule.certainty());
		cells.put("source", rule.source());
		cells.put("validFrom", rule.validFrom().toString());
		cells.put("validTo", (rule.validTo() != null) ? rule.validTo().toString() : "");
		rule.numbers().forEach((name, number) -> cells.put(NUMBER + name, number.toPlainString()));
		rule.words().forEach((name, word) -> cells.put(WORD + name, word));
		return cells;
	}

	/**
	 * @throws Refused when it is no such table
	 */
	static List<Line> read(String file) {
		String text = file.startsWith(Spreadsheet.MARK) ? file.substring(1) : file;
		List<Line> lines = new ArrayList<>();
		List<String> columns = List.of();
		try (MappingIterator<String[]> rows = MAPPER.readerFor(String[].class).readValues(text)) {
			for (int number = 1; rows.hasNextValue(); number++) {
				String[] row = rows.nextValue();
				if (number == 1) {
					columns = columns(row);
				}
				else if (row.length > columns.size()) {
					throw new Refused(Refusal.of("csv.line", null, "why", row[columns.size()]).onLine(number));
				}
				else if (!Arrays.stream(row).allMatch(String::isBlank)) {
					lines.add(new Line(number, cells(columns, row)));
				}
			}
		}
		catch (JacksonException ex) {
			throw new Refused(Refusal.of("csv.line", null, "why", String.valueOf(ex.getOriginalMessage()))
				.onLine((ex.getLocation() != null) ? ex.getLocation().getLineNr() : 1));
		}
		if (lines.isEmpty()) {
			throw new Refused(Refusal.of("csv.empty", null));
		}
		return lines;
	}

	private static List<String> columns(String[] row) {
		List<String> columns = Arrays.stream(row).map(String::strip).toList();
		Set<String> wrong = new TreeSet<>(NEEDED);
		for (String column : columns) {
			if (!wrong.remove(column) && !OPTIONAL.contains(column) && !column.startsWith(NUMBER)
					&& !column.startsWith(WORD)) {
				wrong.add(column);
			}
		}
		if (!wrong.isEmpty() || Set.copyOf(columns).size() < columns.size()) {
			throw new Refused(Refusal.of("csv.columns", null, "columns", wrong.isEmpty() ? columns : wrong).onLine(1));
		}
		return columns;
	}

	private static Map<String, String> cells(List<String> columns, String[] row) {
		Map<String, String> cells = new LinkedHashMap<>();
		for (int i = 0; i < row.length; i++) {
			String cell = row[i].strip();
			if (cell.length() > 1 && cell.startsWith("'") && Spreadsheet.isFormula(cell.substring(1))) {
				cell = cell.substring(1);
			}
			if (!cell.isEmpty()) {
				cells.put(columns.get(i), cell);
			}
		}
		return cells;
	}

}
