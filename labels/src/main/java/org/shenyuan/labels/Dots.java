package org.shenyuan.labels;

/**
 * A printer's raster. Whatever a scanner measures begins and ends on one of its dots, or
 * its edge is printed grey, and differently in each place.
 *
 * @param perInch dots to the inch, as printers are sold: 203, 300, 600 …
 */
record Dots(int perInch) {

	/** Office printers; those of 600 and 1,200 dpi have more dots on the same lines. */
	static final Dots OFFICE = new Dots(300);

	static final double MILLIMETRES_PER_INCH = 25.4;

	private static final double TOLERANCE = 1e-6;

	/** A thermal head sold as 203 dpi has eight dots to the millimetre. */
	private static final int EIGHT_PER_MILLIMETRE = 203;

	/** From dot to dot, in mm. */
	double pitch() {
		return (this.perInch == EIGHT_PER_MILLIMETRE) ? 1.0 / 8 : MILLIMETRES_PER_INCH / this.perInch;
	}

	/** The largest whole number of dots in a length, in mm. */
	double whole(double millimetres) {
		return Math.floor(millimetres / pitch() + TOLERANCE) * pitch();
	}

	/** The dot next to a place, in mm. */
	double nearest(double millimetres) {
		return count(millimetres) * pitch();
	}

	/** A length in dots. */
	int count(double millimetres) {
		return (int) Math.round(millimetres / pitch());
	}

}
