package org.shenyuan.trace;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PercentagesTests {

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			100                            ; 100.0
			80 20                          ; 80.0 20.0
			33.333333333334 33.333333333333 33.333333333333 ; 33.4 33.3 33.3
			66.666666666667 33.333333333333; 66.7 33.3
			99.99 0.01                     ; 100.0 0.0
			14.28 14.28 14.28 14.28 14.28 14.28 14.32 ; 14.3 14.3 14.3 14.3 14.3 14.2 14.3
			""")
	void roundedSharesStillAddUp(String shares, String expected) {
		List<BigDecimal> rounded = Percentages.tenths(numbers(shares));
		assertThat(rounded.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("100");
		assertThat(rounded).containsExactlyElementsOf(numbers(expected));
	}

	private static List<BigDecimal> numbers(String text) {
		return Arrays.stream(text.strip().split(" ")).map(BigDecimal::new).toList();
	}

}
