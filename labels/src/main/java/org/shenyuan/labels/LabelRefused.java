package org.shenyuan.labels;

import java.util.List;
import java.util.Locale;

/**
 * These labels cannot be printed so that they would be read. The message says what is
 * wrong in numbers; {@link #reason()} and {@link #numbers()} let a caller say it in
 * another language.
 */
public final class LabelRefused extends RuntimeException {

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
		return new LabelRefused(Reason.MISSING_GLYPH,
				"the font cannot print " + (character + " " + code).strip() + " (" + name + ") in \"" + text + "\"",
				character, code, name, text);
	}

	static LabelRefused textTooLong(String text, double points, double needs, double width, double height) {
		return new LabelRefused(Reason.TEXT_TOO_LONG,
				String.format(Locale.ROOT,
						"\"%s\" needs %.1f mm at %.1f pt, the smallest size; the column is %.1f mm wide and, for all"
								+ " its texts, %.1f mm high",
						text, needs, points, width, height),
				text, needs, points, width, height);
	}

	static LabelRefused moduleTooSmall(double module, double smallest, int size) {
		return new LabelRefused(Reason.MODULE_TOO_SMALL,
				String.format(Locale.ROOT,
						"modules of %.2f mm in a symbol of %d × %d; below %.2f mm a phone may not read it: shorten"
								+ " the address or take a lower error correction",
						module, size, size, smallest),
				module, smallest, size);
	}

	static LabelRefused labelTooSmall(Stock stock, double width, double height) {
		return new LabelRefused(Reason.LABEL_TOO_SMALL,
				stock.name() + ": a label of " + stock.labelWidth() + " × " + stock.labelHeight()
						+ " mm; symbol and text need " + width + " × " + height + " mm",
				stock.name(), stock.labelWidth(), stock.labelHeight(), width, height);
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

		/** A module's side in mm, the smallest allowed in mm, modules along a side. */
		MODULE_TOO_SMALL,

		/** The sheet's name, its label's width and height, those needed, all in mm. */
		LABEL_TOO_SMALL

	}

}
