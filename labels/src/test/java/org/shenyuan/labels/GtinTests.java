package org.shenyuan.labels;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GtinTests {

	/** Accepted figures of the GS1 Barcode Syntax Dictionary's check digit linter. */
	@ParameterizedTest
	@CsvSource({ "02345673, 00000002345673", "416000336108, 00416000336108", "1234567890128, 01234567890128",
			"12345678901231, 12345678901231", "9520123456788, 09520123456788" })
	void everyLengthBecomesFourteenDigits(String given, String fourteen) {
		assertThat(new Gtin(given).text()).isEqualTo(fourteen);
	}

	@Test
	void aWrongCheckDigitIsRefusedWithTheRightOne() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Gtin("12345673"))
			.withMessageContaining("ends in 3")
			.withMessageContaining("should be 0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1", "123456789", "952012345678A", "95201234567-8", "٩٥٢٠١٢٣٤٥٦٧٨٨", "012345678901234",
			"9520123456788\n" })
	void otherShapesAreRefused(String given) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Gtin(given)).withMessageContaining("8, 12, 13 or 14");
	}

	/** Any single wrong digit changes the sum, because 1 and 3 are prime to 10. */
	@Test
	void everySingleWrongDigitIsFound() {
		String right = "09520123456788";
		for (int place = 0; place < right.length(); place++) {
			for (char digit = '0'; digit <= '9'; digit++) {
				String wrong = right.substring(0, place) + digit + right.substring(place + 1);
				if (!wrong.equals(right)) {
					assertThatIllegalArgumentException().isThrownBy(() -> new Gtin(wrong));
				}
			}
		}
	}

}
