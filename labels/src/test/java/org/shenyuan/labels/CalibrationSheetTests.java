package org.shenyuan.labels;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CalibrationSheetTests {

	private static final Stock STOCK = Stock.A4_3X7;

	private static final Typeface TYPEFACE = Typeface.notoSansSc();

	private static byte[] written(Stock stock) throws IOException {
		var out = new ByteArrayOutputStream();
		CalibrationSheet.write(stock, TYPEFACE, out);
		return out.toByteArray();
	}

	private static String text(Stock stock) throws IOException {
		try (PDDocument document = Loader.loadPDF(written(stock))) {
			assertThat(document.getNumberOfPages()).isEqualTo(1);
			return new PDFTextStripper().getText(document);
		}
	}

	private static void outlined(PrintedPage page, Stock stock, int cell, double part) {
		double middle = stock.y(cell) + stock.labelHeight() * part;
		assertThat(page.dark(stock.x(cell), middle)).isTrue();
		assertThat(page.dark(stock.x(cell) + stock.labelWidth(), middle)).isTrue();
		assertThat(page.dark(stock.x(cell) + 5, middle)).isFalse();
	}

	@Test
	void outlinesStandWhereLabelsWill() throws IOException {
		for (Stock stock : new Stock[] { STOCK, STOCK.shifted(0.7, -1.2) }) {
			PrintedPage page = PrintedPage.of(written(stock), 0);
			for (int cell : new int[] { 0, 1, 2, 3, 5, 18, 19, 20 }) {
				outlined(page, stock, cell, 0.5);
			}
		}
	}

	@Test
	void everyGridAndAnyShapeIsOutlined() throws IOException {
		Stock two = Stock.sheet("x", "x", 210, 297, LabelShape.ellipse(60, 30), new Grid(3, 2, 10, 10, 65, 35),
				new Grid(2, 1, 20, 250, 70, 0));
		PrintedPage page = PrintedPage.of(written(two), 0);
		for (int cell = 0; cell < two.cells(); cell++) {
			outlined(page, two, cell, 0.5);
			// An ellipse's corners are empty.
			assertThat(page.dark(two.x(cell) + 3, two.y(cell) + 3)).isFalse();
		}
	}

	@Test
	void crossesStandTenMillimetresFromTheEdgesAndInTheMiddle() throws IOException {
		PrintedPage page = PrintedPage.of(written(STOCK), 0);
		PrintedPage shifted = PrintedPage.of(written(STOCK.shifted(1.5, 2)), 0);
		double[][] places = { { 10, 10 }, { 200, 10 }, { 10, 287 }, { 200, 287 }, { 105, 148.5 } };
		for (double[] place : places) {
			assertThat(page.dark(place[0] + 1, place[1])).isTrue();
			assertThat(page.dark(place[0], place[1] - 1)).isTrue();
			assertThat(page.dark(place[0] + 1, place[1] - 1)).isFalse();
			assertThat(shifted.dark(place[0] + 2.5, place[1] + 2)).isTrue();
			assertThat(shifted.dark(place[0] + 1.5, place[1] + 1)).isTrue();
		}
	}

	@Test
	void bothRulersAreAHundredMillimetresLong() throws IOException {
		PrintedPage page = PrintedPage.of(written(STOCK), 0);
		for (int tick = 0; tick <= 100; tick += 10) {
			assertThat(page.dark(55 + tick, 198.5 + 2.5)).isTrue();
			assertThat(tick == 0 || page.dark(55 - 2.5, 198.5 - tick)).isTrue();
		}
		assertThat(page.dark(155.7, 198.5)).isFalse();
		assertThat(page.dark(55, 97.8)).isFalse();
	}

	@Test
	void itSaysWhatItIsForAndWhichOffsetItHas() throws IOException {
		assertThat(text(STOCK.shifted(0.3, -0.5))).contains(STOCK.name(), "+0.3 mm", "-0.5 mm", "100 mm", "按 100% 打印",
				"Print at 100 %");
	}

	@Test
	void aRollsPageIsItsLabel() throws IOException {
		for (CuratedStock curated : Stocks.curated()) {
			Stock stock = curated.stock();
			PrintedPage page = PrintedPage.of(written(stock), 0);
			assertThat(page.image().getWidth()).isCloseTo((int) Math.round(stock.paperWidth() / 25.4 * 300),
					org.assertj.core.data.Offset.offset(1));
		}
		assertThat(text(Stocks.find("ROLL-100x70").orElseThrow().stock())).contains("Roll 100 × 70 mm", "80")
			.doesNotContain("90", "100 mm");
	}

	@Test
	void aSmallRollSaysItsOffsetToo() throws IOException {
		Stock stock = Stocks.find("ROLL-60x40").orElseThrow().stock();
		assertThat(text(stock.shifted(0, 0.4))).contains(stock.name(), "+0.0 mm", "+0.4 mm");
	}

	@Test
	void aNameThatCannotBePrintedIsRefused() {
		Stock stock = Stock.sheet("x", "라벨", 210, 297, LabelShape.rectangle(50, 30, 0), new Grid(1, 1, 10, 10, 0, 0));
		assertThatExceptionOfType(LabelRefused.class).isThrownBy(() -> written(stock)).withMessageContaining("라");
	}

}
