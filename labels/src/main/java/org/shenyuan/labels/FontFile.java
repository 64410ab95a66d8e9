package org.shenyuan.labels;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** One font of one weight with outlines in TrueType's own form, parsed once. */
final class FontFile {

	private final TrueTypeFont font;

	private final CmapLookup glyphs;

	private FontFile(TrueTypeFont font) throws IOException {
		this.font = font;
		this.glyphs = font.getUnicodeCmapLookup();
		// Tables are read when first asked for, from one shared position in the file:
		// here, while no other thread knows the font.
		font.getName();
		font.getHorizontalHeader();
		font.getHorizontalMetrics();
		if (font.getGlyph() == null) {
			throw new IOException("no TrueType outlines in " + font.getName());
		}
	}

	static FontFile resource(String name) {
		try (InputStream stream = FontFile.class.getResourceAsStream(name)) {
			if (stream == null) {
				throw new IllegalStateException("no font " + name + " on the class path");
			}
			return read(stream);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static FontFile file(Path path) throws IOException {
		try (InputStream stream = Files.newInputStream(path)) {
			return read(stream);
		}
	}

	private static FontFile read(InputStream stream) throws IOException {
		TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(stream));
		// A label needs no ligatures, and a character must stay one glyph.
		font.setEnableGsub(false);
		return new FontFile(font);
	}

	/** The number of a character's glyph, 0 if there is none. */
	int glyph(int codePoint) {
		return this.glyphs.getGlyphId(codePoint);
	}

	/** The width of a character, in ems. */
	double width(int codePoint) {
		try {
			return (double) this.font.getAdvanceWidth(glyph(codePoint)) / this.font.getUnitsPerEm();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A character’s outline in {@link #unitsPerEm}, upwards from its baseline. */
	GeneralPath outline(int codePoint) {
		// Outlines are read from the one file at one position.
		synchronized (this) {
			try {
				GlyphData glyph = this.font.getGlyph().getGlyph(glyph(codePoint));
				return (glyph != null) ? glyph.getPath() : new GeneralPath();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	/** Units of an outline in an em. */
	int unitsPerEm() {
		try {
			return this.font.getUnitsPerEm();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	TrueTypeFont font() {
		return this.font;
	}

}
