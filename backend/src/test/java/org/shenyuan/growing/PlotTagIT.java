package org.shenyuan.growing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shenyuan.Api;
import org.shenyuan.BackendTest;
import org.shenyuan.Problem;
import org.shenyuan.Visitor;
import org.shenyuan.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** A tag on a bed leads whoever runs it to its plot. */
@BackendTest
@Import(World.class)
class PlotTagIT {

	private static final String TAG = "/api/v1/plots/P1/tag.pdf";

	@Autowired
	private World world;

	@BeforeEach
	void settle() {
		this.world.settle();
	}

	@Test
	void aTagSaysWhatStandsThereAndItsSymbolLeadsThere() throws Exception {
		byte[] tag = this.world.as("farmer").bytes(TAG);
		assertThat(this.world.as("farmer").bytes(TAG)).isEqualTo(tag);
		try (PDDocument document = Loader.loadPDF(tag)) {
			assertThat(new PDFTextStripper().getText(document)).contains("一号地", "清河基地（演示）", "Panax ginseng", "2019",
					"P 1");
			assertThat(read(new PDFRenderer(document).renderImageWithDPI(0, 300)))
				.isEqualTo("HTTP://LOCALHOST:8080/P/P1");
		}
		Visitor grower = new Visitor(this.world.address(), Map.of());
		for (String path : new String[] { "/p/P1", "/P/P1" }) {
			assertThat(grower.get(path).headers().firstValue("Location"))
				.hasValueSatisfying((location) -> assertThat(location).endsWith("/login"));
		}
		HttpResponse<String> there = grower.login("farmer").get("/P/P1");
		assertThat(there.headers().firstValue("Location"))
			.hasValueSatisfying((location) -> assertThat(location).endsWith("/plots/P1"));
		assertThat(grower.get("/plots/P1").body()).contains("一号地", "STAND-1", "Print a tag", "20,000");
		assertThat(grower.get("/lots/STAND-1").body()).contains("/plots/P1");
	}

	private static String read(BufferedImage picture) throws Exception {
		int[] dots = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
		var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), dots);
		return new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
	}

	@Test
	void aWholeSheetOfTagsAndNoMore() throws IOException {
		Api farmer = this.world.as("farmer");
		assertThat(farmer.bytes(TAG + "?last=8&stock=A4-2x4&language=en")).isNotEmpty();
		assertThat(Problem.of(farmer.get(TAG + "?last=9", "*/*")).keys()).containsExactly("labels.range");
		assertThat(Problem.of(farmer.get(TAG + "?cell=9", "*/*")).keys()).containsExactly("labels.cell");
		assertThat(Problem.of(farmer.get(TAG + "?stock=A4-5x13", "*/*")).keys())
			.containsExactly("label.label-too-small");
		assertThat(Problem.of(farmer.get(TAG + "?stock=NONE", "*/*")).keys()).containsExactly("not-found");
	}

	@Test
	void othersFindNoPlotThere() {
		for (String person : new String[] { "farmer2", "worker", "chemist" }) {
			assertThat(Problem.of(this.world.as(person).get(TAG, "*/*")).status()).as(person).isEqualTo(404);
			assertThat(new Visitor(this.world.address(), Map.of()).login(person).get("/plots/P1").statusCode())
				.as(person)
				.isEqualTo(404);
		}
		assertThat(Problem.of(this.world.as("authority").get("/api/v1/plots/BASE-1/tag.pdf", "*/*")).status())
			.isEqualTo(404);
		assertThat(this.world.as("authority").get(TAG, "*/*").status()).isEqualTo(200);
		assertThat(Api.nobody(this.world.address()).get(TAG).status()).isEqualTo(401);
	}

}
