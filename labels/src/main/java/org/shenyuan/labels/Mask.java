package org.shenyuan.labels;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * Chooses which of eight masks a QR symbol wears (ISO/IEC 18004, 7.8.3): the same one as
 * ZXing, which weighs each module by itself and spends three quarters of a symbol's time
 * on it, where here a line of modules is one number.
 */
final class Mask {

	/** What fits a number. Larger symbols, which no label has, are left to ZXing. */
	static final int LARGEST = 61;

	static final int MASKS = 8;

	/** What each mask changes in a symbol that wears the first. */
	private static final Map<Kind, long[][]> CHANGES = new ConcurrentHashMap<>();

	private Mask() {
	}

	private record Kind(int size, ErrorCorrection level) {
	}

	/**
	 * The rows of a symbol with the best of all masks, first modules in the lowest bits.
	 * @param first the symbol with the first mask
	 */
	static long[] best(ByteMatrix first, ErrorCorrection level) throws WriterException {
		int size = first.getWidth();
		long[] lines = lines(first);
		long[] best = lines;
		int least = Integer.MAX_VALUE;
		for (long[] changes : changes(size, level)) {
			long[] masked = changed(lines, changes);
			int penalty = penalty(masked, size);
			if (penalty < least) {
				least = penalty;
				best = masked;
			}
		}
		return best;
	}

	/** All rows, then all columns. */
	private static long[] lines(ByteMatrix matrix) {
		int size = matrix.getWidth();
		long[] lines = new long[2 * size];
		for (int y = 0; y < size; y++) {
			for (int x = 0; x < size; x++) {
				lines[y] |= (long) matrix.get(x, y) << x;
				lines[size + x] |= (long) matrix.get(x, y) << y;
			}
		}
		return lines;
	}

	private static long[] changed(long[] lines, long[] changes) {
		long[] changed = new long[lines.length];
		for (int i = 0; i < lines.length; i++) {
			changed[i] = lines[i] ^ changes[i];
		}
		return changed;
	}

	/** Content does not matter to them, so any will tell. */
	private static long[][] changes(int size, ErrorCorrection level) throws WriterException {
		var kind = new Kind(size, level);
		long[][] changes = CHANGES.get(kind);
		if (changes == null) {
			changes = new long[MASKS][];
			for (int mask = 0; mask < MASKS; mask++) {
				var hints = Map.of(EncodeHintType.QR_VERSION, (size - 17) / 4, EncodeHintType.QR_MASK_PATTERN, mask);
				changes[mask] = lines(Encoder.encode("0", level.level, hints).getMatrix());
			}
			for (int mask = MASKS - 1; mask >= 0; mask--) {
				changes[mask] = changed(changes[mask], changes[0]);
			}
			CHANGES.put(kind, changes);
		}
		return changes;
	}

	/** How much a scanner would dislike a symbol. */
	private static int penalty(long[] lines, int size) {
		long whole = (1L << size) - 1;
		int penalty = 0;
		int dark = 0;
		for (int i = 0; i < lines.length; i++) {
			long line = lines[i];
			long light = ~line & whole;
			long same = ~(line ^ line >>> 1) & whole >>> 1;
			long fiveSame = same & same >>> 1 & same >>> 2 & same >>> 3;
			penalty += Long.bitCount(fiveSame) + 2 * Long.bitCount(fiveSame & ~(fiveSame << 1));
			long fourLight = light & light >>> 1 & light >>> 2 & light >>> 3;
			long finder = line & light >>> 1 & line >>> 2 & line >>> 3 & line >>> 4 & light >>> 5 & line >>> 6;
			penalty += 40 * Long.bitCount(finder & (fourLight << 4 | fourLight >>> 7));
			if (i < size) {
				dark += Long.bitCount(line);
			}
			if (i < size - 1) {
				long next = lines[i + 1];
				penalty += 3 * Long.bitCount(same & ~(line ^ next) & ~(next ^ next >>> 1));
			}
		}
		int modules = size * size;
		return penalty + Math.abs(2 * dark - modules) * 10 / modules * 10;
	}

}
