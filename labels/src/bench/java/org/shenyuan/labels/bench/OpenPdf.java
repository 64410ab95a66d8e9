package org.shenyuan.labels.bench;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.Utilities;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;
import org.shenyuan.labels.Job;

/** The sheet as OpenPDF draws it, symbols by ZXing. */
final class OpenPdf {

	private static final Map<EncodeHintType, Object> HINTS = Map.of(EncodeHintType.ERROR_CORRECTION,
			ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 0);

	private static final float SIDE = 17.2f;

	private OpenPdf() {
	}

	static void sheets(Path folder, int labels, OutputStream out) throws Exception {
		try (var document = new Document(PageSize.A4)) {
			PdfWriter writer = PdfWriter.getInstance(document, out);
			BaseFont regular = font(folder.resolve("regular.ttf"));
			BaseFont bold = font(folder.resolve("bold.ttf"));
			document.open();
			PdfContentByte ink = writer.getDirectContent();
			for (int index = 0; index < labels; index++) {
				int cell = index % 21;
				if (cell == 0 && index > 0) {
					document.newPage();
				}
				label(ink, 7.21f + 66.04f * (cell % 3), 297 - 15.15f - 38.1f * Math.floorDiv(cell, 3), Sample.label(index + 1),
						regular, bold);
			}
		}
	}

	private static void label(PdfContentByte ink, float left, float top, Job.Label label, BaseFont regular,
			BaseFont bold) throws Exception {
		BitMatrix symbol = new QRCodeWriter().encode(label.content(), BarcodeFormat.QR_CODE, 0, 0, HINTS);
		float module = SIDE / symbol.getWidth();
		for (int y = 0; y < symbol.getHeight(); y++) {
			for (int x = 0; x < symbol.getWidth(); x++) {
				if (symbol.get(x, y)) {
					ink.rectangle(points(left + 4.4f + x * module), points(top - 4.4f - (y + 1) * module),
							points(module), points(module));
				}
			}
		}
		ink.fill();
		ink.beginText();
		List<String> lines = Sample.lines();
		for (int n = 0; n < lines.size(); n++) {
			ink.setFontAndSize((n == 0) ? bold : regular, (n == 0) ? 11 : 8);
			ink.setTextMatrix(points(left + 25), points(top - 7 - 5 * n));
			ink.showText(lines.get(n));
		}
		ink.setFontAndSize(regular, 8);
		ink.setTextMatrix(points(left + 4.4f), points(top - 28.5f));
		ink.showText(label.letters());
		ink.endText();
	}

	private static BaseFont font(Path file) throws Exception {
		return BaseFont.createFont(file.toString(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
	}

	private static float points(float millimetres) {
		return Utilities.millimetersToPoints(millimetres);
	}

}
