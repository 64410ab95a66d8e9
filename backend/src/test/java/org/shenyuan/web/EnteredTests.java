package org.shenyuan.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class EnteredTests {

	private final Entered entered = new Entered(ZoneId.of("Asia/Shanghai"));

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			480;          kg;  480000
			0.001;        kg;  1
			1,600.5;      kg;  1600500
			12;           jin; 6000
			0.002;        jin; 1
			１２．５;      kg;  12500
			0;            kg;  0
			999999999999; kg;  999999999999000
			""")
	void aMassBecomesWholeGrams(String typed, String unit, long grams) {
		assertThat(this.entered.grams("mass", typed, unit)).isEqualTo(grams);
		assertThatNoException().isThrownBy(this.entered::stop);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			0.0005; kg;  form.fraction
			0.001;  jin; form.fraction
			1,5;    kg;  form.number
			1e9;    kg;  form.number
			-3;     kg;  form.number
			九斤;    jin; form.number
			1234567890123456; kg; form.number
			'';     kg;  field.notMissing
			""")
	void aMassThatIsNoneIsRefused(String typed, String unit, String key) {
		this.entered.grams("mass", typed, unit);
		Refused refused = catchThrowableOfType(Refused.class, this.entered::stop);
		assertThat(refused.refusals()).extracting(Refusal::key).containsExactly(key);
		assertThat(refused.refusals()).extracting(Refusal::field).containsExactly("mass");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			30;     mu; 20000
			1;      mu; 667
			0.5;    mu; 333
			２０,000; m2; 20000
			20000;  '';  20000
			""")
	void anAreaBecomesWholeSquareMetres(String typed, String unit, long squareMetres) {
		assertThat(this.entered.squareMetres("area", typed, unit)).isEqualTo(squareMetres);
		assertThatNoException().isThrownBy(this.entered::stop);
	}

	@Test
	void aSquareMetreHasNoParts() {
		this.entered.squareMetres("area", "0.5", "m2");
		assertThat(catchThrowableOfType(Refused.class, this.entered::stop).refusals()).extracting(Refusal::key)
			.containsExactly("form.whole");
	}

	@Test
	void aTimeIsOfTheReadersZone() {
		assertThat(this.entered.time("at", "2026-10-02T08:30"))
			.isEqualTo(OffsetDateTime.parse("2026-10-02T08:30+08:00"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-10-02", "yesterday", "2026-02-30T10:00" })
	void aTimeThatIsNoneIsRefused(String typed) {
		this.entered.time("at", typed);
		assertThat(catchThrowableOfType(Refused.class, this.entered::stop).refusals()).extracting(Refusal::key)
			.containsExactly("form.time");
	}

	@Test
	void aNumberOnPaperIsReadInCapitals() {
		assertThat(this.entered.code("lot", " qh-2024-f1 ")).isEqualTo("QH-2024-F1");
	}

	@Test
	void allMistakesAreToldTogether() {
		this.entered.grams("gross", "much", "kg");
		this.entered.time("at", null);
		this.entered.id("none");
		assertThat(catchThrowableOfType(Refused.class, this.entered::stop).refusals()).extracting(Refusal::field)
			.containsExactly("gross", "at", "id");
	}

}
