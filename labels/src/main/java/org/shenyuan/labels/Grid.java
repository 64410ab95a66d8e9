package org.shenyuan.labels;

/**
 * Labels in columns and rows. Lengths are millimetres from the paper's upper left corner;
 * a pitch runs from one label's edge to the same edge of the next, so it includes the gap
 * between them.
 *
 * @param columns labels across
 * @param rows labels down
 * @param left from the paper's edge to the first column
 * @param top from the paper's edge to the first row
 * @param pitchX from column to column; of no meaning when there is one
 * @param pitchY from row to row; of no meaning when there is one
 */
public record Grid(int columns, int rows, double left, double top, double pitchX, double pitchY) {

	/** As many as any sheet has, and few enough to compare each with each. */
	private static final int MOST = 1000;

	/**
	 * Checks the counts.
	 * @throws LabelRefused if there are none, or more than 1000
	 */
	public Grid {
		if (columns < 1 || rows < 1 || (long) columns * rows > MOST) {
			throw LabelRefused.badCount(columns, rows, MOST);
		}
	}

	int cells() {
		return this.columns * this.rows;
	}

	/** The left edge of a cell; cells are counted from 0, along rows. */
	double x(int cell) {
		int column = cell % this.columns;
		return (column == 0) ? this.left : this.left + column * this.pitchX;
	}

	/** The upper edge of a cell. */
	double y(int cell) {
		int row = cell / this.columns;
		return (row == 0) ? this.top : this.top + row * this.pitchY;
	}

}
