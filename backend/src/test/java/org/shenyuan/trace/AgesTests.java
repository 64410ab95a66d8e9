package org.shenyuan.trace;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shenyuan.trace.Age.Basis;

import static org.assertj.core.api.Assertions.assertThat;

class AgesTests {

	@ParameterizedTest
	@CsvSource({ "2019-10-18, 2024-09-18, 5", "2020-04-20, 2024-09-18, 5", "2019-10-18, 2024-07-31, 4",
			"2019-10-18, 2024-08-01, 5", "2019-10-18, 2025-04-20, 5", "2019-05-31, 2019-09-01, 1",
			"2019-06-01, 2019-09-01, 0" })
	void agesAreCountedInCompletedSeasons(String sown, String dug, int seasons) {
		Age age = age(new FamilySketch().sown("S", sown).dug("L", dug, "S", "B"), "L");
		assertThat(age.youngest()).isEqualTo(seasons);
		assertThat(age.oldest()).isEqualTo(seasons);
		assertThat(age.basis()).isEqualTo(Basis.RECORDED);
	}

	@Test
	void transplantingDoesNotResetTheAge() {
		Age age = age(new FamilySketch().sown("NURSERY", "2019-10-18")
			.lifted("SEEDLINGS", "2021-10-14", "NURSERY")
			.transplanted("BED", "2021-10-15", "SEEDLINGS")
			.dug("L", "2024-09-18", "BED", "B"), "L");
		assertThat(age.youngest()).isEqualTo(5);
		assertThat(age.arithmetic()).containsExactly(new Age.Count(2020, 2024, 5));
	}

	@Test
	void aMergeIsAsYoungAsItsYoungestAndAsOldAsItsOldest() {
		Age age = age(new FamilySketch().sown("S1", "2019-10-18")
			.sown("S2", "2017-10-18")
			.dug("L1", "2024-09-18", "S1", "B")
			.dug("L2", "2024-09-18", "S2", "B")
			.merged("M", "L1:10 L2:1"), "M");
		assertThat(age.youngest()).isEqualTo(5);
		assertThat(age.oldest()).isEqualTo(7);
	}

	@Test
	void theSellersWordMakesTheWholeAgeTheSellersWord() {
		Age age = age(sketchWithMarketRoot(6), "M");
		assertThat(age.youngest()).isEqualTo(5);
		assertThat(age.oldest()).isEqualTo(6);
		assertThat(age.basis()).isEqualTo(Basis.DECLARED);
	}

	@Test
	void rootsOfUnknownAgeMakeTheWholeAgeUnknown() {
		Age age = age(sketchWithMarketRoot(null), "M");
		assertThat(age.youngest()).isNull();
		assertThat(age.oldest()).isNull();
		assertThat(age.basis()).isEqualTo(Basis.UNKNOWN);
	}

	@Test
	void whereNoWayOfCountingIsInForceTheAgeIsUnknown() {
		assertThat(age(new FamilySketch().sown("S", "1899-10-18").dug("L", "1905-09-18", "S", "B"), "L").basis())
			.isEqualTo(Basis.UNKNOWN);
		assertThat(age(new FamilySketch().sown("S", "1890-10-18").dug("L", "1895-09-18", "S", "B"), "L").basis())
			.isEqualTo(Basis.UNKNOWN);
	}

	@Test
	void seedHasNoAge() {
		assertThat(Ages.of(new FamilySketch().sown("S", "2019-10-18").of("S"))).isNull();
	}

	private static FamilySketch sketchWithMarketRoot(@Nullable Integer seasons) {
		return new FamilySketch().sown("S", "2019-10-18")
			.dug("L", "2024-09-18", "S", "B")
			.bought("X", seasons)
			.merged("M", "L:4 X:1");
	}

	private static Age age(FamilySketch sketch, String lot) {
		return Objects.requireNonNull(Ages.of(sketch.of(lot)));
	}

}
