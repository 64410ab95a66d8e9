package org.shenyuan.trace;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shenyuan.trace.Family.Edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SharesTests {

	@Test
	void aSharedAncestorIsCountedOnceWithTheSumOfItsWays() {
		FamilySketch sketch = new FamilySketch().sown("S", "2019-10-18")
			.dug("A", "2024-09-18", "S", "B1")
			.dug("B", "2024-09-18", "S", "B2")
			.merged("X", "A:50 B:50")
			.merged("Y", "A:25 B:75")
			.merged("T", "X:100 Y:100");
		Shares shares = Shares.of(sketch.of("T"));
		assertThat(Shares.percent(shares.of("A"))).isEqualByComparingTo("37.5");
		assertThat(Shares.percent(shares.of("B"))).isEqualByComparingTo("62.5");
	}

	@Test
	void thirdsStillAddUpToTheWhole() {
		Map<String, Long> split = Shares.split(Shares.WHOLE,
				List.of(new Edge("A", 1), new Edge("B", 1), new Edge("C", 1)));
		assertThat(split.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(Shares.WHOLE);
		assertThat(split.values()).allMatch((share) -> Math.abs(share - Shares.WHOLE / 3.0) < 1);
	}

	@Test
	void whatWeighsNothingIsSplitEvenly() {
		assertThat(Shares.split(100, List.of(new Edge("A", 0), new Edge("B", 0)))).containsEntry("A", 50L)
			.containsEntry("B", 50L);
	}

	@Test
	void percentAreExactAndNeverInExponents() {
		assertThat(Shares.percent(Shares.WHOLE).toString()).isEqualTo("100");
		assertThat(Shares.percent(1)).isEqualTo(new BigDecimal("0.000000000001"));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void randomBlendsAlwaysAddUpToTheWhole(long seed) {
		Random random = new Random(seed);
		FamilySketch sketch = new FamilySketch().sown("S", "2019-10-18");
		int sources = 2 + random.nextInt(20);
		IntStream.range(0, sources).forEach((i) -> sketch.dug("L" + i, "2024-09-18", "S", "B" + i));
		int lots = sources;
		StringBuilder everything = new StringBuilder();
		for (; lots < sources + 60; lots++) {
			sketch.merged("L" + lots, "L%d:%d L%d:%d".formatted(random.nextInt(lots), 1 + random.nextInt(1_000_000),
					random.nextInt(lots), 1 + random.nextInt(1_000_000)));
		}
		for (int i = 0; i < lots; i++) {
			everything.append(" L").append(i).append(':').append(1 + random.nextInt(1_000_000));
		}
		Shares shares = Shares.of(sketch.merged("T", everything.toString()).of("T"));
		assertThat(IntStream.range(0, sources).mapToLong((i) -> shares.of("L" + i)).sum()).isEqualTo(Shares.WHOLE);
		assertThat(shares.of("S")).isEqualTo(Shares.WHOLE);
	}

	@Test
	void aCircleIsNoticed() {
		FamilySketch sketch = new FamilySketch().merged("A", "B:1").merged("B", "A:1").merged("T", "A:1");
		assertThatIllegalStateException().isThrownBy(() -> Shares.of(sketch.of("T"))).withMessageContaining("circle");
	}

}
