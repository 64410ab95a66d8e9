package org.shenyuan.labels;

import java.util.ArrayList;
import java.util.List;

/**
 * Something drawn on a label, in millimetres from its upper left corner. Every kind of
 * output draws the same marks.
 */
sealed interface Mark {

	/**
	 * One line of text.
	 *
	 * @param points the type's size
	 * @param baseline from the label's upper edge
	 * @param cell the width each character has, 0 for its own
	 * @param white on black, otherwise black
	 */
	record Text(Face face, String text, double points, double x, double baseline, double cell,
			boolean white) implements Mark {

		static final double MILLIMETRES_PER_POINT = 25.4 / 72;

		/** The size in mm. */
		double em() {
			return this.points * MILLIMETRES_PER_POINT;
		}

		/** The width in mm, if characters have no cells. */
		double width() {
			return this.face.width(this.text) * em();
		}

		/** Each character's font and place. */
		List<Glyph> glyphs() {
			var glyphs = new ArrayList<Glyph>();
			double place = this.x;
			double side = 0;
			int[] codePoints = this.text.codePoints().toArray();
			for (int i = 0; i < codePoints.length; i++) {
				FontFile font = this.face.font(codePoints[i]);
				double width = font.width(codePoints[i]) * em();
				// Cells leave as much air on both sides of each, and none before the
				// first.
				double air = (this.cell > 0) ? (this.cell - width) / 2 : 0;
				place += (i > 0) ? side + air : 0;
				glyphs.add(new Glyph(font, codePoints[i], place));
				place += width;
				side = air;
			}
			return glyphs;
		}

	}

	/**
	 * One character.
	 *
	 * @param x where it begins, in mm from the label's left edge
	 */
	record Glyph(FontFile font, int codePoint, double x) {
	}

	/**
	 * A box with rounded corners.
	 *
	 * @param line the width of its outline; 0 fills it
	 */
	record Frame(double x, double y, double width, double height, double radius, double line) implements Mark {
	}

}
