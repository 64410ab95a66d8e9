package org.shenyuan.labels;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A page to print on plain paper before the labels. Crosses near its corners and in the
 * middle, at known places, show how far the printer pulls the paper aside, rulers whether
 * it scales, and the outlines of all labels, held over a sheet of the stock against the
 * light, whether they meet. What it shows goes into {@link Stock#shifted}.
 */
public final class CalibrationSheet {

	private static final double LINE = 0.15;

	private static final double CROSS_LINE = 0.25;

	/** The length of a cross's arms, of its distance from the edges. */
	private static final double ARM = 0.4;

	private static final double RING = 0.6;

	private static final double SMALL = 100;

	private static final double LONGEST_RULER = 100;

	private static final double TICK = 3;

	private static final double NAME_POINTS = 9;

	private static final double POINTS = 7;

	private static final double SMALLEST_POINTS = 4;

	private static final double NUMBER_POINTS = 6;

	private static final double LEADING = 1.5;

	private static final double PADDING = 1;

	private final Stock stock;

	private final Face face;

	private final Letters letters;

	private final Ink ink = new Ink().millimetres();

	/** Whether the paper has room for half the distances only, and small type. */
	private final boolean small;

	private final double inset;

	private final List<String> lines;

	private CalibrationSheet(Stock stock, Typeface typeface) throws IOException {
		this.stock = stock;
		this.face = typeface.regular();
		this.face.refuseMissing(stock.name());
		this.small = Math.min(stock.paperWidth(), stock.paperHeight()) < SMALL;
		this.inset = this.small ? 5 : 10;
		this.lines = lines().stream().filter(typeface::prints).toList();
		this.letters = new Letters("R", this.face, "0123456789 mm" + String.join("", this.lines));
	}

	/**
	 * Writes the page; {@code out} stays open.
	 * @throws LabelRefused if the stock's name has a character the font lacks
	 */
	public static void write(Stock stock, Typeface typeface, OutputStream out) throws IOException {
		var sheet = new CalibrationSheet(stock, typeface);
		try (var file = new PrintFile(stock, sheet.letters)) {
			file.page(PrintFile.Content.of(sheet.draw()));
			file.save(out);
		}
	}

	/** Those that the typeface prints, the most important first. */
	private List<String> lines() {
		Stock.Offset offset = this.stock.offset();
		return List.of(this.stock.name(),
				String.format(Locale.ROOT, "校正 Offset  → %+.1f mm  ↓ %+.1f mm", offset.right(), offset.down()),
				"按 100% 打印，尺寸才准：用尺量一量。", "Print at 100 %, and hold a ruler to these.", "100%로 인쇄하고 자를 대어 확인하세요.",
				say("左上十字距左、上纸边各 %1$.0f mm；若量得 %2$.1f，校正减 0.3。"),
				say("The upper left cross is %1$.0f mm from both edges; if you measure %2$.1f, take 0.3 off the offset."),
				say("왼쪽 위 십자는 두 가장자리에서 %1$.0f mm입니다. %2$.1f mm이면 보정값에서 0.3을 빼세요."));
	}

	private String say(String sentence) {
		return String.format(Locale.ROOT, sentence, this.inset, this.inset + 0.3);
	}

	private Ink draw() {
		for (int cell = 0; cell < this.stock.cells(); cell++) {
			outline(this.stock.x(cell), this.stock.y(cell));
		}
		double right = this.stock.offset().right();
		double down = this.stock.offset().down();
		double width = this.stock.paperWidth();
		double height = this.stock.paperHeight();
		rulers(width / 2 + right, height / 2 + down);
		for (double x : new double[] { this.inset, width - this.inset }) {
			for (double y : new double[] { this.inset, height - this.inset }) {
				cross(x + right, y + down);
			}
		}
		cross(width / 2 + right, height / 2 + down);
		return this.ink;
	}

	private void outline(double x, double y) {
		LabelShape shape = this.stock.shape();
		double bottom = fromBottom(y + shape.height());
		if (shape.cornerWidth() == shape.cornerHeight()) {
			this.ink.strokeBox(x, bottom, shape.width(), shape.height(), shape.cornerWidth(), LINE);
		}
		else {
			double side = shape.height();
			this.ink.at(x, bottom, shape.width() / side, 1).strokeBox(0, 0, side, side, side / 2, LINE).restore();
		}
	}

	private void cross(double x, double y) {
		double arm = ARM * this.inset;
		line(x - arm, y, x + arm, y, CROSS_LINE);
		line(x, y - arm, x, y + arm, CROSS_LINE);
		// Told from the edges of labels by its ring.
		double ring = RING * arm;
		this.ink.strokeBox(x - ring, fromBottom(y + ring), 2 * ring, 2 * ring, ring, CROSS_LINE);
	}

	/** An L around the middle, with the texts in it, on white that hides the outlines. */
	private void rulers(double x, double y) {
		double across = ruler(this.stock.paperWidth());
		double down = ruler(this.stock.paperHeight());
		double left = x - across / 2;
		double bottom = y + down / 2;
		double strip = TICK + 4;
		blank(left - strip, bottom - down - 3, strip + 1, down + strip + 3);
		blank(left - strip, bottom - 1, across + strip + 7, strip + 1);
		line(left, bottom, left + across, bottom, LINE);
		line(left, bottom, left, bottom - down, LINE);
		for (int tick = 0; tick <= Math.max(across, down); tick++) {
			double length = (tick % 10 == 0) ? TICK : (tick % 5 == 0) ? TICK * 2 / 3 : TICK / 3;
			String number = (tick % 10 != 0) ? "" : (tick == LONGEST_RULER) ? tick + " mm" : Integer.toString(tick);
			if (tick <= across) {
				line(left + tick, bottom, left + tick, bottom + length, LINE);
				text(number, NUMBER_POINTS, left + tick - width(Integer.toString(tick), NUMBER_POINTS) / 2,
						bottom + TICK + 2.6);
			}
			if (tick <= down && tick > 0) {
				line(left, bottom - tick, left - length, bottom - tick, LINE);
				String up = number.replace(" mm", "");
				text(up, NUMBER_POINTS, left - TICK - 0.6 - width(up, NUMBER_POINTS), bottom - tick + 0.8);
			}
		}
		double arm = ARM * this.inset;
		if (this.small) {
			texts(left + 2, bottom - down, across - 2, y - arm - 1);
		}
		else {
			texts(left + 2, y + arm + 2, across - 2, bottom - 2);
		}
	}

	/** Whole centimetres that leave room for the crosses. */
	private double ruler(double paper) {
		return Math.clamp(10 * Math.floor((paper - 2 * this.inset - 6) / 10), 0, LONGEST_RULER);
	}

	/** As many lines as fit, each shrunk to its place. */
	private void texts(double left, double top, double width, double bottom) {
		var fitting = new ArrayList<Runnable>();
		double y = top;
		double widest = 0;
		for (String line : this.lines) {
			double points = Math.min(this.small ? NUMBER_POINTS : (y == top) ? NAME_POINTS : POINTS,
					width / (this.face.width(line) * Mark.Text.MILLIMETRES_PER_POINT));
			double next = y + points * Mark.Text.MILLIMETRES_PER_POINT * LEADING;
			if (points < SMALLEST_POINTS || next > bottom) {
				break;
			}
			fitting.add(() -> text(line, points, left, next));
			widest = Math.max(widest, width(line, points));
			y = next;
		}
		if (!fitting.isEmpty()) {
			blank(left - PADDING, top, widest + 2 * PADDING, y - top + PADDING);
			fitting.forEach(Runnable::run);
		}
	}

	private void blank(double x, double y, double width, double height) {
		this.ink.white().fillBox(x, fromBottom(y + height), width, height, 0).black();
	}

	private void line(double x1, double y1, double x2, double y2, double line) {
		this.ink.line(x1, fromBottom(y1), x2, fromBottom(y2), line);
	}

	private void text(String text, double points, double x, double baseline) {
		if (!text.isEmpty()) {
			this.ink.mark(new Mark.Text(this.face, text, points, x, baseline, 0, false), this.stock.paperHeight(),
					this.letters);
		}
	}

	private double width(String text, double points) {
		return this.face.width(text) * points * Mark.Text.MILLIMETRES_PER_POINT;
	}

	private double fromBottom(double y) {
		return this.stock.paperHeight() - y;
	}

}
