package org.shenyuan;

import java.awt.image.BufferedImage;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.shenyuan.Chromium.Seat;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What tests in a browser have in common. */
abstract class InBrowser {

	/** To the browser an element, to a template an expression, to a message a place. */
	static final String HOSTILE = "<script>alert(1)</script><img src=x>[[${123*99}]]__${123*99}__'{0}";

	private static Chromium chromium;

	@Autowired
	World world;

	@Autowired
	private MessageSource messages;

	@BeforeAll
	static void start() {
		chromium = Chromium.start();
	}

	@AfterAll
	static void end() {
		if (chromium != null) {
			chromium.close();
		}
	}

	/** Ten packs of the farmer, without labels. */
	void packs() {
		this.world.settle();
		tell(String.format(Locale.ROOT,
				"""
						{"type":"harvested","id":"%s","at":"2024-09-18T15:30:00+08:00","by":"FARM","plot":"P1","stand":"STAND-1","lot":"F-1","grossGrams":12600,"soilGrams":600,"crates":1}
						{"type":"packed","id":"%s","at":"2024-09-19T10:00:00+08:00","by":"FARM","facility":"SHED","inputs":[{"lot":"F-1","grams":3000}],"lot":"K-1","units":10,"unitGrams":300,"lostGrams":0}
						""",
				UUID.randomUUID(), UUID.randomUUID()));
	}

	void tell(String lines) {
		Api.Answer answer = this.world.as("admin").importFile(lines.stripTrailing());
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
	}

	Reader sit(Seat seat) {
		return chromium.seat(seat, this.world.address(), this.messages);
	}

	/**
	 * What a camera reads on the first label of a sheet, looking at the top left of it.
	 */
	static URI symbol(byte[] sheet) throws Exception {
		try (PDDocument document = Loader.loadPDF(sheet)) {
			BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 300);
			int width = page.getWidth() / 3;
			int height = page.getHeight() / 7;
			int[] pixels = page.getRGB(0, 0, width, height, null, 0, width);
			return URI.create(new QRCodeReader()
				.decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
				.getText());
		}
	}

}
