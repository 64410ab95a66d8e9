package org.shenyuan.labels;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.ReaderException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;

/**
 * Reads labels back before they are handed out: each is drawn in the printer's dots, worn
 * in several ways, and read as a scanner would.
 */
public final class SelfCheck {

	/** What every label must survive; a larger blot is more than any design promises. */
	private static final List<Wear> DEMANDED = List.of(Wear.CLEAN, Wear.BLURRED, Wear.NOISY, Wear.TURNED);

	private static final Map<DecodeHintType, Object> HINTS = Map.of(DecodeHintType.TRY_HARDER, true,
			DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE, BarcodeFormat.DATA_MATRIX));

	/** How large the picture is looked at, one after the other until it is read. */
	private static final List<Double> DISTANCES = List.of(1.0, 0.5, 0.75, 0.6, 0.35);

	/** Modules around the symbol that are in the picture. */
	private static final int FRAME = 8;

	private final LabelSheet sheet;

	public SelfCheck(LabelSheet sheet) {
		this.sheet = sheet;
	}

	/**
	 * Reads some labels of a job, the first and the last among them.
	 * @param samples how many, evenly spread; all if there are no more
	 * @return how many were read
	 * @throws LabelRefused if one does not read back as what it should say
	 */
	public int demand(Job job, int samples) {
		int labels = job.to() - job.from() + 1;
		int[] chosen = IntStream.range(0, Math.min(samples, labels))
			.map((i) -> job.from() + (int) ((long) i * (labels - 1) / Math.max(1, Math.min(samples, labels) - 1)))
			.toArray();
		for (int index : chosen) {
			Job.Label label = job.labels().apply(index);
			for (Wear wear : DEMANDED) {
				if (!reads(label, wear, index, SelfCheck::read)) {
					throw LabelRefused.unreadable(label.letters(), wear);
				}
			}
		}
		return chosen.length;
	}

	/**
	 * How many labels of a job read back after each kind of wear.
	 * @param reader what a decoder reads in a picture, empty if nothing
	 */
	Map<Wear, Integer> rates(Job job, BiFunction<BufferedImage, Wear, String> reader) {
		var rates = new EnumMap<Wear, Integer>(Wear.class);
		for (int index = job.from(); index <= job.to(); index++) {
			Job.Label label = job.labels().apply(index);
			for (Wear wear : Wear.values()) {
				rates.merge(wear, reads(label, wear, index, reader) ? 1 : 0, Integer::sum);
			}
		}
		return rates;
	}

	private boolean reads(Job.Label label, Wear wear, long seed, BiFunction<BufferedImage, Wear, String> reader) {
		LabelSheet.Drawn drawn = this.sheet.drawn(label);
		RasterLabels raster = this.sheet.raster();
		Rectangle symbol = raster.place(drawn);
		int module = symbol.width / drawn.symbol().size();
		BufferedImage picture = raster.label(drawn);
		// What a phone sees when somebody aims at the symbol.
		var view = new Rectangle(symbol);
		view.grow(FRAME * module, FRAME * module);
		view = view.intersection(new Rectangle(picture.getWidth(), picture.getHeight()));
		symbol.translate(-view.x, -view.y);
		BufferedImage worn = wear.worn(picture.getSubimage(view.x, view.y, view.width, view.height), symbol, module,
				new Random(seed));
		return reader.apply(worn, wear).equals(said(label.content()));
	}

	/** What a reader says of a content: of an element string, without the brackets. */
	private static String said(String content) {
		return content.startsWith("(") ? content.replaceAll("[()]", "") : content;
	}

	/** What ZXing reads in a picture, empty if nothing. */
	static String read(BufferedImage picture, Wear wear) {
		// Phones look from several distances while the label is before them.
		return DISTANCES.stream()
			.map((scale) -> read(scaled(picture, scale)))
			.filter((text) -> !text.isEmpty())
			.findFirst()
			.orElse("");
	}

	private static String read(BufferedImage picture) {
		int[] dots = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
		var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), dots);
		for (Binarizer threshold : List.of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source))) {
			try {
				String text = new MultiFormatReader().decode(new BinaryBitmap(threshold), HINTS).getText();
				// FNC1 before and between the elements of GS1 DataMatrix.
				return text.replace("\u001d", "");
			}
			catch (ReaderException ex) {
				// The next may see more.
			}
		}
		return "";
	}

	private static BufferedImage scaled(BufferedImage picture, double scale) {
		var scaled = new BufferedImage((int) (picture.getWidth() * scale), (int) (picture.getHeight() * scale),
				BufferedImage.TYPE_BYTE_GRAY);
		Graphics2D graphics = scaled.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		graphics.drawImage(picture, 0, 0, scaled.getWidth(), scaled.getHeight(), null);
		graphics.dispose();
		return scaled;
	}

}
