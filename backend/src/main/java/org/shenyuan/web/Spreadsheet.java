package org.shenyuan.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Tables as a spreadsheet opens them: UTF-8 that says so, and no cell that would be taken
 * for a formula.
 */
public final class Spreadsheet {

	/** Tells a spreadsheet that the text is UTF-8. */
	public static final String MARK = "\uFEFF";

	/** What {@link #write} is served as. */
	public static final String TYPE = "text/csv;charset=UTF-8";

	private static final String FORMULA = "=+-@\t\r";

	private static final CsvMapper MAPPER = new CsvMapper();

	private Spreadsheet() {
	}

	/**
	 * @param rows cells by column; what a row lacks is empty
	 */
	public static String write(List<String> columns, List<? extends Map<String, String>> rows) {
		CsvSchema.Builder schema = CsvSchema.builder();
		columns.forEach(schema::addColumn);
		return MARK + MAPPER.writer(schema.setUseHeader(true).build())
			.writeValueAsString(rows.stream().map(Spreadsheet::harmless).toList());
	}

	/** Whether a spreadsheet would calculate instead of showing it. */
	public static boolean isFormula(String cell) {
		return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
	}

	private static Map<String, String> harmless(Map<String, String> row) {
		Map<String, String> cells = new LinkedHashMap<>(row);
		cells.replaceAll((column, cell) -> isFormula(cell) ? "'" + cell : cell);
		return cells;
	}

}
