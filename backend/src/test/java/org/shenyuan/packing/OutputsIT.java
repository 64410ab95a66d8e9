package org.shenyuan.packing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import javax.imageio.ImageIO;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shenyuan.Api.Answer;
import org.shenyuan.BackendTest;
import org.shenyuan.World;
import org.shenyuan.events.Role;
import org.shenyuan.recall.Chain;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** A run on the stocks, in the languages and for the printers that people have. */
@BackendTest
@Import(World.class)
class OutputsIT {

	private static final String RUN = "/api/v1/runs/RUN-1/";

	@Autowired
	private World world;

	@BeforeEach
	void settle() {
		this.world.settle();
		this.world.open("foreman", "FARM", Role.GROWER, Role.PROCESSOR);
		this.world.as("farmer");
		var chain = new Chain(this.world);
		chain.dug("F1", "2024-09-18", 4_000);
		chain.packed("FARM", "F1", 4_000, 100, "PK");
		chain.issued("FARM", "PK", "RUN-1", 40);
	}

	private byte[] bytes(String path) {
		return this.world.as("foreman").bytes(RUN + path);
	}

	private static String read(BufferedImage picture) throws NotFoundException {
		int[] dots = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
		var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), dots);
		return new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
	}

	@Test
	void aThermalPrinterAndAPictureSayTheSame() throws Exception {
		String scan = this.world.as("foreman").get(RUN.substring(0, RUN.length() - 1)).json().get("scan").asString();
		BufferedImage picture = ImageIO
			.read(new ByteArrayInputStream(bytes("sheet.png?stock=ROLL-60x40&dpi=203&first=1&last=1")));
		assertThat(picture.getWidth()).isEqualTo(480);
		assertThat(picture.getHeight()).isEqualTo(320);
		assertThat(read(picture)).isEqualTo(scan);
		String zpl = new String(bytes("sheet.zpl?stock=ROLL-60x40&dpi=203&first=1&last=3"), StandardCharsets.US_ASCII);
		assertThat(zpl).startsWith("~DGR:SHARED.GRF,").contains("^PW480^LL320");
		assertThat(zpl.split("\\^XZ", -1)).hasSize(3 + 1 + 1);
		assertThat(new String(bytes("sheet.svg?first=1&last=3&cell=20"), StandardCharsets.UTF_8)).startsWith("<svg ")
			.contains("width=\"210mm\"");
	}

	@Test
	void eachMarketReadsItsOwnLanguageAndWhatIsPrintedStays() throws IOException {
		assertThat(text("sheet.pdf?last=1")).contains("净含量", "扫码溯源");
		assertThat(text("sheet.pdf?last=1&language=en")).contains("Net weight 100 g", "Panax ginseng");
		byte[] before = bytes("sheet.pdf?stock=A4-2x4&language=en&cell=3");
		assertThat(bytes("sheet.pdf?stock=A4-2x4&language=en&cell=3")).isEqualTo(before);
		assertThat(bytes("sheet.pdf?stock=A4-2x4&language=en&cell=3&right=0.4")).isNotEqualTo(before);
		assertThat(bytes("sheet.pdf?stock=A4-2x4&language=en&cell=3&symbol=DATA_MATRIX")).isNotEqualTo(before);
	}

	private String text(String path) throws IOException {
		try (PDDocument document = Loader.loadPDF(bytes(path))) {
			return new PDFTextStripper().getText(document);
		}
	}

	@ParameterizedTest
	@CsvSource({ "stock=NO-SUCH,404,not-found,stock", "language=fr,404,not-found,language", "dpi=72,422,labels.dpi,dpi",
			"dpi=many,400,json.value,dpi", "design=BANNER,400,json.value,design", "right=11,422,label.bad-length,right",
			"down=-11,422,label.bad-length,down", "stock=A4-2x4&right=9,422,label.off-paper,right",
			"printer=NO-SUCH,404,not-found,printer", "stock=ROLL-30x20-2,422,label.label-too-small,stock",
			"cell=22,422,labels.cell,cell", "first=41,422,labels.range,last" })
	void whatCannotBePrintedIsRefusedByName(String choice, int status, String key, String field) {
		for (String kind : new String[] { "pdf", "svg", "png", "zpl" }) {
			Answer answer = this.world.as("foreman").get(RUN + "sheet." + kind + "?" + choice, "*/*");
			assertThat(answer.status()).as(answer.body()).isEqualTo(status);
			assertThat(answer.json().at("/errors/0/key").asString()).isEqualTo(key);
			assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
		}
	}

}
