package org.shenyuan.labels;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;

/**
 * A QR symbol (ISO/IEC 18004) in the smallest version that holds its content. Modules are
 * counted from the upper left, without the quiet zone.
 */
public final class QrSymbol {

	/** How many light modules the standard wants on each side. */
	public static final int QUIET_ZONE = 4;

	private final int version;

	private final int size;

	/** Row after row, each with one light module at its end so that no run goes on. */
	private final BitSet modules;

	private QrSymbol(int version, ByteMatrix matrix) {
		this.version = version;
		this.size = matrix.getWidth();
		this.modules = new BitSet((this.size + 1) * this.size);
		for (int y = 0; y < this.size; y++) {
			for (int x = 0; x < this.size; x++) {
				this.modules.set(place(x, y), matrix.get(x, y) == 1);
			}
		}
	}

	/**
	 * Encodes text: in alphanumeric mode if every character is in {@code 0-9A-Z
	 * $%*+-./:}, otherwise as bytes, in UTF-8 if it is not plain ASCII.
	 * @throws IllegalArgumentException if there is no text, or more than a symbol holds
	 */
	public static QrSymbol of(String content, ErrorCorrection level) {
		if (content.isEmpty()) {
			throw new IllegalArgumentException("an empty QR symbol says nothing");
		}
		// Without the hint the encoder writes a question mark for what Latin-1 lacks.
		Map<EncodeHintType, Object> hints = StandardCharsets.US_ASCII.newEncoder().canEncode(content) ? Map.of()
				: Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8);
		try {
			QRCode code = Encoder.encode(content, level.level, hints);
			return new QrSymbol(code.getVersion().getVersionNumber(), code.getMatrix());
		}
		catch (WriterException ex) {
			throw new IllegalArgumentException(
					content.length() + " characters do not fit a QR symbol of level " + level, ex);
		}
	}

	/** 1 to 40. */
	public int version() {
		return this.version;
	}

	/** Modules along a side, 17 + 4 × version. */
	public int size() {
		return this.size;
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

	/**
	 * How large a module may be in a square box that also holds the quiet zone, in mm: a
	 * whole number of {@link Dots}, so that all modules are printed alike.
	 */
	public double moduleMillimetres(double box) {
		return Dots.whole(box / (this.size + 2 * QUIET_ZONE));
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

	/** An SVG document with the quiet zone on white paper and the ink as one path. */
	public String svg(double millimetresPerModule) {
		int side = this.size + 2 * QUIET_ZONE;
		var path = new StringBuilder();
		for (Run run : runs()) {
			path.append('M').append(run.x() + QUIET_ZONE).append(' ').append(run.y() + QUIET_ZONE);
			path.append('h').append(run.length()).append("v1h-").append(run.length()).append('z');
		}
		return String.format(Locale.ROOT, """
				<svg xmlns="http://www.w3.org/2000/svg" width="%1$.2fmm" height="%1$.2fmm" viewBox="0 0 %2$d %2$d" \
				shape-rendering="crispEdges"><rect width="%2$d" height="%2$d" fill="#fff"/><path d="%3$s"/></svg>
				""", side * millimetresPerModule, side, path);
	}

	private int place(int x, int y) {
		return y * (this.size + 1) + x;
	}

	/** Neighbouring dark modules of one row. */
	record Run(int x, int y, int length) {
	}

}
