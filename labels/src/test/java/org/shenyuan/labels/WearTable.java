package org.shenyuan.labels;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

/**
 * Prints the table of what worn labels still read in the README: of so many labels of the
 * usual sheet, how many each decoder reads after each kind of wear. Started by hand.
 */
final class WearTable {

	private static final int LABELS = 200;

	private WearTable() {
	}

	public static void main(String[] args) throws IOException {
		int labels = (args.length > 0) ? Integer.parseInt(args[0]) : LABELS;
		LabelKeys keys = LabelKeys.parse("1 " + "A".repeat(43) + "=");
		var gtin = new Gtin("9520123456788");
		var job = new Job(1, labels, 1, (index) -> {
			LabelCode code = keys.encode(1, new LabelNumber(7, index));
			return new Job.Label(DigitalLink.of("https://trace.example.cn", gtin, code), code.printed());
		});
		LabelText text = LabelSheetTests.text(true, "长白山人参", "净含量 300 g", "清河示范参场 · 集安市", "5年生");
		Path picture = Files.createTempFile("label", ".png");
		System.out
			.println("| correction | printer | decoder | clean | blurred | noisy | turned 5° | 5 % blot | 15 % blot |");
		System.out.println("|---|---|---|---|---|---|---|---|---|");
		for (Design design : List.of(Design.UNIT, Design.TAG)) {
			for (int dots : List.of(203, 300, 600)) {
				var sheet = new LabelSheet(Stock.A4_3X7, design, text, Typeface.notoSansSc(), job.labels().apply(1),
						LabelSheet.Kind.QR, dots);
				String name = design.correction() + " | " + dots + " dpi";
				row(name, "BoofCV", labels, check(sheet, Decoder.boofCv()).rates(job));
				row(name, "ZXing", labels, check(sheet, Decoder.zxing()).rates(job));
				row(name, "zbar", labels, check(sheet, (image) -> zbar(image, picture)).rates(job));
			}
		}
		Files.delete(picture);
	}

	private static SelfCheck check(LabelSheet sheet, Decoder decoder) {
		return new SelfCheck((label) -> SelfCheck.View.of(sheet, label), decoder);
	}

	private static void row(String name, String decoder, int labels, Map<Wear, Integer> rates) {
		var row = new StringBuilder("| " + name + " | " + decoder + " |");
		rates.values()
			.forEach((read) -> row.append(' ').append(Math.round(1000.0 * read / labels) / 10.0).append(" % |"));
		System.out.println(row);
	}

	private static String zbar(BufferedImage image, Path picture) {
		try {
			ImageIO.write(image, "png", picture.toFile());
			Process process = new ProcessBuilder("zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable",
					picture.toString())
				.start();
			return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
