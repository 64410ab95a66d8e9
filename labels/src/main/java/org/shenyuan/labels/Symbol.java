package org.shenyuan.labels;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.OkapiException;
import uk.org.okapibarcode.backend.Symbol.DataType;
import uk.org.okapibarcode.graphics.Rectangle;

/**
 * A square symbol in the smallest version that holds its content: QR (ISO/IEC 18004) or
 * Data Matrix (ISO/IEC 16022). Modules are counted from the upper left, without the quiet
 * zone.
 */
public final class Symbol {

	/**
	 * What GS1 allows a phone or a till to meet, in mm a module (GS1 General
	 * Specifications, 5.12.3, symbols with a GS1 Digital Link URI). Smaller modules are
	 * printed with a warning, see {@link LabelSheet.Printed#belowGs1()}.
	 */
	public static final double GS1_SMALLEST_MODULE = 0.396;

	/** The largest module of the same table, in mm. */
	public static final double GS1_LARGEST_MODULE = 0.990;

	/** A GTIN's figures are packed tighter than the letters around them. */
	private static final Map<EncodeHintType, Object> SHORTEST = Map.of(EncodeHintType.QR_COMPACT, true);

	private static final Map<EncodeHintType, Object> UNICODE = Map.of(EncodeHintType.CHARACTER_SET,
			StandardCharsets.UTF_8);

	private static final int QR_QUIET_ZONE = 4;

	private static final int DATA_MATRIX_QUIET_ZONE = 1;

	private final int size;

	private final int quietZone;

	/** Row after row, each with one light module at its end so that no run goes on. */
	private final BitSet modules;

	private Symbol(int size, int quietZone, BiPredicate<Integer, Integer> dark) {
		this.size = size;
		this.quietZone = quietZone;
		this.modules = new BitSet((size + 1) * size);
		for (int y = 0; y < size; y++) {
			for (int x = 0; x < size; x++) {
				if (dark.test(x, y)) {
					this.modules.set(place(x, y));
				}
			}
		}
	}

	/**
	 * A QR symbol. Of plain ASCII, stretches of figures, of {@code 0-9A-Z $%*+-./:} and
	 * of bytes are each encoded in their own mode where that is shorter; other text is
	 * UTF-8.
	 * @throws IllegalArgumentException if there is no text, or more than a symbol holds
	 */
	public static Symbol qr(String content, ErrorCorrection level) {
		if (content.isEmpty()) {
			throw new IllegalArgumentException("an empty QR symbol says nothing");
		}
		// Without the hint the encoder writes a question mark for what Latin-1 lacks.
		Map<EncodeHintType, Object> hints = new EnumMap<>(isAscii(content) ? SHORTEST : UNICODE);
		try {
			hints.put(EncodeHintType.QR_MASK_PATTERN, 0);
			ByteMatrix first = Encoder.encode(content, level.level, hints).getMatrix();
			if (first.getWidth() <= Mask.LARGEST) {
				long[] rows = Mask.best(first, level);
				return new Symbol(first.getWidth(), QR_QUIET_ZONE, (x, y) -> (rows[y] >>> x & 1) == 1);
			}
			hints.remove(EncodeHintType.QR_MASK_PATTERN);
			ByteMatrix best = Encoder.encode(content, level.level, hints).getMatrix();
			return new Symbol(best.getWidth(), QR_QUIET_ZONE, (x, y) -> best.get(x, y) == 1);
		}
		catch (WriterException ex) {
			throw new IllegalArgumentException(
					content.length() + " characters do not fit a QR symbol of level " + level, ex);
		}
	}

	/**
	 * A GS1 DataMatrix symbol.
	 * @param elements a GS1 element string with its application identifiers in brackets,
	 * for example {@code (01)09520123456788(21)ABC}
	 * @throws IllegalArgumentException if it is not one, or does not fit
	 */
	public static Symbol dataMatrix(String elements) {
		// ZXing's shortest encoding of these pads one in three of them wrongly.
		var matrix = new DataMatrix();
		matrix.setDataType(DataType.GS1);
		matrix.setForceMode(DataMatrix.ForceMode.SQUARE);
		matrix.setQuietZoneHorizontal(0);
		matrix.setQuietZoneVertical(0);
		try {
			matrix.setContent(elements.replace('(', '[').replace(')', ']'));
		}
		catch (OkapiException ex) {
			throw new IllegalArgumentException(
					"\"" + elements + "\" cannot be a GS1 DataMatrix symbol: " + ex.getMessage(), ex);
		}
		var dark = new boolean[matrix.getWidth()][matrix.getWidth()];
		for (Rectangle run : matrix.getRectangles()) {
			for (int y = (int) run.y; y < run.y + run.height; y++) {
				Arrays.fill(dark[y], (int) run.x, (int) (run.x + run.width), true);
			}
		}
		return new Symbol(dark.length, DATA_MATRIX_QUIET_ZONE, (x, y) -> dark[y][x]);
	}

	private static boolean isAscii(String text) {
		return text.chars().allMatch((c) -> c < 0x80);
	}

	/** Modules along a side. */
	public int size() {
		return this.size;
	}

	/** How many light modules the standard wants on each side. */
	public int quietZone() {
		return this.quietZone;
	}

	/** Modules along a side, quiet zones included. */
	public int sizeWithQuietZone() {
		return this.size + 2 * this.quietZone;
	}

	/**
	 * Whether a module is dark.
	 * @throws IndexOutOfBoundsException outside the symbol
	 */
	public boolean dark(int x, int y) {
		if (x < 0 || y < 0 || x >= this.size || y >= this.size) {
			throw new IndexOutOfBoundsException("no module " + x + "," + y + " in " + this.size);
		}
		return this.modules.get(place(x, y));
	}

	/** The dark modules as horizontal runs, so that a row shows no seams. */
	List<Run> runs() {
		var runs = new ArrayList<Run>();
		int start = this.modules.nextSetBit(0);
		while (start >= 0) {
			int end = this.modules.nextClearBit(start);
			runs.add(new Run(start % (this.size + 1), start / (this.size + 1), end - start));
			start = this.modules.nextSetBit(end);
		}
		return runs;
	}

	private int place(int x, int y) {
		return y * (this.size + 1) + x;
	}

	/** Neighbouring dark modules of one row. */
	record Run(int x, int y, int length) {
	}

}
