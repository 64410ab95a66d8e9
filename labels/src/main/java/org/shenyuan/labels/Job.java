package org.shenyuan.labels;

import java.util.function.IntFunction;

/**
 * Labels to print.
 *
 * @param from the first label's index in its run
 * @param to the last label's index
 * @param firstCell the cell to start at on a sheet that was used before, 1 for a fresh
 * one
 * @param labels gives the label of an index; asked once for each that is printed, in
 * order
 */
public record Job(int from, int to, int firstCell, IntFunction<Label> labels) {

	/**
	 * Checks the range.
	 * @throws IllegalArgumentException if there are no labels, or no such cell
	 */
	public Job {
		if (from > to) {
			throw new IllegalArgumentException("no labels from " + from + " to " + to);
		}
		if (firstCell < 1) {
			throw new IllegalArgumentException("no cell " + firstCell + " on a sheet");
		}
	}

	/**
	 * Sheets of paper, for so many labels on each.
	 */
	public int pages(int cells) {
		return Math.toIntExact(Math.ceilDiv((long) this.to - this.from + this.firstCell, cells));
	}

	/**
	 * Some of the sheets, counted from 1.
	 * @param cells labels on a sheet
	 * @throws IllegalArgumentException if there are no such sheets
	 */
	public Job pages(int first, int last, int cells) {
		if (first < 1 || first > last || last > pages(cells)) {
			throw new IllegalArgumentException("no sheets " + first + " to " + last + " of " + pages(cells));
		}
		long start = this.from + (long) (first - 1) * cells - (this.firstCell - 1);
		long end = this.from + (long) last * cells - this.firstCell;
		return new Job((int) Math.max(this.from, start), (int) Math.min(this.to, end),
				(first == 1) ? this.firstCell : 1, this.labels);
	}

	/**
	 * One label: what its symbol says, and what is written below it.
	 *
	 * @param content usually {@link DigitalLink}; for Data Matrix a GS1 element string
	 * @param letters usually {@link LabelCode#printed}, or an SSCC, or a plot's number
	 */
	public record Label(String content, String letters) {
	}

}
