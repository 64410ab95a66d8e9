package org.shenyuan.packing;

import java.util.List;

import org.shenyuan.labels.Box;
import org.shenyuan.labels.LabelSheet.Printed;
import org.shenyuan.labels.Medium;
import org.shenyuan.labels.Stock;
import org.shenyuan.paper.Portion;
import org.shenyuan.paper.Wanted;

/**
 * What lies before somebody who is about to print: a stock, where on it to begin, and the
 * labels that come next.
 *
 * @param wanted the choice, with the stock that stands for none
 * @param dpi of the printer
 * @param printed how the symbols come out
 * @param part what is to be printed now
 * @param fresh whether all of it is printed for the first time
 * @param later parts that follow, the first few of them
 * @param cells of the sheet on which the part begins; none on a roll of single labels
 * @param began the cell after the last one that was used, 1 on a fresh sheet
 */
record Desk(Wanted wanted, Stock stock, int dpi, Printed printed, Part part, boolean fresh, List<Part> later, long more,
		List<Cell> cells, long began) {

	/**
	 * Labels that are printed in one go.
	 *
	 * @param cell where the first one is
	 * @param sheets of paper, or rows of a roll
	 */
	record Part(int first, int last, int cell, int sheets) {

		public int labels() {
			return this.last - this.first + 1;
		}

		Portion portion() {
			return new Portion(this.first, this.last, this.cell);
		}

	}

	/**
	 * A place on the sheet.
	 *
	 * @param style {@code used}, {@code first}, {@code printed} or {@code free}
	 * @param label what will be there, 0 if nothing
	 * @param link to the same desk that begins here
	 */
	record Cell(int number, String style, long label, Box box, String link) {

		/** Of its number, in mm. */
		public double letters() {
			return Math.min(9, Math.min(this.box.height() * 0.5, this.box.width() * 0.25));
		}

	}

	public boolean isRoll() {
		return this.stock.medium() instanceof Medium.Roll;
	}

	/** The choice without labels, for an address. */
	public String choice() {
		return this.wanted.query(Portion.ALL);
	}

	/** The choice with other labels, wherever they begin. */
	public String choice(long first, long last) {
		return this.wanted.query(new Portion((int) first, (int) last, null));
	}

	/** The choice with the labels to print, for the address of a file. */
	public String file() {
		return this.wanted.query(this.part.portion());
	}

	/** The same for other labels, beginning where these do. */
	public String file(long first, long last) {
		return this.wanted.query(new Portion((int) first, (int) last, this.part.cell()));
	}

}
