package org.shenyuan.labels;

import java.util.List;
import java.util.Locale;

/**
 * What labels are printed on. All lengths are millimetres, from the paper's upper left
 * corner.
 *
 * @param id a short key to store
 * @param name what people call it
 * @param medium sheets or a roll
 * @param paperWidth the paper's width; on a roll, of what one step feeds
 * @param paperHeight the paper's height; on a roll, of what one step feeds, without the
 * gap
 * @param shape one label's outline and margin
 * @param grids where the labels are; most sheets have one grid
 * @param offset how far the printer is off the mark
 */
public record Stock(String id, String name, Medium medium, double paperWidth, double paperHeight, LabelShape shape,
		List<Grid> grids, Offset offset) {

	/**
	 * 63.5 × 38.1 mm, 3 × 7 on A4, sold by many makers; figures from the gLabels template
	 * database.
	 */
	public static final Stock A4_3X7 = sheet("A4-3x7", "A4 3 × 7 · 63.5 × 38.1 mm", 210, 297,
			LabelShape.rectangle(63.5, 38.1, 3), new Grid(3, 7, 7.21, 15.15, 66.04, 38.1));

	/** Published figures are rounded; a hundredth of a millimetre is no overlap. */
	static final double TOLERANCE = 0.01;

	static final double LONGEST = 2000;

	private static final int MOST_CELLS = 1000;

	/**
	 * Checks that the labels are on the paper and apart.
	 * @throws LabelRefused if they overlap or leave it, or a length is out of bounds,
	 * with the numbers
	 */
	public Stock {
		LabelRefused.unlessBetween("paperWidth", paperWidth, 1, LONGEST);
		LabelRefused.unlessBetween("paperHeight", paperHeight, 1, LONGEST);
		grids = List.copyOf(grids);
		int cells = grids.stream().mapToInt(Grid::cells).sum();
		if (cells < 1 || cells > MOST_CELLS) {
			throw LabelRefused.badCount(cells, 1, MOST_CELLS);
		}
		double[] xs = new double[cells];
		double[] ys = new double[cells];
		int cell = 0;
		Box printable = shape.printable();
		for (Grid grid : grids) {
			for (int i = 0; i < grid.cells(); i++, cell++) {
				xs[cell] = grid.x(i);
				ys[cell] = grid.y(i);
				var label = new Box(xs[cell], ys[cell], shape.width(), shape.height());
				var ink = new Box(xs[cell] + offset.right() + printable.x(), ys[cell] + offset.down() + printable.y(),
						printable.width(), printable.height());
				if (!within(label, paperWidth, paperHeight) || !within(ink, paperWidth, paperHeight)) {
					throw LabelRefused.offPaper(cell + 1, label, offset, paperWidth, paperHeight);
				}
				for (int other = 0; other < cell; other++) {
					if (shape.overlaps(xs[cell] - xs[other], ys[cell] - ys[other])) {
						throw LabelRefused.overlap(other + 1, cell + 1, Math.abs(xs[cell] - xs[other]),
								Math.abs(ys[cell] - ys[other]), shape);
					}
				}
			}
		}
		if (medium instanceof Medium.Roll roll) {
			LabelRefused.unlessBetween("paperWidth", paperWidth, 1, roll.liner());
		}
	}

	private static boolean within(Box box, double width, double height) {
		return box.x() >= -TOLERANCE && box.y() >= -TOLERANCE && box.x() + box.width() <= width + TOLERANCE
				&& box.y() + box.height() <= height + TOLERANCE;
	}

	/** A sheet for a printer that pulls true. */
	public static Stock sheet(String id, String name, double paperWidth, double paperHeight, LabelShape shape,
			Grid... grids) {
		return new Stock(id, name, Medium.SHEET, paperWidth, paperHeight, shape, List.of(grids), Offset.NONE);
	}

	/**
	 * A roll of labels, several abreast if there are several lanes.
	 * @param lanes labels across
	 * @param between the space between lanes, in mm
	 * @param roll the backing's width, and the gap from row to row
	 */
	public static Stock roll(String id, String name, LabelShape shape, int lanes, double between, Medium.Roll roll) {
		double pitch = shape.width() + between;
		var grid = new Grid(lanes, 1, 0, 0, pitch, shape.height() + roll.gap());
		return new Stock(id, name, roll, pitch * (lanes - 1) + shape.width(), shape.height(), shape, List.of(grid),
				Offset.NONE);
	}

	/** Labels on one sheet, or abreast on a roll. */
	public int cells() {
		return this.grids.stream().mapToInt(Grid::cells).sum();
	}

	/** One label's width. */
	public double labelWidth() {
		return this.shape.width();
	}

	/** One label's height. */
	public double labelHeight() {
		return this.shape.height();
	}

	/** The radius of a label's corners, the smaller one if they are elliptical. */
	public double cornerRadius() {
		return Math.min(this.shape.cornerWidth(), this.shape.cornerHeight());
	}

	/** {@link LabelShape#printable()} of one label, from its upper left corner. */
	public Box printable() {
		return this.shape.printable();
	}

	/**
	 * Where ink meant for the left edge of a cell goes; cells are counted from 0, grid by
	 * grid, along rows.
	 */
	public double x(int cell) {
		int before = 0;
		for (Grid grid : this.grids) {
			if (cell < before + grid.cells()) {
				return this.offset.right() + grid.x(cell - before);
			}
			before += grid.cells();
		}
		throw new IndexOutOfBoundsException(cell);
	}

	/** Where ink meant for the upper edge of a cell goes, from the top of the paper. */
	public double y(int cell) {
		int before = 0;
		for (Grid grid : this.grids) {
			if (cell < before + grid.cells()) {
				return this.offset.down() + grid.y(cell - before);
			}
			before += grid.cells();
		}
		throw new IndexOutOfBoundsException(cell);
	}

	/**
	 * The same stock for a printer that pulls its paper off the mark.
	 * @param right how far to move everything to the right of where a true printer puts
	 * it, in mm, kept to a tenth; negative is left
	 * @param down how far to move everything down, in mm, kept to a tenth; negative is up
	 * @throws LabelRefused if it is more than 10 mm, or what is printed leaves the paper
	 */
	public Stock shifted(double right, double down) {
		return new Stock(this.id, this.name, this.medium, this.paperWidth, this.paperHeight, this.shape, this.grids,
				new Offset(right, down));
	}

	/**
	 * How far a printer is to move everything, in mm, kept to a tenth.
	 *
	 * @param right negative is left
	 * @param down negative is up
	 */
	public record Offset(double right, double down) {

		/** A printer that pulls true. */
		public static final Offset NONE = new Offset(0, 0);

		private static final double MOST = 10;

		/**
		 * Rounds to a tenth.
		 * @throws LabelRefused if it is more than 10 mm
		 */
		public Offset {
			LabelRefused.unlessBetween("offsetRight", right, -MOST, MOST);
			LabelRefused.unlessBetween("offsetDown", down, -MOST, MOST);
			right = Math.round(right * 10) / 10.0;
			down = Math.round(down * 10) / 10.0;
		}

		@Override
		public String toString() {
			return String.format(Locale.ROOT, "%+.1f, %+.1f mm", this.right, this.down);
		}

	}

}
