package org.shenyuan.labels;

import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SymbolTests {

	private static final String LINK = "HTTPS://TRACE.EXAMPLE.CN/01/09520123456788/21/0123ABCDJKMNV1Z0";

	private static String decoded(Symbol symbol) throws Exception {
		return new Decoder().decode(bits(symbol), Map.of()).getText();
	}

	private static BitMatrix bits(Symbol symbol) {
		var bits = new BitMatrix(symbol.size());
		for (int y = 0; y < symbol.size(); y++) {
			for (int x = 0; x < symbol.size(); x++) {
				if (symbol.dark(x, y)) {
					bits.set(x, y);
				}
			}
		}
		return bits;
	}

	@ParameterizedTest
	@EnumSource
	void whatWasEncodedIsRead(ErrorCorrection level) throws Exception {
		assertThat(decoded(Symbol.qr(LINK, level))).isEqualTo(LINK);
		assertThat(decoded(Symbol.qr("长白山人参 🌱", level))).isEqualTo("长白山人参 🌱");
	}

	/** ISO/IEC 18004: version 3-M holds 61 alphanumeric characters but only 42 bytes. */
	@Test
	void upperCaseKeepsTheSymbolSmall() {
		assertThat(Symbol.qr("A".repeat(61), ErrorCorrection.M).size()).isEqualTo(29);
		assertThat(Symbol.qr("A".repeat(62), ErrorCorrection.M).size()).isEqualTo(33);
		assertThat(Symbol.qr("a".repeat(61), ErrorCorrection.M).size()).isEqualTo(33);
		assertThat(Symbol.qr("a".repeat(63), ErrorCorrection.M).size()).isEqualTo(37);
		assertThat(Symbol.qr(LINK, ErrorCorrection.M).size()).isEqualTo(29);
	}

	@Test
	void runsCoverExactlyTheDarkModules() {
		Symbol symbol = Symbol.qr(LINK, ErrorCorrection.M);
		var covered = new boolean[symbol.size()][symbol.size()];
		for (Symbol.Run run : symbol.runs()) {
			for (int x = run.x(); x < run.x() + run.length(); x++) {
				assertThat(covered[run.y()][x]).isFalse();
				covered[run.y()][x] = true;
			}
		}
		for (int y = 0; y < symbol.size(); y++) {
			for (int x = 0; x < symbol.size(); x++) {
				assertThat(covered[y][x]).isEqualTo(symbol.dark(x, y));
			}
		}
	}

	/** From the smallest to symbols larger than any label has. */
	@ParameterizedTest
	@EnumSource
	void theMaskIsTheOneZxingChooses(ErrorCorrection level) throws Exception {
		Random random = new Random(7);
		for (int length = 1; length <= 400; length += (length < 200) ? 1 : 20) {
			String content = random.ints(length, 0, LabelCode.RADIX)
				.mapToObj((i) -> LabelCode.ALPHABET.substring(i, i + 1))
				.collect(Collectors.joining());
			ByteMatrix expected = Encoder.encode(content, level.level, Map.of(EncodeHintType.QR_COMPACT, true))
				.getMatrix();
			Symbol symbol = Symbol.qr(content, level);
			assertThat(symbol.size()).isEqualTo(expected.getWidth());
			for (int y = 0; y < symbol.size(); y++) {
				for (int x = 0; x < symbol.size(); x++) {
					assertThat(symbol.dark(x, y)).isEqualTo(expected.get(x, y) == 1);
				}
			}
		}
	}

	@Test
	void aDataMatrixSaysItIsGs1() throws Exception {
		Random random = new Random(7);
		for (int length = 1; length <= 20; length++) {
			String serial = random.ints(length, 0, LabelCode.RADIX)
				.mapToObj((i) -> LabelCode.ALPHABET.substring(i, i + 1))
				.collect(Collectors.joining());
			Symbol symbol = Symbol.dataMatrix("(01)09520123456788(21)" + serial);
			var read = new com.google.zxing.datamatrix.decoder.Decoder().decode(bits(symbol));
			assertThat(read.getText()).isEqualTo("\u001d010952012345678821" + serial);
			assertThat(read.getSymbologyModifier()).isEqualTo(2);
			assertThat(symbol.quietZone()).isEqualTo(1);
			assertThat(symbol.size()).isLessThanOrEqualTo(26);
		}
	}

	/** Before, 62 characters took a symbol of 33 modules a side. */
	@Test
	void figuresAreSpelledOutAsFigures() {
		assertThat(
				Symbol.qr("HTTPS://TRACE.EXAMPLE.CN/01/09520123456788/21/ABCDEFGHJKMNPQRS", ErrorCorrection.M).size())
			.isEqualTo(29);
	}

	@Test
	void nothingAndTooMuchAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Symbol.qr("", ErrorCorrection.M));
		assertThatIllegalArgumentException().isThrownBy(() -> Symbol.qr("A".repeat(5000), ErrorCorrection.M))
			.withMessageContaining("5000 characters");
		assertThatIllegalArgumentException().isThrownBy(() -> Symbol.dataMatrix(""));
		assertThatIllegalArgumentException().isThrownBy(() -> Symbol.dataMatrix("21参"));
		assertThatIllegalArgumentException().isThrownBy(() -> Symbol.dataMatrix("(21)" + "1".repeat(5000)));
	}

	@Test
	void aModuleOutsideTheSymbolIsNobodys() {
		Symbol symbol = Symbol.qr(LINK, ErrorCorrection.M);
		assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> symbol.dark(29, 0));
	}

}
