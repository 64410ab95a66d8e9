package org.shenyuan.trace;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.shenyuan.trace.Grounds.Ground;

import static org.assertj.core.api.Assertions.assertThat;

class GroundsTests {

	private static final LocalDate DAY = LocalDate.of(2024, 10, 10);

	@Test
	void aBlendIsSharedByBaseAndYearAndTheOutsideIsNobodys() {
		FamilySketch sketch = new FamilySketch().sown("S", "2019-10-18")
			.dug("A", "2023-09-18", "S", "B1")
			.dug("B", "2024-09-18", "S", "B1")
			.dug("C", "2024-09-19", "S", "B2")
			.bought("X", null)
			.merged("T", "A:10 B:20 C:30 X:40");
		assertThat(Grounds.of(sketch.of("T"), 1000, DAY)).isEqualTo(List.of(new Ground("B1", 2023, 100, 100),
				new Ground("B1", 2024, 200, 200), new Ground("B2", 2024, 300, 300)));
	}

	@Test
	void whatIsAllBoughtOutsideDrawsOnNoBase() {
		assertThat(Grounds.of(new FamilySketch().bought("X", 4).merged("T", "X:1").of("T"), 1000, DAY)).isEmpty();
	}

}
