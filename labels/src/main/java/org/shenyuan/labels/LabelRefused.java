package org.shenyuan.labels;

import java.util.List;
import java.util.Locale;

/**
 * These labels cannot be printed so that they would be read. The message says what is
 * wrong in numbers; {@link #reason()} and {@link #numbers()} let a caller say it in
 * another language.
 */
public final class LabelRefused extends RuntimeException {

	private static final int LONGEST_EXCERPT = 160;

	private final Reason reason;

	private final transient List<Object> numbers;

	private LabelRefused(Reason reason, String message, Object... numbers) {
		super(message);
		this.reason = reason;
		this.numbers = List.of(numbers);
	}

	/** What kind of refusal this is. */
	public Reason reason() {
		return this.reason;
	}

	/** The texts and figures of the message, in the order {@link Reason} gives them. */
	public List<Object> numbers() {
		return this.numbers;
	}

	static LabelRefused missingGlyph(String text, int codePoint) {
		String code = String.format(Locale.ROOT, "U+%04X", codePoint);
		String character = Character.isISOControl(codePoint) ? "" : Character.toString(codePoint);
		String name = String.valueOf(Character.getName(codePoint));
		return new LabelRefused(Reason.MISSING_GLYPH, "the font cannot print " + (character + " " + code).strip() + " ("
				+ name + ") in \"" + excerpt(text) + "\"", character, code, name, excerpt(text));
	}

	/** Enough of a text to know it by. */
	private static String excerpt(String text) {
		return (text.codePointCount(0, text.length()) <= LONGEST_EXCERPT) ? text
				: text.substring(0, text.offsetByCodePoints(0, LONGEST_EXCERPT)) + "…";
	}

	static LabelRefused textTooLong(String text, double points, double needs, double width, double height) {
		return new LabelRefused(Reason.TEXT_TOO_LONG,
				String.format(Locale.ROOT,
						"\"%s\" needs %.1f mm at %.1f pt, the smallest size; the column is %.1f mm wide and, for all"
								+ " its texts, %.1f mm high",
						excerpt(text), needs, points, width, height),
				excerpt(text), needs, points, width, height);
	}

	static LabelRefused contentTooLong(String content, int size, int expected) {
		return new LabelRefused(Reason.CONTENT_TOO_LONG,
				"\"" + content + "\" makes a symbol of " + size + " modules a side; the run has room for " + expected,
				content, size, expected);
	}

	static LabelRefused unreadable(String letters, Wear wear) {
		return new LabelRefused(Reason.UNREADABLE,
				"the label " + letters + " does not read back (" + wear + "); print it larger or sharper", letters,
				wear.name());
	}

	static LabelRefused labelTooSmall(Stock stock, Box area, int modules, double smallest, double width,
			double height) {
		return new LabelRefused(Reason.LABEL_TOO_SMALL, String.format(Locale.ROOT,
				"%s leaves %.1f × %.1f mm to print in; %d modules of %.2f mm, the smallest that phones read, need"
						+ " %.1f × %.1f mm with the code in letters",
				stock.name(), area.width(), area.height(), modules, smallest, width, height), stock.name(),
				area.width(), area.height(), modules, smallest, width, height);
	}

	static LabelRefused badCount(int columns, int rows, int most) {
		return new LabelRefused(Reason.BAD_COUNT,
				columns + " × " + rows + " labels; there must be from 1 to " + most + " on a page", columns, rows,
				most);
	}

	/** Refuses a length, in mm, that is no number or out of bounds. */
	static void unlessBetween(String length, double value, double least, double most) {
		if (!(value >= least && value <= most)) {
			throw new LabelRefused(Reason.BAD_LENGTH, String.format(Locale.ROOT,
					"%s: %s mm; it must be from %s to %s mm", length, figure(value), figure(least), figure(most)),
					length, value, least, most);
		}
	}

