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
import org.shenyuan.labels.LabelText.Style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class LabelSheetTests {

	private static final String INVITATION = "扫码溯源 · Scan to trace";

	private static final Style[] STYLES = { Style.TITLE, Style.SUBTITLE, Style.BODY, Style.BODY, Style.MARK,
			Style.NOTICE };

	private static final Typeface TYPEFACE = Typeface.notoSansSc();

	private static final LabelText TEXT = text(false, "长白山人参 · 红参", "红参 · 净含量 300 g", "清河示范参场 · 吉林集安",
			"五年生 · 2024年9月采收", "GAP 2024-0017");

	private static final LabelText FOOD = text(true, "生晒参", "人参 · 净含量 250 g", "清河示范参场（演示） · 集安市", "5年生 · 2024年9月采收",
			"道地药材科技示范基地 DEMO-2023-001", "孕妇、哺乳期妇女及14周岁以下儿童不宜食用；食用量≤3克/天");

	private static final LabelText DEMONSTRATION = text(true, "长白山人参", "红参 300 g", "清河示范参场", "五年生");

	private final LabelKeys keys = new LabelKeys(new TreeMap<>(Map.of(1, new byte[LabelKeys.KEY_BYTES])));

	static LabelText text(boolean demonstration, String... lines) {
		return new LabelText(
				IntStream.range(0, lines.length).mapToObj((i) -> new LabelText.Line(STYLES[i], lines[i])).toList(),
				INVITATION, demonstration);
	}

	private Job.Label label(int index) {
		LabelCode code = this.keys.encode(1, new LabelNumber(7, index));
		return new Job.Label(DigitalLink.of("https://trace.example.cn", new Gtin("9520123456788"), code),
				code.printed());
	}

	private byte[] written(LabelSheet sheet, int from, int to, int firstCell) throws IOException {
		var out = new ByteArrayOutputStream();
		sheet.pdf(new Job(from, to, firstCell, this::label), out);
		return out.toByteArray();
	}

	private LabelSheet sheet(LabelText text) throws IOException {
		return new LabelSheet(Stock.A4_3X7, Design.UNIT, text, TYPEFACE, label(1));
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
		assertThat(page.greyDots(Stock.A4_3X7, 2 + 37 * 7 * 25.4 / 300)).isZero();
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
			assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
				.contains(FOOD.lines().getLast().text());
		}
	}

	@Test
	void theSameArgumentsGiveTheSameBytes() throws IOException {
		byte[] first = written(sheet(TEXT), 1, 50, 3);
		assertThat(written(new LabelSheet(Stock.A4_3X7, Design.UNIT, TEXT, Typeface.notoSansSc(), label(1)), 1, 50, 3))
			.isEqualTo(first);
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
			assertThat(text).contains("长白山人参", "净含量 300 g", "清河示范参场", "2024年9月采收", "GAP 2024-0017", INVITATION)
				.doesNotContain("DEMO", "⼈", "⽩");
			assertThat(text.replace(" ", "")).contains(label(1).letters());
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
	void aSymbolSaysHowLargeItIsPrinted() throws IOException {
		LabelSheet.Printed printed = sheet(TEXT).printed();
		assertThat(printed.modules()).isEqualTo(29);
		assertThat(printed.moduleDots()).isEqualTo(7);
		assertThat(printed.moduleMillimetres()).isCloseTo(0.593, within(0.001));
		assertThat(printed.symbolMillimetres()).isCloseTo(17.19, within(0.01));
		assertThat(printed.belowGs1()).isFalse();
		var small = Stock.roll("S", "25 × 25 mm", LabelShape.rectangle(25, 25, 0), 1, 0, new Medium.Roll(27, 2));
		LabelSheet.Printed seal = new LabelSheet(small, Design.SEAL, text(false, "人参"), TYPEFACE, label(1)).printed();
		assertThat(seal.moduleDots()).isEqualTo(4);
		assertThat(seal.belowGs1()).isTrue();
	}

	@Test
	void aLabelOfAnotherRunThatIsTooLongIsRefused() throws IOException {
		LabelSheet sheet = sheet(TEXT);
		var longer = new Job.Label(label(1).content() + "X".repeat(200), label(1).letters());
		assertThatExceptionOfType(LabelRefused.class)
			.isThrownBy(() -> sheet.pdf(new Job(1, 1, 1, (index) -> longer), new ByteArrayOutputStream()))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(LabelRefused.Reason.CONTENT_TOO_LONG));
	}

	@Test
	void aStockTooSmallForTheSymbolIsRefused() {
		var small = Stock.sheet("L4730", "17.8 × 10 mm", 210, 297, LabelShape.rectangle(17.8, 10, 1.6),
				new Grid(10, 27, 6, 13, 20.3, 10));
		for (Design design : Design.values()) {
			assertThatExceptionOfType(LabelRefused.class)
				.isThrownBy(() -> new LabelSheet(small, design, TEXT, TYPEFACE, label(1)))
				.withMessageContaining("17.8 × 10 mm")
				.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(LabelRefused.Reason.LABEL_TOO_SMALL));
		}
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
