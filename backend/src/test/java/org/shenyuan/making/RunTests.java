package org.shenyuan.making;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.shenyuan.events.Effect.Portion;
import org.shenyuan.events.Making.Processed;
import org.shenyuan.events.Making.Processed.Addition;
import org.shenyuan.events.Making.Processed.Product;

import static org.assertj.core.api.Assertions.assertThat;

class RunTests {

	@Test
	void whatOneStepHandsToTheNextCountsNeitherInNorOut() {
		Run run = new Run("R", List.of(step("A:1000", 0, "B:900", 100), step("B:700", 50, "C:250 D:20", 480)),
				Map.of("B", 200L, "C", 0L, "D", 20L));
		assertThat(run.in()).isEqualTo(1000);
		assertThat(run.added()).isEqualTo(50);
		assertThat(run.out()).isEqualTo(200 + 250 + 20);
		assertThat(run.lost()).isEqualTo(580);
		assertThat(run.in() + run.added()).isEqualTo(run.out() + run.lost());
		assertThat(run.ratio()).isEqualTo(new BigDecimal("2.13"));
		assertThat(run.open()).containsExactly("B", "D");
	}

	@Test
	void aRunOfOneStepIsThatStep() {
		Run run = new Run("R", List.of(step("A:1000 X:500", 0, "B:500", 1000)), Map.of("B", 500L));
		assertThat(run.in()).isEqualTo(1500);
		assertThat(run.ratio()).isEqualByComparingTo("3");
	}

	private static Processed step(String inputs, long added, String outputs, long lost) {
		OffsetDateTime day = OffsetDateTime.parse("2024-09-19T08:00:00+08:00");
		return new Processed(UUID.randomUUID(), day, "P", "R", "RED", "F", day,
				List.of(inputs.split(" ", -1))
					.stream()
					.map((in) -> new Portion(in.substring(0, 1), Long.parseLong(in.substring(2))))
					.toList(),
				(added > 0) ? List.of(new Addition("sugar", added)) : null,
				List.of(outputs.split(" ", -1))
					.stream()
					.map((out) -> new Product(out.substring(0, 1), "RED", Long.parseLong(out.substring(2))))
					.toList(),
				lost);
	}

}
