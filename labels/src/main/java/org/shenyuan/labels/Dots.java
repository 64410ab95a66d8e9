package org.shenyuan.labels;

/**
 * The raster of office printers, 300 to the inch; those of 600 and 1,200 dpi have more
 * dots on the same lines. Whatever a scanner measures begins and ends on one, or its edge
 * is printed grey, and differently in each place.
 */
final class Dots {

	/** From dot to dot, in mm. */
	static final double PITCH = 25.4 / 300;

	private static final double TOLERANCE = 1e-6;

	private Dots() {
	}

	/** The largest whole number of dots in a length, in mm. */
	static double whole(double millimetres) {
		return Math.floor(millimetres / PITCH + TOLERANCE) * PITCH;
	}

	/** The dot next to a place, in mm from the paper's upper left corner. */
	static double nearest(double millimetres) {
		return Math.round(millimetres / PITCH) * PITCH;
	}

}
