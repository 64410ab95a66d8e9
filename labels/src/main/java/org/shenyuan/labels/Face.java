package org.shenyuan.labels;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** One weight of a typeface, parsed once. */
final class Face {

	private final TrueTypeFont font;

	private final CmapLookup glyphs;

	private Face(TrueTypeFont font) throws IOException {
		this.font = font;
		this.glyphs = font.getUnicodeCmapLookup();
		// Tables are read when first asked for, from one shared position in the file:
		// here, while no other thread knows the font.
		font.getName();
		font.getHorizontalHeader();
		font.getHorizontalMetrics();
	}

	static Face read(String resource) {
		try (InputStream stream = Face.class.getResourceAsStream(resource)) {
			if (stream == null) {
				throw new IllegalStateException("no font " + resource + " on the class path");
			}
			TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(stream));
			// A label needs no ligatures, and a character must stay one glyph.
			font.setEnableGsub(false);
			return new Face(font);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Refuses a text with a character that would print as a box.
	 * @throws LabelRefused naming the character
	 */
	void refuseMissing(String text) {
		text.codePoints().filter((c) -> glyph(c) == 0).findFirst().ifPresent((c) -> {
			throw LabelRefused.missingGlyph(text, c);
		});
	}

	int glyph(int codePoint) {
		return this.glyphs.getGlyphId(codePoint);
	}

	/** The width of a text, in ems. */
	double width(String text) {
		return text.codePoints().mapToDouble((c) -> width(glyph(c))).sum();
	}

	/** The width of a glyph, in ems. */
	double width(int glyph) {
		try {
			return (double) this.font.getAdvanceWidth(glyph) / this.font.getUnitsPerEm();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	TrueTypeFont font() {
		return this.font;
	}

}
