package org.shenyuan.labels;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import org.shenyuan.labels.LabelSheet.Drawn;

/**
 * Labels as ZPL II. What all labels share is sent once and recalled; each label's own
 * part is a graphic of its own, in the hexadecimal with repeat counts that printers
 * unpack (ZPL II Programming Guide, ~DG and ^GF).
 */
final class ZplLabels {

	private static final String SHARED = "R:SHARED.GRF";

	/** Letters for 1 to 19 and for 20, 40 … 400 times the digit that follows. */
	private static final String ONES = "GHIJKLMNOPQRSTUVWXY";

	private static final String TWENTIES = "ghijklmnopqrstuvwxyz";

	private static final String DIGITS = "0123456789ABCDEF";

	private static final int MIDDLE_GREY = 128;

	private final Stock stock;

	private final Dots dots;

	private final RasterLabels raster;

	ZplLabels(Stock stock, Dots dots, RasterLabels raster) {
		this.stock = stock;
		this.dots = dots;
		this.raster = raster;
	}

	void write(Job job, Function<Job.Label, Drawn> draw, OutputStream out) throws IOException {
		var zpl = new BufferedOutputStream(out);
		send(zpl, "~DG" + SHARED + "," + graphic(this.raster.shared()) + "\n");
		int index = job.from();
		int cell = job.firstCell() - 1;
		while (index <= job.to()) {
			send(zpl, "^XA^LH0,0^PW" + this.dots.count(this.stock.paperWidth()) + "^LL"
					+ this.dots.count(this.stock.paperHeight()) + "\n");
			for (; cell < this.stock.cells() && index <= job.to(); cell++, index++) {
				String place = "^FO" + this.dots.count(this.stock.x(cell)) + "," + this.dots.count(this.stock.y(cell));
				String own = graphic(this.raster.own(draw.apply(job.labels().apply(index))));
				String length = own.substring(0, own.indexOf(','));
				send(zpl, place + "^XG" + SHARED + ",1,1^FS\n" + place + "^GFA," + length + "," + own + "^FS\n");
			}
			cell = 0;
			send(zpl, "^XZ\n");
		}
		send(zpl, "^XA^ID" + SHARED + "^FS^XZ\n");
		zpl.flush();
	}

	private static void send(OutputStream out, String command) throws IOException {
		out.write(command.getBytes(StandardCharsets.US_ASCII));
	}

	/** Bytes in all, bytes in a row, and the dots, a bit each, rows on whole bytes. */
	static String graphic(BufferedImage image) {
		int rowDigits = Math.ceilDiv(image.getWidth(), 8) * 2;
		var data = new StringBuilder();
		int[] grey = new int[image.getWidth()];
		String above = "";
		for (int y = 0; y < image.getHeight(); y++) {
			image.getRaster().getSamples(0, y, image.getWidth(), 1, 0, grey);
			String row = packed(digits(grey, rowDigits));
			data.append(row.equals(above) ? ":" : row);
			above = row;
		}
		return image.getHeight() * rowDigits / 2 + "," + rowDigits / 2 + "," + data;
	}

	private static String digits(int[] grey, int rowDigits) {
		char[] digits = new char[rowDigits];
		for (int digit = 0; digit < rowDigits; digit++) {
			int value = 0;
			for (int x = 4 * digit; x < 4 * digit + 4; x++) {
				value = 2 * value + ((x < grey.length && grey[x] < MIDDLE_GREY) ? 1 : 0);
			}
			digits[digit] = DIGITS.charAt(value);
		}
		return new String(digits);
	}

	private static String packed(String digits) {
		int end = digits.length();
		while (end > 0 && digits.charAt(end - 1) == '0') {
			end--;
		}
		var packed = new StringBuilder();
		for (int start = 0; start < end;) {
			int next = start + 1;
			while (next < end && digits.charAt(next) == digits.charAt(start)) {
				next++;
			}
			packed.append(times(next - start)).append(digits.charAt(start));
			start = next;
		}
		// A comma fills the rest of the row with white.
		return (end < digits.length()) ? packed + "," : packed.toString();
	}

	private static String times(int count) {
		if (count == 1) {
			return "";
		}
		var letters = new StringBuilder();
		int twenties = count / 20;
		for (; twenties > 0; twenties -= Math.min(20, twenties)) {
			letters.append(TWENTIES.charAt(Math.min(20, twenties) - 1));
		}
		return (count % 20 > 0) ? letters.append(ONES.charAt(count % 20 - 1)).toString() : letters.toString();
	}

}
