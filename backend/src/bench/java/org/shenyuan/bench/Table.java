package org.shenyuan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Figures of one subject, written as Markdown and as CSV. */
final class Table {

	private final String title;

	private final List<String> columns;

	private final List<List<Object>> rows = new ArrayList<>();

	Table(String title, String... columns) {
		this.title = title;
		this.columns = List.of(columns);
	}

	/** As many cells as there are columns; not a number is an empty cell. */
	void row(Object... cells) {
		this.rows.add(List.of(cells));
		System.err.println(
				this.title + ": " + Stream.of(cells).map(Table::readable).collect(Collectors.joining("  ")));
	}

	List<List<Object>> rows() {
		return this.rows;
	}

	List<String> texts(String column) {
		return this.rows.stream().map((row) -> row.get(column(column)).toString()).toList();
	}

	/** Those of a column that are numbers, of some rows. */
	List<Double> numbers(String column, Predicate<List<Object>> which) {
		return this.rows.stream()
			.filter(which)
			.map((row) -> row.get(column(column)))
			.filter((cell) -> cell instanceof Number number && !Double.isNaN(number.doubleValue()))
			.map((cell) -> ((Number) cell).doubleValue())
			.toList();
	}

	int column(String name) {
		return this.columns.indexOf(name);
	}

	String markdown() {
		var text = new StringBuilder("### " + this.title + "\n\n");
		line(text, this.columns);
		line(text, this.columns.stream().map((column) -> "---").toList());
		this.rows.forEach((row) -> line(text, row.stream().map(Table::readable).toList()));
		return text.append('\n').toString();
	}

	/** In long form, so that all subjects fit into one file. */
	String csv() {
		var text = new StringBuilder();
		for (int row = 0; row < this.rows.size(); row++) {
			for (int column = 0; column < this.columns.size(); column++) {
				text.append(String.format(Locale.ROOT, "\"%s\",%d,\"%s\",\"%s\"%n", this.title, row + 1,
						this.columns.get(column), exact(this.rows.get(row).get(column))));
			}
		}
		return text.toString();
	}

	private static void line(StringBuilder text, List<String> cells) {
		text.append("| ").append(String.join(" | ", cells)).append(" |\n");
	}

	private static String exact(Object cell) {
		return (cell instanceof Double number && number.isNaN()) ? "" : cell.toString();
	}

	private static String readable(Object cell) {
		return switch (cell) {
			case Double number when number.isNaN() -> "";
			case Double number when number < 10 -> String.format(Locale.ROOT, "%.2f", number);
			case Double number -> String.format(Locale.ROOT, "%,.0f", number);
			case Integer number -> String.format(Locale.ROOT, "%,d", number);
			case Long number -> String.format(Locale.ROOT, "%,d", number);
			default -> cell.toString();
		};
	}

}
