package org.shenyuan.labels;

/**
 * The outline of one label: a rectangle, its corners rounded by quarters of a circle, or
 * an ellipse, whose corners are quarters of itself. All lengths are millimetres.
 *
 * @param width across
 * @param height down
 * @param cornerWidth how far across a corner's curve reaches, 0 if corners are square
 * @param cornerHeight how far down a corner's curve reaches, 0 if corners are square
 * @param margin cutters and printers wander: nothing is printed nearer to the edge
 */
public record LabelShape(double width, double height, double cornerWidth, double cornerHeight, double margin) {

	private static final double USUAL_MARGIN = 2;

	/** A small label gives a tenth of its shorter side away on each side, not more. */
	private static final double MARGIN_SHARE = 0.1;

	private static final double SMALLEST = 1;

	/** Steps of a tenth of a degree around a corner. */
	private static final int STEPS = 900;

	/** Drawings are exact to a thousandth of a millimetre. */
	private static final double THOUSANDTHS = 1000;

	/**
	 * Checks the lengths. A radius that rounding made longer than half a side is cut to
	 * it.
	 * @throws LabelRefused with the length and its bounds
	 * @throws IllegalArgumentException if corners are no quarters of a circle on what is
	 * no ellipse
	 */
	public LabelShape {
		LabelRefused.unlessBetween("labelWidth", width, SMALLEST, Stock.LONGEST);
		LabelRefused.unlessBetween("labelHeight", height, SMALLEST, Stock.LONGEST);
		LabelRefused.unlessBetween("cornerRadius", cornerWidth, 0, width / 2 + Stock.TOLERANCE);
		LabelRefused.unlessBetween("cornerRadius", cornerHeight, 0, height / 2 + Stock.TOLERANCE);
		LabelRefused.unlessBetween("margin", margin, 0, 0.4 * Math.min(width, height));
		if (cornerWidth == cornerHeight) {
			cornerWidth = Math.min(cornerWidth, Math.min(width, height) / 2);
			cornerHeight = cornerWidth;
		}
		else if (cornerWidth != width / 2 || cornerHeight != height / 2) {
			throw new IllegalArgumentException("corners of " + cornerWidth + " × " + cornerHeight + " mm");
		}
	}

	/** A rectangle with the usual margin. */
	public static LabelShape rectangle(double width, double height, double cornerRadius) {
		return new LabelShape(width, height, cornerRadius, cornerRadius, usualMargin(width, height));
	}

	/** A round label with the usual margin. */
	public static LabelShape round(double diameter) {
		return rectangle(diameter, diameter, diameter / 2);
	}

	/** An ellipse with the usual margin. */
	public static LabelShape ellipse(double width, double height) {
		return new LabelShape(width, height, width / 2, height / 2, usualMargin(width, height));
	}

	private static double usualMargin(double width, double height) {
		return Math.max(0, Math.min(USUAL_MARGIN, MARGIN_SHARE * Math.min(width, height)));
	}

	/**
	 * The largest rectangle to print in: everywhere at least the margin away from the
	 * edge, curved corners included. It is in the middle of the label; its place is from
	 * the label's upper left corner.
	 */
	public Box printable() {
		double across = this.width / 2 - this.margin;
		double down = this.height / 2 - this.margin;
		double best = 0;
		double bestAcross = across;
		double bestDown = down;
		// Its corner lies on the line that runs a margin inside the label's corner.
		for (int step = 0; step <= STEPS && this.cornerWidth > 0 && this.cornerHeight > 0; step++) {
			double angle = Math.PI / 2 * step / STEPS;
			double normalX = this.cornerHeight * Math.cos(angle);
			double normalY = this.cornerWidth * Math.sin(angle);
			double inwards = this.margin / Math.hypot(normalX, normalY);
			double x = this.width / 2 - this.cornerWidth * (1 - Math.cos(angle)) - inwards * normalX;
			double y = this.height / 2 - this.cornerHeight * (1 - Math.sin(angle)) - inwards * normalY;
			x = Math.min(x, across);
			y = Math.min(y, down);
			if (x > 0 && y > 0 && x * y > best) {
				best = x * y;
				bestAcross = x;
				bestDown = y;
			}
		}
		double halfWidth = Math.floor(bestAcross * THOUSANDTHS + 1e-6) / THOUSANDTHS;
		double halfHeight = Math.floor(bestDown * THOUSANDTHS + 1e-6) / THOUSANDTHS;
		return new Box(this.width / 2 - halfWidth, this.height / 2 - halfHeight, 2 * halfWidth, 2 * halfHeight);
	}

	/**
	 * Whether two labels of this shape overlap, given how far apart they are. Two equal
	 * shapes, each symmetric about its middle, do so when the point halfway between their
	 * middles is inside both.
	 */
	boolean overlaps(double across, double down) {
		double x = Math.abs(across) / 2 + Stock.TOLERANCE / 2;
		double y = Math.abs(down) / 2 + Stock.TOLERANCE / 2;
		double cornerX = x - (this.width / 2 - this.cornerWidth);
		double cornerY = y - (this.height / 2 - this.cornerHeight);
		return x < this.width / 2 && y < this.height / 2 && (cornerX <= 0 || cornerY <= 0
				|| Math.hypot(cornerX / this.cornerWidth, cornerY / this.cornerHeight) < 1);
	}

}
