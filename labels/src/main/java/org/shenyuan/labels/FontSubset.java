package org.shenyuan.labels;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.apache.fontbox.ttf.TTFSubsetter;

/**
 * The few glyphs of a font that a set of labels needs, as a TrueType file of their own.
 * Characters keep the code points they came with: PDFBox's own embedding names the first
 * one that shares a glyph, and so would turn 人 into the radical ⼈ when text is copied.
 */
final class FontSubset {

	/** What a viewer needs to draw glyphs it is given by number. */
	private static final List<String> TABLES = List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx",
			"fpgm");

	private final String name;

	private final FontFile font;

	private final byte[] file;

	private final Map<Integer, String> hex = new HashMap<>();

	private final SortedMap<Integer, Integer> codePoints = new TreeMap<>();

	/** Keeps the glyphs of some characters, under a name for a page's resources. */
	FontSubset(String name, FontFile font, String characters) throws IOException {
		this.name = name;
		this.font = font;
		var renumbered = new HashMap<Integer, Integer>();
		// Cutting reads outlines from the one file all subsets come from.
		synchronized (font) {
			var subsetter = new TTFSubsetter(font.font(), TABLES);
			characters.codePoints().forEach(subsetter::add);
			subsetter.getGIDMap().forEach((subset, original) -> renumbered.put(original, subset));
			var bytes = new ByteArrayOutputStream();
			subsetter.writeToStream(bytes);
			this.file = bytes.toByteArray();
		}
		characters.codePoints().distinct().forEach((c) -> {
			int glyph = renumbered.getOrDefault(font.glyph(c), 0);
			this.hex.put(c, HexFormat.of().withUpperCase().toHexDigits((char) glyph));
			this.codePoints.put(glyph, c);
		});
	}

	String name() {
		return this.name;
	}

	byte[] file() {
		return this.file;
	}

	FontFile font() {
		return this.font;
	}

	/** Glyph widths by glyph number, in thousandths of an em. */
	SortedMap<Integer, Integer> widths() {
		var widths = new TreeMap<Integer, Integer>();
		this.codePoints.forEach((glyph, c) -> widths.put(glyph, thousandths(c)));
		return widths;
	}

	/** The glyph numbers of a text as a PDF hexadecimal string, without its brackets. */
	String hex(String text) {
		var digits = new StringBuilder();
		text.codePoints().forEach((c) -> {
			String glyph = this.hex.get(c);
			if (glyph == null) {
				throw new IllegalArgumentException("no glyph was kept for U+" + Integer.toHexString(c));
			}
			digits.append(glyph);
		});
		return digits.toString();
	}

	/** The width of a character, in thousandths of an em. */
	int thousandths(int codePoint) {
		return (int) Math.round(1000 * this.font.width(codePoint));
	}

	/** A CMap from glyph numbers back to text, so that it can be searched and copied. */
	byte[] toUnicode() {
		var cmap = new StringBuilder("""
				/CIDInit /ProcSet findresource begin 12 dict begin begincmap
				/CMapName /Label def /CMapType 2 def
				1 begincodespacerange <0000> <FFFF> endcodespacerange
				""");
		this.codePoints.forEach((glyph, c) -> {
			cmap.append(String.format(Locale.ROOT, "1 beginbfchar <%04X> <", glyph));
			for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_16BE)) {
				cmap.append(String.format(Locale.ROOT, "%02X", b));
			}
			cmap.append("> endbfchar\n");
		});
		cmap.append("endcmap end end\n");
		return cmap.toString().getBytes(StandardCharsets.US_ASCII);
	}

}
