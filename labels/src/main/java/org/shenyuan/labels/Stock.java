package org.shenyuan.labels;

/**
 * A sheet of labels to print on. All lengths are millimetres, from the paper's upper left
 * corner; a pitch runs from one label's edge to the same edge of the next, so it includes
 * the gap between them.
 *
 * @param id a short key to store
 * @param name what people call it
 * @param paperWidth the paper's width
 * @param paperHeight the paper's height
 * @param columns labels across
 * @param rows labels down
 * @param labelWidth one label's width
 * @param labelHeight one label's height
 * @param left from the paper's edge to the first column
 * @param top from the paper's edge to the first row
 * @param pitchX from column to column
 * @param pitchY from row to row
 * @param cornerRadius of a label's rounded corners, 0 if they are square
 */
public record Stock(String id, String name, double paperWidth, double paperHeight, int columns, int rows,
		double labelWidth, double labelHeight, double left, double top, double pitchX, double pitchY,
		double cornerRadius) {

	/**
	 * 63.5 × 38.1 mm, 3 × 7 on A4, sold by many makers; figures from the gLabels template
	 * database.
	 */
	public static final Stock A4_3X7 = new Stock("A4-3x7", "A4, 3 × 7, 63.5 × 38.1 mm", 210, 297, 3, 7, 63.5, 38.1,
			7.21, 15.15, 66.04, 38.1, 3);

	/** Published figures are rounded; a hundredth of a millimetre is no overlap. */
	private static final double TOLERANCE = 0.01;

	/**
	 * Checks that the labels fit the paper and each other.
	 * @throws IllegalArgumentException if labels overlap or leave the paper, with the
	 * numbers
	 */
	public Stock {
		if (columns < 1 || rows < 1) {
			throw refused(columns + " × " + rows + " labels on a sheet");
		}
		for (double length : new double[] { paperWidth, paperHeight, labelWidth, labelHeight, pitchX, pitchY }) {
			if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
				throw refused("a length of " + length + " mm");
			}
		}
		if (!(cornerRadius >= 0 && 2 * cornerRadius <= Math.min(labelWidth, labelHeight))) {
			throw refused("corners of radius " + cornerRadius + " mm on labels of " + labelWidth + " × " + labelHeight
					+ " mm");
		}
		refuseAxis("columns", columns, labelWidth, left, pitchX, paperWidth);
		refuseAxis("rows", rows, labelHeight, top, pitchY, paperHeight);
	}

	private static void refuseAxis(String axis, int count, double label, double start, double pitch, double paper) {
		if (count > 1 && pitch < label - TOLERANCE) {
			throw refused(axis + " overlap: a pitch of " + pitch + " mm for labels of " + label + " mm");
		}
		double end = start + (count - 1) * pitch + label;
		if (!(start >= -TOLERANCE && end <= paper + TOLERANCE)) {
			throw refused(count + " " + axis + " from " + start + " mm to " + Math.round(end * 100) / 100.0
					+ " mm leave a paper of " + paper + " mm");
		}
	}

	private static IllegalArgumentException refused(String what) {
		return new IllegalArgumentException("no such sheet of labels: " + what);
	}

	/** Labels on one sheet. */
	public int cells() {
		return this.columns * this.rows;
	}

	/** The left edge of a cell; cells are counted from 0, along rows. */
	double x(int cell) {
		int column = cell % this.columns;
		return this.left + column * this.pitchX;
	}

	/** The upper edge of a cell, from the top of the paper. */
	double y(int cell) {
		int row = cell / this.columns;
		return this.top + row * this.pitchY;
	}

	/**
	 * The same sheet for a printer that pulls its paper off the mark.
	 * @param right how far to move everything to the right, in mm; negative is left
	 * @param down how far to move everything down, in mm; negative is up
	 */
	public Stock shifted(double right, double down) {
		return new Stock(this.id, this.name, this.paperWidth, this.paperHeight, this.columns, this.rows,
				this.labelWidth, this.labelHeight, this.left + right, this.top + down, this.pitchX, this.pitchY,
				this.cornerRadius);
	}

}
