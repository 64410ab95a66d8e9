package org.shenyuan.labels;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CalibrationSheetTests {

	private static final Stock STOCK = Stock.A4_3X7;

	@Test
	void outlinesStandWhereLabelsWillAndTheRulerSaysItsLength() throws IOException {
		var out = new ByteArrayOutputStream();
		CalibrationSheet.write(STOCK, Typeface.notoSansSc(), out);
		PrintedPage page = PrintedPage.of(out.toByteArray(), 0);
		for (int cell = 0; cell < STOCK.cells(); cell++) {
			double middle = STOCK.y(cell) + STOCK.labelHeight() / 3;
			assertThat(page.dark(STOCK.x(cell), middle)).isTrue();
			assertThat(page.dark(STOCK.x(cell) + STOCK.labelWidth(), middle)).isTrue();
			assertThat(page.dark(STOCK.x(cell) + 5, middle)).isFalse();
		}
		assertThat(page.dark(55, 297 / 2.0)).isTrue();
		assertThat(page.dark(155, 297 / 2.0)).isTrue();
		try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
			assertThat(new PDFTextStripper().getText(document)).contains("100 mm");
		}
	}

}
