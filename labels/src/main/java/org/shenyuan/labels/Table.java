package org.shenyuan.labels;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures that come with the library, as CSV without quotes: a line of column names, then
 * rows; lines that begin with {@code #} explain.
 */
final class Table {

	private Table() {
	}

	/** The rows of a file next to this class, by column name. */
	static List<Row> read(String resource) {
		try (InputStream stream = Table.class.getResourceAsStream(resource)) {
			if (stream == null) {
				throw new IllegalStateException("no table " + resource + " on the class path");
			}
			var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
			List<String[]> lines = reader.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map((line) -> line.split(",", -1))
				.toList();
			return lines.stream().skip(1).map((line) -> row(resource, lines.getFirst(), line)).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Row row(String resource, String[] names, String[] values) {
		if (names.length != values.length) {
			throw new IllegalStateException(resource + ": " + String.join(",", values));
		}
		var row = new HashMap<String, String>();
		for (int i = 0; i < names.length; i++) {
			row.put(names[i], values[i]);
		}
		return new Row(row);
	}

	/** One row; a column that is not there is empty. */
	record Row(Map<String, String> values) {

		String text(String column) {
			return this.values.getOrDefault(column, "");
		}

		double number(String column) {
			return Double.parseDouble(text(column));
		}

		int count(String column) {
			return Integer.parseInt(text(column));
		}

	}

}
