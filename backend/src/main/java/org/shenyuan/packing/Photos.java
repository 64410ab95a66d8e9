package org.shenyuan.packing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.web.PhotoKind;
import org.springframework.stereotype.Component;

/** Reads the symbol on a photograph of a label, for who has a phone and no scanner. */
@Component
class Photos {

	/** As many as the best phones take; more is a trap for the memory. */
	private static final long MOST_PIXELS = 64_000_000;

	private static final long MILLION = 1_000_000;

	/** Enough for a symbol that fills a fifth of the picture. */
	private static final int LONGEST_SIDE = 2000;

	private static final int AT_ONCE = 2;

	private static final int PATIENCE = 10;

	/** How large the picture is looked at, one after the other until it is read. */
	private static final List<Double> SIZES = List.of(0.5, 1.0, 0.25);

	private static final Map<DecodeHintType, Object> HINTS = Map.of(DecodeHintType.TRY_HARDER, true,
			DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE, BarcodeFormat.DATA_MATRIX));

	private final Semaphore turns = new Semaphore(AT_ONCE, true);

	/**
	 * What the symbol says.
	 * @param field of the form that the photograph came in
	 * @throws Refused if it is no photograph, too large, or nothing can be read on it
	 */
	String read(byte[] photo, String field) {
		PhotoKind kind = PhotoKind.of(photo).orElseThrow(() -> new Refused(Refusal.of("photo.kind", field)));
		try {
			if (!this.turns.tryAcquire(PATIENCE, TimeUnit.SECONDS)) {
				throw new Refused(Refusal.of("photo.busy", field));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Refused(Refusal.of("photo.busy", field));
		}
		try {
			return read(picture(photo, kind, field))
				.orElseThrow(() -> new Refused(Refusal.of("photo.unreadable", field)));
		}
		finally {
			this.turns.release();
		}
	}

	private static BufferedImage picture(byte[] photo, PhotoKind kind, String field) {
		ImageReader reader = ImageIO.getImageReadersByFormatName(kind.format()).next();
		try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(photo))) {
			reader.setInput(stream, true, true);
			int width = reader.getWidth(0);
			int height = reader.getHeight(0);
			if ((long) width * height > MOST_PIXELS) {
				throw new Refused(Refusal.of("photo.large", field, "width", width, "height", height, "most",
						MOST_PIXELS / MILLION));
			}
			int step = Math.max(1, Math.ceilDiv(Math.max(width, height), LONGEST_SIDE));
			ImageReadParam sparsely = reader.getDefaultReadParam();
			sparsely.setSourceSubsampling(step, step, 0, 0);
			return reader.read(0, sparsely);
		}
		catch (Refused ex) {
			throw ex;
		}
		// A broken picture makes the readers of the platform stumble in many ways.
		catch (IOException | RuntimeException ex) {
			throw new Refused(Refusal.of("photo.broken", field));
		}
		finally {
			reader.dispose();
		}
	}

	private static Optional<String> read(BufferedImage picture) {
		return SIZES.stream().map((size) -> scaled(picture, size)).flatMap((view) -> decode(view).stream()).findFirst();
	}

	private static BufferedImage scaled(BufferedImage picture, double size) {
		int width = Math.max(1, (int) (picture.getWidth() * size));
		int height = Math.max(1, (int) (picture.getHeight() * size));
		BufferedImage view = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D pen = view.createGraphics();
		pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		// White shows where a picture is see-through.
		pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
		pen.dispose();
		return view;
	}

	private static Optional<String> decode(BufferedImage view) {
		int[] dots = view.getRGB(0, 0, view.getWidth(), view.getHeight(), null, 0, view.getWidth());
		var source = new RGBLuminanceSource(view.getWidth(), view.getHeight(), dots);
		for (Binarizer threshold : List.of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source))) {
			try {
				return Optional.of(new MultiFormatReader().decode(new BinaryBitmap(threshold), HINTS).getText());
			}
			catch (ReaderException ex) {
				// The next threshold may do better.
			}
		}
		return Optional.empty();
	}

}