	static LabelRefused overlap(int first, int second, double across, double down, LabelShape shape) {
		return new LabelRefused(Reason.OVERLAP,
				String.format(Locale.ROOT,
						"labels %d and %d overlap: they are %s mm across and %s mm down apart, and %s × %s mm large",
						first, second, figure(across), figure(down), figure(shape.width()), figure(shape.height())),
				first, second, hundredths(across), hundredths(down), shape.width(), shape.height());
	}

	static LabelRefused offPaper(int cell, Box label, Stock.Offset offset, double paperWidth, double paperHeight) {
		double right = label.x() + label.width();
		double bottom = label.y() + label.height();
		return new LabelRefused(Reason.OFF_PAPER, String.format(Locale.ROOT,
				"label %d leaves the paper: it reaches from %s to %s mm across and from %s to %s mm down,"
						+ " the printer's offset is %s, the paper is %s × %s mm",
				cell, figure(label.x()), figure(right), figure(label.y()), figure(bottom), offset, figure(paperWidth),
				figure(paperHeight)), cell, hundredths(label.x()), hundredths(right), hundredths(label.y()),
				hundredths(bottom), offset.right(), offset.down(), paperWidth, paperHeight);
	}

	static LabelRefused badFigure(String attribute, String text) {
		return new LabelRefused(Reason.BAD_FIGURE, attribute + "=\"" + text + "\" is no figure", attribute, text);
	}

	static LabelRefused unknown(Reason reason, String what) {
		return new LabelRefused(reason, reason.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " \"" + what + "\"",
				what);
	}

	static LabelRefused noXml(int line, int column) {
		return new LabelRefused(Reason.NO_XML, "no XML from line " + line + ", column " + column + " on", line, column);
	}

	static LabelRefused fileTooLarge(int most) {
		return new LabelRefused(Reason.FILE_TOO_LARGE, "a file of more than " + most + " bytes", most);
	}

	/** As few digits as say it. */
	private static String figure(double value) {
		return Double.toString(hundredths(value)).replaceFirst("\\.0$", "");
	}

	private static double hundredths(double value) {
		return Double.isFinite(value) ? Math.round(value * 100) / 100.0 : value;
	}

	/** Kinds of refusal, each with its numbers. */
	public enum Reason {

		/** The character, its code point (U+…), its Unicode name, the text it is in. */
		MISSING_GLYPH,

		/**
		 * The text, the width it needs in mm, the size that width is for in points, the
		 * width and the height available in mm.
		 */
		TEXT_TOO_LONG,

		/** What the symbol says, its modules along a side, those there is room for. */
		CONTENT_TOO_LONG,

		/** The label's letters, the {@link Wear} it did not survive. */
		UNREADABLE,

		/**
		 * The stock's name, the width and height that it leaves to print in, modules
		 * along the symbol, the smallest side of one, the width and height needed, in mm.
		 */
		LABEL_TOO_SMALL,

		/** Columns and rows of a stock, the most labels a page may have. */
		BAD_COUNT,

		/**
		 * Which length of a stock: paperWidth, paperHeight, labelWidth, labelHeight,
		 * cornerRadius, margin, liner, gap, offsetRight or offsetDown; its value, the
		 * least and the most allowed, in mm.
		 */
		BAD_LENGTH,

		/**
		 * The numbers of two labels on a page, how far apart they are across and down, a
		 * label's width and height, in mm.
		 */
		OVERLAP,

		/**
		 * A label's number on its page, where its left, right, upper and lower edges are,
		 * the printer's offset to the right and down, the paper's width and height, in
		 * mm.
		 */
		OFF_PAPER,

		/** A template's attribute, and what stands there instead of a figure. */
		BAD_FIGURE,

		/** The paper a template names. */
		UNKNOWN_PAPER,

		/**
		 * The shape a template names that labels are not printed on: cd, path,
		 * continuous.
		 */
		UNKNOWN_SHAPE,

		/** The template, brand and part, that an alias names and its file lacks. */
		UNKNOWN_TEMPLATE,

		/** The line and the column where a file of templates stops being XML. */
		NO_XML,

		/** The most bytes a file of templates may have. */
		FILE_TOO_LARGE

	}

}
