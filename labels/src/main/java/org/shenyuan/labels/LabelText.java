package org.shenyuan.labels;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;

/**
 * What is printed beside the symbol, the same on every label of a run.
 *
 * @param lines one below the other, the most important first; blank ones are left out
 * @param invitation the line at the foot, for example {@code 扫码溯源 · Scan to trace}
 * @param demonstration whether the label says 演示 DEMO and must not go on goods
 */
public record LabelText(List<Line> lines, String invitation, boolean demonstration) {

	/** Texts are composed (NFC), so that a letter and its accent are one character. */
	public LabelText {
		lines = lines.stream().filter((line) -> !line.text().isBlank()).toList();
		invitation = Normalizer.normalize(invitation, Normalizer.Form.NFC);
	}

	/** The same label with fewer texts beside its symbol. */
	LabelText only(Set<Style> styles) {
		return new LabelText(this.lines.stream().filter((line) -> styles.contains(line.style())).toList(),
				this.invitation, this.demonstration);
	}

	/**
	 * One text.
	 *
	 * @param style how it looks
	 * @param text in any language the typeface has
	 */
	public record Line(Style style, String text) {

		public Line {
			text = Normalizer.normalize(text, Normalizer.Form.NFC);
		}

	}

	/** How a text looks on a label of 63.5 × 38.1 mm; larger labels have larger type. */
	public enum Style {

		/** What it is: 10 pt bold. */
		TITLE(10, true, false),

		/** Kind, net weight: 8 pt. */
		SUBTITLE(8, false, false),

		/** Origin, age, harvest: 7 pt. */
		BODY(7, false, false),

		/** A certificate's or a brand's mark: 7 pt in a frame. */
		MARK(7, false, true),

		/** What the law of the market wants a buyer to read: 6 pt. */
		NOTICE(6, false, false);

		private final double points;

		private final boolean bold;

		private final boolean framed;

		Style(double points, boolean bold, boolean framed) {
			this.points = points;
			this.bold = bold;
			this.framed = framed;
		}

		double points() {
			return this.points;
		}

		boolean bold() {
			return this.bold;
		}

		boolean framed() {
			return this.framed;
		}

	}

}
