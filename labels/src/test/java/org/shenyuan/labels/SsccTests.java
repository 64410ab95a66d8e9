package org.shenyuan.labels;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SsccTests {

	/** The first is the example of the EPC Tag Data Standard, section 6.3.2. */
	@ParameterizedTest
	@CsvSource({ "1,0614141,234567890,106141412345678908", "0,9521234,0,095212340000000006",
			"9,952123456789,9999,995212345678999990" })
	void theCheckDigitIsThatOfGs1(int extension, String prefix, long serial, String expected) {
		Sscc sscc = Sscc.of(extension, prefix, serial);
		assertThat(sscc.text()).isEqualTo(expected);
		assertThat(sscc.extension()).isEqualTo(extension);
		assertThat(sscc.prefix(prefix.length())).isEqualTo(prefix);
		assertThat(sscc.serial(prefix.length())).isEqualTo(serial);
		assertThat(sscc.printed()).isEqualTo("(00) " + expected);
		assertThat(DigitalLink.of("https://trace.example.cn/", sscc))
			.isEqualTo("HTTPS://TRACE.EXAMPLE.CN/00/" + expected);
		assertThat(DigitalLink.elements(sscc)).isEqualTo("(00)" + expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "106141412345678907", "10614141234567890", "1061414123456789080", "10614141234567890x", "",
			"３06141412345678908" })
	void whatIsNoSsccIsRefused(String text) {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Sscc(text));
	}

	@ParameterizedTest
	@CsvSource({ "10,9521234,0", "-1,9521234,0", "0,952,0", "0,9521234567890,0", "0,95212x4,0", "0,9521234,-1",
			"0,9521234,1000000000" })
	void whatDoesNotFitIsRefused(int extension, String prefix, long serial) {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Sscc.of(extension, prefix, serial));
	}

	@Test
	void aShorterPrefixLeavesRoomForMore() {
		assertThat(Sscc.serials("9521234")).isEqualTo(1_000_000_000);
		assertThat(Sscc.serials("952123456789")).isEqualTo(10_000);
	}

}
