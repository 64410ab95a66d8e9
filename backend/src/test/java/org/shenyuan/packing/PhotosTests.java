package org.shenyuan.packing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a phone sends: photographs near and far, and what is none. */
class PhotosTests {

	private static final String LINK = "HTTPS://TRACE.EXAMPLE/01/09521234543220/21/T3ZRCGXPY8X8PG2B";

	private final Photos photos = new Photos();

	/** A label of so many dots in the middle of a photograph, turned; none of 0. */
	private static byte[] photo(int width, int height, int symbol, double degrees, String kind)
			throws IOException, WriterException {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D pen = picture.createGraphics();
		pen.setColor(new Color(0x9A8F80));
		pen.fillRect(0, 0, width, height);
		pen.rotate(Math.toRadians(degrees), width / 2.0, height / 2.0);
		if (symbol > 0) {
			var modules = new QRCodeWriter().encode(LINK, BarcodeFormat.QR_CODE, symbol, symbol);
			var label = new BufferedImage(symbol, symbol, BufferedImage.TYPE_INT_RGB);
			for (int y = 0; y < symbol; y++) {
				for (int x = 0; x < symbol; x++) {
					label.setRGB(x, y, modules.get(x, y) ? 0x1F1B16 : 0xFBF8F2);
				}
			}
			pen.drawImage(label, (width - symbol) / 2, (height - symbol) / 2, null);
		}
		pen.dispose();
		var bytes = new ByteArrayOutputStream();
		ImageIO.write(picture, kind, bytes);
		return bytes.toByteArray();
	}

	@ParameterizedTest
	@CsvSource({ "640, 480, 300, 0, png", "640, 480, 300, 0, jpeg", "3000, 4000, 900, 12, jpeg",
			"3000, 4000, 2400, 90, jpeg", "4000, 3000, 700, 180, jpeg" })
	void aLabelIsReadNearAndFarAndTurned(int width, int height, int symbol, double degrees, String kind)
			throws IOException, WriterException {
		assertThat(this.photos.read(photo(width, height, symbol, degrees, kind), "first")).isEqualTo(LINK);
	}

	@Test
	void whatIsNoPhotographIsTurnedAwayByItsFirstBytes() {
		assertThat(refused("GIF89a".getBytes(StandardCharsets.US_ASCII)).key()).isEqualTo("photo.kind");
		assertThat(refused("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.US_ASCII)).key())
			.isEqualTo("photo.kind");
		assertThat(refused(new byte[0]).key()).isEqualTo("photo.kind");
	}

	@Test
	void aPictureTooLargeIsTurnedAwayBeforeItIsUnpacked() {
		Refusal refusal = refused(header(8001, 8000));
		assertThat(refusal.key()).isEqualTo("photo.large");
		assertThat(refusal.values().values()).containsExactly(8001, 8000, 64L);
		// As large as may be, but there is nothing behind the header.
		assertThat(refused(header(8000, 8000)).key()).isEqualTo("photo.broken");
		assertThat(refused(header(Integer.MAX_VALUE, Integer.MAX_VALUE)).key()).isEqualTo("photo.large");
	}

	@Test
	void halfAPhotographAndOneWithoutALabelAreTurnedAway() throws IOException, WriterException {
		byte[] whole = photo(640, 480, 300, 0, "png");
		assertThat(refused(Arrays.copyOf(whole, 60)).key()).isEqualTo("photo.broken");
		assertThat(refused(photo(640, 480, 0, 0, "jpeg")).key()).isEqualTo("photo.unreadable");
	}

	private Refusal refused(byte[] photo) {
		var refused = new Refusal[1];
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.photos.read(photo, "first"))
			.satisfies((ex) -> refused[0] = ex.refusals().getFirst());
		assertThat(refused[0].field()).isEqualTo("first");
		return refused[0];
	}

	/** The beginning of a PNG that says how large it is, and nothing more. */
	private static byte[] header(int width, int height) {
		byte[] chunk = ByteBuffer.allocate(17)
			.put("IHDR".getBytes(StandardCharsets.US_ASCII))
			.putInt(width)
			.putInt(height)
			.put(new byte[] { 8, 2, 0, 0, 0 })
			.array();
		CRC32 sum = new CRC32();
		sum.update(chunk);
		return ByteBuffer.allocate(8 + 4 + 17 + 4)
			.put(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' })
			.putInt(13)
			.put(chunk)
			.putInt((int) sum.getValue())
			.array();
	}

}
