package org.shenyuan.labels;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shenyuan.labels.LabelSheet.Kind;
import org.shenyuan.labels.LabelText.Line;
import org.shenyuan.labels.LabelText.Style;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

/** One run in every kind of output, read back from what was written. */
class OutputsTests {

	private static final Typeface TYPEFACE = Typeface.notoSansSc();

	private static final Stock ROLL = Stock.roll("60x40", "60 × 40 mm", LabelShape.rectangle(60, 40, 1), 1, 0,
			new Medium.Roll(62, 2));

	private static final LabelText TEXT = LabelSheetTests.text(true, "长白山人参", "净含量 300 g", "清河示范参场 · 集安市", "5年生",
			"GAP DEMO-2024-0017");

	private static final String CODES = "ABCDEFGHJKMNPQR";

	private static Job.Label label(Kind kind, int index) {
		var code = new LabelCode(CODES + LabelCode.ALPHABET.charAt(index));
		var gtin = new Gtin("9520123456788");
		return new Job.Label((kind == Kind.QR) ? DigitalLink.of("https://trace.example.cn", gtin, code)
				: DigitalLink.elements(gtin, code), code.printed());
	}

	private static Job job(Kind kind, int from, int to, int firstCell) {
		return new Job(from, to, firstCell, (index) -> label(kind, index));
	}

	private static LabelSheet sheet(Stock stock, Kind kind, int dotsPerInch) throws IOException {
		return new LabelSheet(stock, Design.UNIT, TEXT, TYPEFACE, label(kind, 1), kind, dotsPerInch);
	}

	private static String read(BufferedImage picture) {
		return SelfCheck.read(picture, Decoder.zxing());
	}

