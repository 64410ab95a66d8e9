package org.shenyuan.labels;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.shenyuan.labels.LabelRefused.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * A line of {@code glabels/geometries.csv}: figures of a label that is or was sold.
 */
record Geometry(String name, double paperWidth, double paperHeight, double liner, String shape, double width,
		double height, double corner, List<List<Double>> grids, boolean readable) {

	private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

	static List<Geometry> all() {
		try (var reader = new BufferedReader(new InputStreamReader(
				Objects.requireNonNull(Geometry.class.getResourceAsStream("/glabels/geometries.csv")),
				StandardCharsets.UTF_8))) {
			return reader.lines().skip(1).map(Geometry::of).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Geometry of(String line) {
		String[] cells = COMMA.split(line, -1);
		List<List<Double>> grids = new ArrayList<>();
		for (String grid : cells[10].split(";", -1)) {
			grids.add(Arrays.stream(grid.split(" ", -1)).map(Geometry::number).toList());
		}
		boolean readable = !cells[9].equals("?") && !cells[10].contains("?");
		return new Geometry(cells[0] + " " + cells[1].replace("\"", ""), number(cells[3]), number(cells[4]),
				number(cells[5]), cells[6], number(cells[7]), number(cells[8]), number(cells[9]), grids, readable);
	}

	private static double number(String text) {
		return (text.isEmpty() || text.equals("?")) ? 0 : Double.parseDouble(text);
	}

	boolean curved() {
		return this.shape.equals("round") || this.shape.equals("ellipse");
	}

	/** Whether there is such a shape, and its figures can be read. */
	boolean isLabel() {
		return this.readable && (curved() || this.shape.equals("rectangle"));
	}

	/**
	 * The same as a stock.
	 * @throws LabelRefused if it cannot be one
	 */
	Stock stock() {
		LabelShape label = curved() ? LabelShape.ellipse(this.width, this.height)
				: LabelShape.rectangle(this.width, this.height, this.corner);
		Medium medium = (this.liner > 0) ? new Medium.Roll(this.liner, 0) : Medium.SHEET;
		List<Grid> places = this.grids.stream()
			.map((grid) -> new Grid(grid.get(0).intValue(), grid.get(1).intValue(), grid.get(2), grid.get(3),
					grid.get(4), grid.get(5)))
			.distinct()
			.toList();
		return new Stock(this.name, this.name, medium, this.paperWidth, this.paperHeight, label, places,
				Stock.Offset.NONE);
	}

	/** Asserts that a template was read as these figures. */
	void compare(GlabelsTemplate template) {
		Stock stock = template.stock();
		if (stock == null) {
			Reason reason = Objects.requireNonNull(template.refused()).reason();
			if (!this.readable) {
				assertThat(reason).isEqualTo(Reason.BAD_FIGURE);
			}
			else if (!isLabel()) {
				assertThat(reason).isEqualTo(Reason.UNKNOWN_SHAPE);
			}
			else {
				assertThat(GeometriesTests.refused(this)).as(this.name).isEqualTo(reason);
			}
			return;
		}
		Stock expected = stock();
		assertThat(figures(stock)).as(this.name).containsExactly(figures(expected), within(0.002));
	}

	private static double[] figures(Stock stock) {
		var figures = new ArrayList<>(
				List.of(stock.paperWidth(), stock.paperHeight(), stock.labelWidth(), stock.labelHeight(),
						stock.cornerRadius(), (stock.medium() instanceof Medium.Roll roll) ? roll.liner() : 0.0));
		for (int cell = 0; cell < stock.cells(); cell++) {
			figures.add(stock.x(cell));
			figures.add(stock.y(cell));
		}
		return figures.stream().mapToDouble(Double::doubleValue).toArray();
	}

}
