package org.shenyuan.trace;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TracingTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

	@Test
	void aCertificateThatHasLapsedSinceWasStillValidAtHarvest() {
		Trace trace = Tracing.of(new FamilySketch().sown("S", "2019-10-18").dug("L", "2024-09-18", "S", "B").of("L"),
				TODAY);
		assertThat(trace.sources().getFirst().certificates()).singleElement().satisfies((paper) -> {
			assertThat(paper.atHarvest()).isTrue();
			assertThat(paper.today()).isFalse();
		});
	}

	@Test
	void aCertificateCountsAtHarvestOnlyIfItCoveredEveryDig() {
		Trace trace = Tracing.of(new FamilySketch().sown("S", "2017-10-18")
			.dug("L1", "2023-05-31", "S", "B")
			.dug("L2", "2024-09-18", "S", "B")
			.merged("M", "L1:1 L2:99")
			.of("M"), TODAY);
		assertThat(trace.sources().getFirst().certificates().getFirst().atHarvest()).isFalse();
		assertThat(trace.sources().getFirst().harvests()).isEqualTo(2);
	}

	@Test
	void marketRootLowersTheTracedShareAndNamesNoBase() {
		Trace trace = Tracing.of(new FamilySketch().sown("S", "2019-10-18")
			.dug("L", "2024-09-18", "S", "B")
			.bought("X", 5)
			.merged("M", "L:3 X:1")
			.of("M"), TODAY);
		assertThat(trace.traced()).isEqualByComparingTo("75");
		assertThat(trace.sources()).hasSize(2).last().satisfies((source) -> {
			assertThat(source.base()).isNull();
			assertThat(source.county()).isNull();
			assertThat(source.share()).isEqualByComparingTo("25");
		});
	}

}