	@ParameterizedTest
	@ValueSource(ints = { 203, 300, 600 })
	void aPngIsThePrintersDotsAndSaysHowLargeTheyAre(int dotsPerInch) throws Exception {
		var out = new ByteArrayOutputStream();
		sheet(ROLL, Kind.QR, dotsPerInch).png(job(Kind.QR, 3, 3, 1), out);
		BufferedImage picture = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
		assertThat(picture.getWidth())
			.isEqualTo((dotsPerInch == 203) ? 480 : (int) Math.round(60 / 25.4 * dotsPerInch));
		assertThat(read(picture)).isEqualTo(label(Kind.QR, 3).content());
		ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
		reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(out.toByteArray())));
		var root = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
		var physical = (IIOMetadataNode) root.getElementsByTagName("pHYs").item(0);
		assertThat(Double.parseDouble(physical.getAttribute("pixelsPerUnitXAxis"))).isBetween(dotsPerInch / 0.0254 - 20,
				dotsPerInch / 0.0254 + 20);
	}

	@Test
	void anSvgHasEveryLabelInItsCellAndNoTextThatNeedsAFont() throws Exception {
		String svg = sheet(Stock.A4_3X7, Kind.QR, 300).svg(job(Kind.QR, 1, 5, 20));
		Document document = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new InputSource(new StringReader(svg)));
		assertThat(document.getDocumentElement().getAttribute("width")).isEqualTo("210mm");
		assertThat(document.getElementsByTagName("text").getLength()).isZero();
		NodeList uses = document.getElementsByTagName("use");
		assertThat(uses.getLength()).as("two places were left on the sheet").isEqualTo(2);
		assertThat(Objects.requireNonNull(uses.item(0).getParentNode())
			.getAttributes()
			.getNamedItem("transform")
			.getNodeValue()).isEqualTo("translate(73.25 243.75)");
	}

	@Test
	void theSameChoiceGivesTheSameBytes() throws IOException {
		for (Kind kind : Kind.values()) {
			assertThat(zpl(sheet(ROLL, kind, 203), job(kind, 1, 3, 1)))
				.isEqualTo(zpl(sheet(ROLL, kind, 203), job(kind, 1, 3, 1)));
			assertThat(sheet(ROLL, kind, 203).svg(job(kind, 1, 1, 1)))
				.isEqualTo(sheet(ROLL, kind, 203).svg(job(kind, 1, 1, 1)));
		}
	}

	private static String zpl(LabelSheet sheet, Job job) throws IOException {
		var out = new ByteArrayOutputStream();
		sheet.zpl(job, out);
		return out.toString(StandardCharsets.US_ASCII);
	}

	static Stream<Object[]> printers() {
		return Stream.of(Kind.values())
			.flatMap((kind) -> Stream.of(203, 300, 600).map((dots) -> new Object[] { kind, dots }));
	}

	@ParameterizedTest
	@MethodSource("printers")
	void aThermalPrinterGetsEachLabelWithModulesOfWholeDots(Kind kind, int dotsPerInch) throws IOException {
		LabelSheet sheet = sheet(ROLL, kind, dotsPerInch);
		ZplPrinter printer = ZplPrinter.of(zpl(sheet, job(kind, 1, 4, 1)));
		Rectangle symbol = sheet.raster().place(sheet.drawn(label(kind, 1)));
		assertThat(printer.labels()).hasSize(4);
		for (int i = 0; i < 4; i++) {
			BufferedImage label = printer.labels().get(i);
			assertThat(label.getWidth())
				.isEqualTo((dotsPerInch == 203) ? 480 : (int) Math.round(60 / 25.4 * dotsPerInch));
			assertThat(read(around(label, symbol))).isEqualTo(label(kind, i + 1).content().replaceAll("[()]", ""));
		}
		LabelSheet.Printed printed = sheet.printed();
		assertThat(printed.moduleMillimetres()).isGreaterThanOrEqualTo(0.33);
		assertThat(symbol.width).isEqualTo((int) (printed.modules() * printed.moduleDots()));
		assertThat(ZplPrinter.runs(printer.labels().getFirst(), symbol)).hasSizeGreaterThan(printed.modules())
			.allSatisfy((run) -> assertThat(run % printed.moduleDots()).isZero());
	}

	/** Readers of Data Matrix want it in the middle of the picture. */
	private static BufferedImage around(BufferedImage label, Rectangle symbol) {
		int edge = Math.min(symbol.x, symbol.y) / 2;
		return label.getSubimage(symbol.x - edge, symbol.y - edge, symbol.width + 2 * edge, symbol.height + 2 * edge);
	}

	/** Of several abreast the last row may be short. */
	@Test
	void labelsAbreastAreOneStepOfTheRoll() throws IOException {
		Stock two = Stock.roll("2x", "2 × 60 × 40 mm", LabelShape.rectangle(60, 40, 1), 2, 3, new Medium.Roll(127, 2));
		ZplPrinter printer = ZplPrinter.of(zpl(sheet(two, Kind.QR, 203), job(Kind.QR, 1, 3, 1)));
		assertThat(printer.labels()).hasSize(2);
		BufferedImage row = printer.labels().getFirst();
		assertThat(read(row.getSubimage(0, 0, 480, 320))).isEqualTo(label(Kind.QR, 1).content());
		assertThat(read(row.getSubimage(504, 0, 480, 320))).isEqualTo(label(Kind.QR, 2).content());
		assertThat(read(printer.labels().get(1))).isEqualTo(label(Kind.QR, 3).content());
	}

	/** Whatever a text says, a printer gets the same commands and only other dots. */
	@Test
	void noTextBecomesACommand() throws IOException {
		String plain = zpl(new LabelSheet(ROLL, Design.UNIT, text("人参"), TYPEFACE, label(Kind.QR, 1), Kind.QR, 203),
				job(Kind.QR, 1, 2, 1));
		for (String hostile : List.of("^XZ^XA^JUF^XZ", "~JR ~DGR:A.GRF", "(a) Tj ET \\) >> endobj", "=1+1;-2|cmd",
				"<script>&amp;${7*7}", "%PDF-1.7 stream", "\\u0041 \\n %n %s")) {
			LabelSheet sheet = new LabelSheet(ROLL, Design.UNIT, text(hostile), TYPEFACE, label(Kind.QR, 1), Kind.QR,
					203);
			assertThat(commands(zpl(sheet, job(Kind.QR, 1, 2, 1)))).isEqualTo(commands(plain));
			var pdf = new ByteArrayOutputStream();
			sheet.pdf(job(Kind.QR, 1, 2, 1), pdf);
			assertThat(PrintedPage.text(pdf.toByteArray()).replace(" ", "").replace("\n", ""))
				.contains(hostile.replace(" ", ""));
			assertThat(read(PrintedPage.of(pdf.toByteArray(), 0).image())).isEqualTo(label(Kind.QR, 1).content());
			assertThat(sheet.svg(job(Kind.QR, 1, 1, 1))).doesNotContain("script", "7*7");
		}
	}

	private static LabelText text(String line) {
		return new LabelText(List.of(new Line(Style.TITLE, line)), "", false);
	}

	private static List<String> commands(String zpl) {
		return zpl.lines().map((line) -> line.replaceAll("[0-9]+,[0-9]+,[^~^]*", "…")).toList();
	}

	@ParameterizedTest
	@EnumSource
	void everyDesignReadsBack(Design design) throws IOException {
		Stock large = Stock.roll("100x70", "100 × 70 mm", LabelShape.rectangle(100, 70, 1), 1, 0,
				new Medium.Roll(102, 2));
		LabelSheet sheet = new LabelSheet(large, design, TEXT, TYPEFACE, label(Kind.QR, 1));
		assertThat(new SelfCheck(sheet).demand(job(Kind.QR, 1, 20, 1), 5)).isEqualTo(5);
		assertThat(new SelfCheck(sheet).demand(job(Kind.QR, 1, 2, 1), 5)).isEqualTo(2);
	}

}
