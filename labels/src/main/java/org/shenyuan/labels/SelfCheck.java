package org.shenyuan.labels;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Reads labels back before they are handed out: each is drawn in the printer's dots, worn
 * in several ways, and read as a scanner would, by a decoder that had no part in making
 * the symbol. For one thread at a time.
 */
public final class SelfCheck {

	/** What every label must survive; a larger blot is more than any design promises. */
	private static final List<Wear> DEMANDED = List.of(Wear.CLEAN, Wear.BLURRED, Wear.NOISY, Wear.TURNED,
			Wear.SCRATCHED);

	/**
	 * How often a wear is tried, each time with other grain and its blot elsewhere: one
	 * on a corner mark makes any symbol unreadable.
	 */
	private static final int TRIES = 12;

	/** How wide a phone sees what it is held at, in dots. */
	private static final double VIEW = 400;

	/** How far away it is, one after the other until the symbol is read. */
	private static final List<Double> DISTANCES = List.of(1.0, 0.5, 0.75, 0.6, 0.35);

	/** Modules around the symbol that are in the picture. */
	private static final int FRAME = 8;

	private final Function<Job.Label, View> printer;

	private final Decoder decoder;

	/** Will read labels of a sheet, QR with BoofCV and DataMatrix with ZXing. */
	public SelfCheck(LabelSheet sheet) {
		this((label) -> View.of(sheet, label),
				(sheet.kind() == LabelSheet.Kind.QR) ? Decoder.boofCv() : Decoder.zxing());
	}

	SelfCheck(Function<Job.Label, View> printer, Decoder decoder) {
		this.printer = printer;
		this.decoder = decoder;
	}

	/**
	 * A label and a little around its symbol.
	 *
	 * @param symbol where the symbol is, in dots
	 * @param module a module's side, in dots
	 */
	record View(BufferedImage picture, Rectangle symbol, int module) {

		static View of(LabelSheet sheet, Job.Label label) {
			LabelSheet.Drawn drawn = sheet.drawn(label);
			RasterLabels raster = sheet.raster();
			Rectangle symbol = raster.place(drawn);
			int module = symbol.width / drawn.symbol().size();
			BufferedImage picture = raster.label(drawn);
			// What a phone sees when somebody aims at the symbol.
			var view = new Rectangle(symbol);
			view.grow(FRAME * module, FRAME * module);
			view = view.intersection(new Rectangle(picture.getWidth(), picture.getHeight()));
			symbol.translate(-view.x, -view.y);
			return new View(picture.getSubimage(view.x, view.y, view.width, view.height), symbol, module);
		}

		BufferedImage worn(Wear wear, long seed) {
			return wear.worn(this.picture, this.symbol, this.module, new Random(seed));
		}

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
			View view = this.printer.apply(label);
			for (Wear wear : DEMANDED) {
				if (IntStream.range(0, TRIES).noneMatch((turn) -> reads(view.worn(wear, index + turn), label))) {
					throw LabelRefused.unreadable(label.letters(), wear);
				}
			}
		}
		return chosen.length;
	}

	/** How many labels of a job read back at once after each kind of wear. */
	Map<Wear, Integer> rates(Job job) {
		var rates = new EnumMap<Wear, Integer>(Wear.class);
		for (int index = job.from(); index <= job.to(); index++) {
			Job.Label label = job.labels().apply(index);
			View view = this.printer.apply(label);
			for (Wear wear : Wear.values()) {
				rates.merge(wear, reads(view.worn(wear, index), label) ? 1 : 0, Integer::sum);
			}
		}
		return rates;
	}

	private boolean reads(BufferedImage picture, Job.Label label) {
		return read(picture, this.decoder).equals(said(label.content()));
	}

	/** What a reader says of a content: of an element string, without the brackets. */
	private static String said(String content) {
		return content.startsWith("(") ? content.replaceAll("[()]", "") : content;
	}

	/** What a decoder reads in a picture that a symbol fills, empty if nothing. */
	static String read(BufferedImage picture, Decoder decoder) {
		return read(picture, decoder, Math.min(1, VIEW / picture.getWidth()));
	}

	/**
	 * What a decoder reads in a picture from several distances, empty if nothing.
	 * @param whole scale of the nearest
	 */
	static String read(BufferedImage picture, Decoder decoder, double whole) {
		return DISTANCES.stream()
			.map((distance) -> decoder.read(scaled(picture, whole * distance)))
			.filter((text) -> !text.isEmpty())
			.findFirst()
			.orElse("");
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
