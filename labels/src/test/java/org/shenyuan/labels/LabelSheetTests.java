package org.shenyuan.labels;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LabelSheetTests {

	private static final Typeface TYPEFACE = Typeface.notoSansSc();

	private static final LabelText TEXT = new LabelText("长白山人参 · 红参", "红参 · 净含量 300 g", "清河示范参场 · 吉林集安",
			"五年生 · 2024年9月采收", "GAP 2024-0017", "", false);

	private static final LabelText FOOD = new LabelText("生晒参", "人参 · 净含量 250 g", "清河示范参场（演示） · 集安市", "5年生 · 2024年9月采收",
			"道地药材科技示范基地 DEMO-2023-001", "孕妇、哺乳期妇女及14周岁以下儿童不宜食用；食用量≤3克/天", true);

	private static final LabelText DEMONSTRATION = new LabelText("长白山人参", "红参 300 g", "清河示范参场", "五年生", "", "", true);

	private final LabelKeys keys = new LabelKeys(new TreeMap<>(Map.of(1, new byte[LabelKeys.KEY_BYTES])));

	private LabelSheet.Label label(int index) {
		LabelCode code = this.keys.encode(1, new LabelNumber(7, index));
		return new LabelSheet.Label(DigitalLink.of("https://trace.example.cn", new Gtin("9520123456788"), code), code);
	}

	private byte[] written(LabelSheet sheet, int from, int to, int firstCell) throws IOException {
		var out = new ByteArrayOutputStream();
		sheet.write(from, to, firstCell, this::label, out);
		return out.toByteArray();
	}

	private static LabelSheet sheet(LabelText text) throws IOException {
		return new LabelSheet(Stock.A4_3X7, text, TYPEFACE);
	}

	private List<String> contents(int from, int to) {
		return IntStream.rangeClosed(from, to).mapToObj((index) -> label(index).content()).toList();
	}

	@Test
	void everyLabelOfAPageIsReadInItsPlace() throws IOException {
		for (LabelText text : List.of(TEXT, DEMONSTRATION)) {
			PrintedPage page = PrintedPage.of(written(sheet(text), 1, 21, 1), 0);
			assertThat(page.readCells(Stock.A4_3X7)).isEqualTo(contents(1, 21));
		}
	}

	/** Scanners lose a symbol now and then whose edges are grey. */
	@Test
	void everyModuleIsWholeDotsOfAnOfficePrinter() throws IOException {
		PrintedPage page = PrintedPage.of(written(sheet(TEXT), 1, 21, 1), 0);
		assertThat(page.greyDots(Stock.A4_3X7, Artwork.MARGIN + Artwork.SYMBOL)).isZero();
		assertThat(page.greyDots(Stock.A4_3X7, Stock.A4_3X7.labelHeight())).isPositive();
	}

	@Test
	void aUsedSheetIsFilledFromItsFirstFreeCell() throws IOException {
		byte[] pdf = written(sheet(TEXT), 5, 12, 20);
		List<String> first = PrintedPage.of(pdf, 0).readCells(Stock.A4_3X7);
		assertThat(first.subList(0, 19)).containsOnly("");
		assertThat(first.subList(19, 21)).isEqualTo(contents(5, 6));
		List<String> second = PrintedPage.of(pdf, 1).readCells(Stock.A4_3X7);
		assertThat(second.subList(0, 6)).isEqualTo(contents(7, 12));
		assertThat(second.subList(6, 21)).containsOnly("");
	}

	@Test
	void nothingIsPrintedNearTheEdgeOfALabel() throws IOException {
		for (LabelText text : List.of(TEXT, DEMONSTRATION, FOOD)) {
			PrintedPage page = PrintedPage.of(written(sheet(text), 1, 21, 1), 0);
			assertThat(page.inkNearEdges(Stock.A4_3X7, 2)).isZero();
			assertThat(page.inkNearEdges(Stock.A4_3X7, 8)).isPositive();
		}
	}

	@Test
	void aWarningIsPrintedInFull() throws IOException {
		try (PDDocument document = Loader.loadPDF(written(sheet(FOOD), 1, 1, 1))) {
			assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", "")).contains(FOOD.warning());
		}
	}

	@Test
	void theSameArgumentsGiveTheSameBytes() throws IOException {
		byte[] first = written(sheet(TEXT), 1, 50, 3);
		assertThat(written(new LabelSheet(Stock.A4_3X7, TEXT, Typeface.notoSansSc()), 1, 50, 3)).isEqualTo(first);
		assertThat(written(sheet(TEXT), 2, 51, 3)).isNotEqualTo(first);
	}

	@Test
	void threadsShareATypefaceAndASheet() throws IOException {
		LabelSheet shared = sheet(TEXT);
		byte[] alone = written(shared, 1, 30, 1);
		assertThat(IntStream.range(0, 16).parallel().mapToObj((i) -> {
			try {
				return written((i % 2 == 0) ? shared : sheet(TEXT), 1, 30, 1);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		})).allSatisfy((bytes) -> assertThat(bytes).isEqualTo(alone));
	}

	/** A font that shares glyphs with the Kangxi radicals must not answer with those. */
	@Test
	void copiedTextIsTheTextThatWasGiven() throws IOException {
		try (PDDocument document = Loader.loadPDF(written(sheet(TEXT), 1, 1, 1))) {
			String text = new PDFTextStripper().getText(document);
			assertThat(text).contains("长白山人参", "净含量 300 g", "清河示范参场", "2024年9月采收", "GAP 2024-0017", Artwork.INVITATION)
				.doesNotContain("DEMO", "⼈", "⽩");
			assertThat(text.replace(" ", "")).contains(label(1).code().printed());
		}
	}

	@Test
	void aDemonstrationSaysSo() throws IOException {
		try (PDDocument document = Loader.loadPDF(written(sheet(DEMONSTRATION), 1, 3, 1))) {
			String text = new PDFTextStripper().getText(document);
			assertThat(text.split("演示 DEMO", -1)).hasSize(3 + 1);
		}
	}

	@Test
	void viewersAreAskedNotToScale() throws IOException {
		try (PDDocument document = Loader.loadPDF(written(sheet(TEXT), 1, 1, 1))) {
			assertThat(document.getDocumentCatalog().getViewerPreferences().getPrintScaling()).isEqualTo("None");
			assertThat(document.getDocumentInformation().getCOSObject().containsKey(COSName.CREATION_DATE)).isFalse();
			assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(595.27f, 595.28f);
		}
	}

	@Test
	void aLabelCostsFewBytes() throws IOException {
		LabelSheet sheet = sheet(TEXT);
		int more = written(sheet, 1, 210, 1).length - written(sheet, 1, 105, 1).length;
		assertThat(more / 105).isLessThan(700);
		assertThat(written(sheet, 1, 1, 1).length).isLessThan(40_000);
	}

	@Test
	void sheetsOfPaperAreCounted() throws IOException {
		LabelSheet sheet = sheet(TEXT);
		assertThat(sheet.sheets(1600, 1)).isEqualTo(77);
		assertThat(sheet.sheets(21, 1)).isEqualTo(1);
		assertThat(sheet.sheets(21, 2)).isEqualTo(2);
		try (PDDocument document = Loader.loadPDF(written(sheet, 1, 43, 21))) {
			assertThat(document.getNumberOfPages()).isEqualTo(sheet.sheets(43, 21)).isEqualTo(3);
		}
	}

	@Test
	void aModuleTooSmallForAPhoneIsRefused() throws IOException {
		var sheet = new LabelSheet(Stock.A4_3X7, TEXT, TYPEFACE, ErrorCorrection.H);
		assertThat(sheet.moduleMillimetres(label(1).content())).isBetween(0.45, 0.55);
		var longer = new LabelSheet.Label(label(1).content() + "X".repeat(200), label(1).code());
		assertThatExceptionOfType(LabelRefused.class)
			.isThrownBy(() -> sheet.write(1, 1, 1, (index) -> longer, new ByteArrayOutputStream()))
			.withMessageContaining("0.33 mm")
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(LabelRefused.Reason.MODULE_TOO_SMALL));
	}

	@Test
	void aStockTooSmallForTheSymbolIsRefused() {
		var small = Stock.sheet("L4732", "35.6 × 16.9 mm", 210, 297, LabelShape.rectangle(35.6, 16.9, 1.5),
				new Grid(5, 16, 11, 13, 38.1, 16.9));
		assertThatExceptionOfType(LabelRefused.class).isThrownBy(() -> new LabelSheet(small, TEXT, TYPEFACE))
			.withMessageContaining("35.6 × 16.9 mm");
	}

	@Test
	void impossibleRangesAreRefused() throws IOException {
		LabelSheet sheet = sheet(TEXT);
		assertThatIllegalArgumentException().isThrownBy(() -> written(sheet, 2, 1, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> written(sheet, 1, 1, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> written(sheet, 1, 1, 22))
			.withMessageContaining("21 labels");
	}

}
