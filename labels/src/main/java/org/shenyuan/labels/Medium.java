package org.shenyuan.labels;

/** What labels come on. */
public sealed interface Medium {

	/** Sheets of paper, cut. */
	Medium SHEET = new Sheet();

	/** Sheets of paper for an office printer. */
	record Sheet() implements Medium {
	}

	/**
	 * A roll for a label printer, which feeds one row of labels at a time; that row is
	 * the page.
	 *
	 * @param liner the width of the backing, in mm, which the printer must take
	 * @param gap between rows, in mm, where the printer finds its mark
	 */
	record Roll(double liner, double gap) implements Medium {

		/**
		 * Checks the lengths.
		 * @throws LabelRefused with the length and its bounds
		 */
		public Roll {
			LabelRefused.unlessBetween("liner", liner, 1, Stock.LONGEST);
			LabelRefused.unlessBetween("gap", gap, 0, Stock.LONGEST);
		}
	}

}
