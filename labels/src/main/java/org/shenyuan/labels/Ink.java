package org.shenyuan.labels;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * PDF operators (ISO 32000-1, 8 and 9) written in millimetres from a lower left corner.
 * Type sizes stay in points.
 */
final class Ink {

	static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

	/** How far a Bézier's handles reach to pass for a quarter of a circle. */
	private static final double QUARTER = 0.5523;

	/** In modules: a hundredth of a dot, far below what any raster shows. */
	private static final double HAIR = 0.002;

	/** How long a run can be: a whole row of the largest QR symbol. */
	private static final int LONGEST = 177;

	/** How a run of so many modules ends, for there are hundreds on each label. */
	private static final List<String> RUNS = IntStream.rangeClosed(0, LONGEST)
		.mapToObj((length) -> new Ink().number(length - HAIR).number(1 - HAIR).operator("re").operators.toString())
		.toList();

	private final StringBuilder operators = new StringBuilder();

	byte[] bytes() {
		return this.operators.toString().getBytes(StandardCharsets.US_ASCII);
	}

	/** From here on lengths are millimetres. */
	Ink millimetres() {
		return scale(POINTS_PER_MILLIMETRE, POINTS_PER_MILLIMETRE, 0, 0);
	}

	/** Moves the corner until {@link #restore}. */
	Ink at(double x, double y) {
		append("q ");
		return scale(1, 1, x, y);
	}

	/** Moves the corner and scales both axes until {@link #restore}. */
	Ink at(double x, double y, double scaleX, double scaleY) {
		append("q ");
		return scale(scaleX, scaleY, x, y);
	}

	Ink restore() {
		return operator("Q");
	}

	Ink form(String name) {
		return append("/").append(name).operator(" Do");
	}

	Ink white() {
		return number(1).operator("g");
	}

	Ink black() {
		return number(0).operator("g");
	}

	/**
	 * Fills the dark modules of a symbol, one unit each, downwards from the corner. Many
	 * printers and viewers ink every dot that a shape touches, its far edge included: a
	 * hair is left out there, so that no module grows by a dot.
	 */
	Ink symbol(Symbol symbol) {
		for (Symbol.Run run : symbol.runs()) {
			number(run.x()).number(run.y()).append(RUNS.get(run.length()));
		}
		return operator("f");
	}

	Ink fillBox(double x, double y, double width, double height, double radius) {
		return box(x, y, width, height, radius).operator("f");
	}

	Ink strokeBox(double x, double y, double width, double height, double radius, double line) {
		return number(line).operator("w").box(x, y, width, height, radius).operator("S");
	}

	Ink line(double x1, double y1, double x2, double y2, double line) {
		number(line).operator("w").number(x1).number(y1).operator("m");
		return number(x2).number(y2).operator("l").operator("S");
	}

	private Ink box(double x, double y, double width, double height, double radius) {
		double right = x + width;
		double top = y + height;
		double handle = radius * (1 - QUARTER);
		number(x + radius).number(y).operator("m").number(right - radius).number(y).operator("l");
		curve(right - handle, y, right, y + handle, right, y + radius);
		number(right).number(top - radius).operator("l");
		curve(right, top - handle, right - handle, top, right - radius, top);
		number(x + radius).number(top).operator("l");
		curve(x + handle, top, x, top - handle, x, top - radius);
		number(x).number(y + radius).operator("l");
		curve(x, y + handle, x + handle, y, x + radius, y);
		return operator("h");
	}

	private void curve(double... points) {
		for (double point : points) {
			number(point);
		}
		operator("c");
	}

	/**
	 * Draws a mark of a label whose height is given, from the label's lower left corner.
	 */
	Ink mark(Mark mark, double height, Letters... letters) {
		return switch (mark) {
			case Mark.Text text -> {
				append(text.white() ? "1 g " : "");
				yield text(text, height, letters).append(text.white() ? "0 g\n" : "");
			}
			case Mark.Frame box -> {
				double bottom = height - box.y() - box.height();
				yield (box.line() > 0) ? strokeBox(box.x(), bottom, box.width(), box.height(), box.radius(), box.line())
						: fillBox(box.x(), bottom, box.width(), box.height(), box.radius());
			}
		};
	}

	private Ink text(Mark.Text text, double height, Letters... letters) {
		append("BT ");
		double x = text.x();
		for (Face.Piece piece : text.face().pieces(text.text())) {
			FontSubset font = subset(piece.font(), letters);
			append("/").append(font.name()).append(" ").number(text.em()).operator("Tf");
			append("1 0 0 1 ").number(x).number(height - text.baseline()).operator("Tm");
			if (text.cell() > 0) {
				cells(font, piece.text(), 1000 * text.cell() / text.em());
			}
			else {
				append("<").append(font.hex(piece.text())).operator("> Tj");
			}
			x += text.face().width(piece.text()) * text.em();
		}
		return operator("ET");
	}

	private static FontSubset subset(FontFile font, Letters... letters) {
		for (Letters face : letters) {
			FontSubset subset = face.subset(font);
			if (subset != null) {
				return subset;
			}
		}
		throw new IllegalArgumentException("no glyphs were kept of this font");
	}

	/** Characters in cells of equal width, the first of them flush left. */
	private void cells(FontSubset font, String text, double cell) {
		append("[");
		double behind = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			double side = (cell - font.thousandths(c)) / 2;
			if (i > 0) {
				append(Long.toString(-Math.round(behind + side)));
			}
			append("<").append(font.hex(Character.toString(c))).append(">");
			behind = side;
		}
		operator("] TJ");
	}

	private Ink scale(double scaleX, double scaleY, double x, double y) {
		return precise(scaleX).append("0 0 ").precise(scaleY).precise(x).precise(y).operator("cm");
	}

	/** Thousandths of a millimetre are finer than any printer. */
	private Ink number(double value) {
		return decimal(Math.round(value * 1e3), 1_000);
	}

	/**
	 * Everything drawn in it shares a scale's error and a corner's, so that neither is
	 * rounded as a length.
	 */
	private Ink precise(double value) {
		return decimal(Math.round(value * 1e7), 10_000_000);
	}

	/** A label has a thousand numbers: they are written without an object for each. */
	private Ink decimal(long fractions, long ofOne) {
		if (fractions < 0) {
			this.operators.append('-');
		}
		long rest = Math.abs(fractions);
		this.operators.append(rest / ofOne);
		if (rest % ofOne > 0) {
			this.operators.append('.');
		}
		while (rest % ofOne > 0) {
			rest = rest % ofOne * 10;
			this.operators.append((char) ('0' + rest / ofOne));
		}
		this.operators.append(' ');
		return this;
	}

	private Ink operator(String operator) {
		return append(operator).append("\n");
	}

	private Ink append(String text) {
		this.operators.append(text);
		return this;
	}

}
