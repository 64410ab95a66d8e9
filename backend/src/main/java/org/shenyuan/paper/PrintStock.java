package org.shenyuan.paper;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.shenyuan.labels.CuratedStock;
import org.shenyuan.labels.LabelShape;
import org.shenyuan.labels.Medium;
import org.shenyuan.labels.Stock;

/**
 * A stock that a party may print on.
 *
 * @param curated what is known of one that comes along; nothing of a party's own
 */
public record PrintStock(Stock stock, @Nullable CuratedStock curated) {

	/** Rows of a roll that show how it goes on. */
	private static final int ROWS_SHOWN = 3;

	public boolean isOwn() {
		return this.curated == null;
	}

	public boolean isRoll() {
		return this.stock.medium() instanceof Medium.Roll;
	}

	public boolean isRound() {
		return this.stock.cornerRadius() * 2 >= Math.min(this.stock.labelWidth(), this.stock.labelHeight())
				&& (this.stock.labelWidth() == this.stock.labelHeight()
						|| this.stock.shape().cornerWidth() != this.stock.shape().cornerHeight());
	}

	public String name(Locale locale) {
		return (this.curated != null) ? this.curated.name(locale) : this.stock.name();
	}

	/**
	 * A picture to scale for SVG, in mm.
	 *
	 * @param labels the path of all their outlines
	 */
	public record Picture(double width, double height, String labels) {
	}

	/** The sheet, or a piece of the roll. */
	public Picture picture() {
		var path = new StringBuilder();
		if (this.stock.medium() instanceof Medium.Roll roll) {
			double step = this.stock.paperHeight() + roll.gap();
			double left = (roll.liner() - this.stock.paperWidth()) / 2;
			for (int row = 0; row < ROWS_SHOWN; row++) {
				outlines(path, left, roll.gap() / 2 + row * step);
			}
			return new Picture(roll.liner(), ROWS_SHOWN * step, path.toString());
		}
		outlines(path, 0, 0);
		return new Picture(this.stock.paperWidth(), this.stock.paperHeight(), path.toString());
	}

	private void outlines(StringBuilder path, double right, double down) {
		LabelShape shape = this.stock.shape();
		double rx = shape.cornerWidth();
		double ry = shape.cornerHeight();
		String outline = "h" + figure(shape.width() - 2 * rx) + arc(rx, ry, rx, ry) + "v"
				+ figure(shape.height() - 2 * ry) + arc(rx, ry, -rx, ry) + "h" + figure(2 * rx - shape.width())
				+ arc(rx, ry, -rx, -ry) + "v" + figure(2 * ry - shape.height()) + arc(rx, ry, rx, -ry) + "z";
		for (int cell = 0; cell < this.stock.cells(); cell++) {
			path.append('M')
				.append(figure(right + this.stock.x(cell) + rx))
				.append(' ')
				.append(figure(down + this.stock.y(cell)))
				.append(outline);
		}
	}

	private static String arc(double rx, double ry, double x, double y) {
		return (rx == 0) ? "" : "a" + figure(rx) + " " + figure(ry) + " 0 0 1 " + figure(x) + " " + figure(y);
	}

	private static String figure(double value) {
		return String.format(Locale.ROOT, "%.2f", value);
	}

}
