package org.shenyuan.labels;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One weight of a typeface: a font, and others for the scripts that it lacks. */
final class Face {

	/**
	 * Characters that are no ink of their own: they would turn the line around, hide
	 * something or sit on their neighbour.
	 */
	private static final Set<Integer> UNPRINTABLE = Set.of((int) Character.CONTROL, (int) Character.FORMAT,
			(int) Character.SURROGATE, (int) Character.PRIVATE_USE, (int) Character.UNASSIGNED,
			(int) Character.LINE_SEPARATOR, (int) Character.PARAGRAPH_SEPARATOR, (int) Character.NON_SPACING_MARK,
			(int) Character.ENCLOSING_MARK);

	private final List<FontFile> fonts;

	Face(FontFile... fonts) {
		this.fonts = List.of(fonts);
	}

	/** The same face with one more font to fall back to. */
	Face orElse(FontFile last) {
		return new Face(Stream.concat(this.fonts.stream(), Stream.of(last)).toArray(FontFile[]::new));
	}

	/**
	 * Refuses a text with a character that would print as a box, or not as itself.
	 * @throws LabelRefused naming the character
	 */
	void refuseMissing(String text) {
		text.codePoints().filter((c) -> !prints(c)).findFirst().ifPresent((c) -> {
			throw LabelRefused.missingGlyph(text, c);
		});
	}

	private boolean prints(int codePoint) {
		return font(codePoint).glyph(codePoint) != 0 && !UNPRINTABLE.contains(Character.getType(codePoint))
				&& isLeftToRight(codePoint);
	}

	/** Letters that run the other way need shaping that labels do not have. */
	private static boolean isLeftToRight(int codePoint) {
		return switch (Character.getDirectionality(codePoint)) {
			case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> false;
			default -> true;
		};
	}

	/** The first font that has a character; without any, the first font. */
	FontFile font(int codePoint) {
		for (FontFile font : this.fonts) {
			if (font.glyph(codePoint) != 0) {
				return font;
			}
		}
		return this.fonts.getFirst();
	}

	/** The width of a text, in ems. */
	double width(String text) {
		return text.codePoints().mapToDouble((c) -> font(c).width(c)).sum();
	}

	/** The text in pieces of one font each. */
	List<Piece> pieces(String text) {
		var pieces = new ArrayList<Piece>();
		int start = 0;
		while (start < text.length()) {
			FontFile font = font(text.codePointAt(start));
			int end = start;
			while (end < text.length() && font(text.codePointAt(end)) == font) {
				end += Character.charCount(text.codePointAt(end));
			}
			pieces.add(new Piece(font, text.substring(start, end)));
			start = end;
		}
		return pieces;
	}

	/** Part of a text, with the font that prints it. */
	record Piece(FontFile font, String text) {
	}

}
