package org.shenyuan.labels;

import java.util.Map;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class QrSymbolTests {

	private static final String LINK = "HTTPS://TRACE.EXAMPLE.CN/01/09520123456788/21/0123ABCDJKMNV1Z0";

	private static String decoded(QrSymbol symbol) throws Exception {
		var bits = new BitMatrix(symbol.size());
		for (int y = 0; y < symbol.size(); y++) {
			for (int x = 0; x < symbol.size(); x++) {
				if (symbol.dark(x, y)) {
					bits.set(x, y);
				}
			}
		}
		return new Decoder().decode(bits, Map.of()).getText();
	}

	@ParameterizedTest
	@EnumSource
	void whatWasEncodedIsRead(ErrorCorrection level) throws Exception {
		assertThat(decoded(QrSymbol.of(LINK, level))).isEqualTo(LINK);
		assertThat(decoded(QrSymbol.of("长白山人参 🌱", level))).isEqualTo("长白山人参 🌱");
	}

	/** ISO/IEC 18004: version 3-M holds 61 alphanumeric characters but only 42 bytes. */
	@Test
	void upperCaseKeepsTheSymbolSmall() {
		assertThat(QrSymbol.of("A".repeat(61), ErrorCorrection.M).version()).isEqualTo(3);
		assertThat(QrSymbol.of("A".repeat(62), ErrorCorrection.M).version()).isEqualTo(4);
		assertThat(QrSymbol.of("a".repeat(61), ErrorCorrection.M).version()).isEqualTo(4);
		assertThat(QrSymbol.of("a".repeat(63), ErrorCorrection.M).version()).isEqualTo(5);
		assertThat(QrSymbol.of(LINK, ErrorCorrection.M).size()).isEqualTo(33);
	}

	@Test
	void runsCoverExactlyTheDarkModules() {
		QrSymbol symbol = QrSymbol.of(LINK, ErrorCorrection.M);
		var covered = new boolean[symbol.size()][symbol.size()];
		for (QrSymbol.Run run : symbol.runs()) {
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

	@Test
	void anSvgHasOnePathAQuietZoneAndItsSizeInMillimetres() {
		QrSymbol symbol = QrSymbol.of(LINK, ErrorCorrection.M);
		String svg = symbol.svg(0.5);
		assertThat(svg).contains("width=\"20.50mm\" height=\"20.50mm\" viewBox=\"0 0 41 41\"")
			.contains("crispEdges")
			.containsOnlyOnce("<path")
			.contains("d=\"M4 4h7v1h-7z");
	}

	@Test
	void aModuleIsWholeDotsOfItsShareOfTheBoxWithTheQuietZone() {
		QrSymbol symbol = QrSymbol.of(LINK, ErrorCorrection.M);
		double sevenDots = 7 * 25.4 / 300;
		assertThat(symbol.moduleMillimetres(41 * sevenDots)).isCloseTo(sevenDots, within(1e-9));
		assertThat(symbol.moduleMillimetres(24.6)).isCloseTo(sevenDots, within(1e-9));
		assertThat(symbol.moduleMillimetres(24.2)).isCloseTo(6 * 25.4 / 300, within(1e-9));
	}

	@Test
	void nothingAndTooMuchAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> QrSymbol.of("", ErrorCorrection.M));
		assertThatIllegalArgumentException().isThrownBy(() -> QrSymbol.of("A".repeat(5000), ErrorCorrection.M))
			.withMessageContaining("5000 characters");
	}

	@Test
	void aModuleOutsideTheSymbolIsNobodys() {
		QrSymbol symbol = QrSymbol.of(LINK, ErrorCorrection.M);
		assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> symbol.dark(33, 0));
	}

}
