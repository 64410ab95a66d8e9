package org.shenyuan.labels;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.apache.fontbox.ttf.HeaderTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Puts a {@link FontSubset} into a document: a Type0 font whose codes are glyph numbers
 * (ISO 32000-1, 9.7.4).
 */
final class EmbeddedFont {

	/** Glyphs are named by number, not by a Latin alphabet. */
	private static final int SYMBOLIC = 4;

	/** A guess at the stems, used only by viewers that lack the font; none will. */
	private static final int STEM = 80;

	private EmbeddedFont() {
	}

	static COSDictionary in(PDDocument document, FontSubset subset) throws IOException {
		COSName name = COSName.getPDFName(tag(subset.file()) + "+" + subset.font().font().getName());
		COSDictionary font = font(COSName.TYPE0, name);
		font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
		font.setItem(COSName.DESCENDANT_FONTS, array(List.of(descendant(document, subset, name))));
		font.setItem(COSName.TO_UNICODE, stream(document, subset.toUnicode()));
		return font;
	}

	private static COSDictionary descendant(PDDocument document, FontSubset subset, COSName name) throws IOException {
		var system = new COSDictionary();
		system.setItem(COSName.REGISTRY, new COSString("Adobe"));
		system.setItem(COSName.ORDERING, new COSString("Identity"));
		system.setInt(COSName.SUPPLEMENT, 0);
		COSDictionary font = font(COSName.CID_FONT_TYPE2, name);
		font.setItem(COSName.CIDSYSTEMINFO, system);
		font.setItem(COSName.FONT_DESC, descriptor(document, subset, name));
		font.setItem(COSName.CID_TO_GID_MAP, COSName.IDENTITY);
		font.setInt(COSName.DW, 1000);
		var widths = new COSArray();
		subset.widths().forEach((glyph, width) -> {
			widths.add(COSInteger.get(glyph));
			widths.add(array(List.of(COSInteger.get(width))));
		});
		font.setItem(COSName.W, widths);
		return font;
	}

	private static COSDictionary descriptor(PDDocument document, FontSubset subset, COSName name) throws IOException {
		TrueTypeFont font = subset.font().font();
		HeaderTable header = font.getHeader();
		float scale = 1000f / font.getUnitsPerEm();
		var descriptor = new COSDictionary();
		descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
		descriptor.setItem(COSName.FONT_NAME, name);
		descriptor.setInt(COSName.FLAGS, SYMBOLIC);
		descriptor.setItem(COSName.FONT_BBOX,
				array(List.of(new COSFloat(scale * header.getXMin()), new COSFloat(scale * header.getYMin()),
						new COSFloat(scale * header.getXMax()), new COSFloat(scale * header.getYMax()))));
		descriptor.setInt(COSName.ITALIC_ANGLE, 0);
		descriptor.setFloat(COSName.ASCENT, scale * font.getHorizontalHeader().getAscender());
		descriptor.setFloat(COSName.DESCENT, scale * font.getHorizontalHeader().getDescender());
		descriptor.setFloat(COSName.CAP_HEIGHT, scale * font.getHorizontalHeader().getAscender());
		descriptor.setInt(COSName.STEM_V, STEM);
		PDStream file = stream(document, subset.file());
		file.getCOSObject().setInt(COSName.LENGTH1, subset.file().length);
		descriptor.setItem(COSName.FONT_FILE2, file);
		return descriptor;
	}

	/** Six capitals that tell subsets of one font apart (ISO 32000-1, 9.6.4). */
	private static String tag(byte[] file) {
		int rest = Arrays.hashCode(file) & Integer.MAX_VALUE;
		var tag = new StringBuilder();
		for (int i = 0; i < 6; i++) {
			tag.append((char) ('A' + rest % 26));
			rest /= 26;
		}
		return tag.toString();
	}

	private static COSDictionary font(COSName subtype, COSName name) {
		var font = new COSDictionary();
		font.setItem(COSName.TYPE, COSName.FONT);
		font.setItem(COSName.SUBTYPE, subtype);
		font.setItem(COSName.BASE_FONT, name);
		return font;
	}

	private static PDStream stream(PDDocument document, byte[] bytes) throws IOException {
		return new PDStream(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
	}

	private static COSArray array(List<? extends COSBase> items) {
		var array = new COSArray();
		items.forEach(array::add);
		return array;
	}

}
