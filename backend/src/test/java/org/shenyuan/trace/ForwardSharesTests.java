package org.shenyuan.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.shenyuan.trace.Family.Edge;

import static org.assertj.core.api.Assertions.assertThat;

class ForwardSharesTests {

	@Test
	void aMergeIsSuspectByWeight() {
		Map<String, Long> parts = ForwardShares.of(Map.of("F1", Shares.WHOLE),
				Map.of("F1", List.of(new Edge("dig", 100)), "merge", List.of(new Edge("F1", 100), new Edge("X", 300)),
						"MIX", List.of(new Edge("merge", 400))));
		assertThat(parts.get("MIX")).isEqualTo(Shares.WHOLE / 4);
	}

	/** A start stays all of itself, also where another start flows into it. */
	@Test
	void aStartIsAllSuspect() {
		Map<String, Long> parts = ForwardShares.of(Map.of("sown", Shares.WHOLE, "dug", Shares.WHOLE),
				Map.of("STAND", List.of(new Edge("sown", 0)), "dug", List.of(new Edge("STAND", 0)), "F1",
						List.of(new Edge("dug", 100))));
		assertThat(parts).containsEntry("F1", Shares.WHOLE).containsEntry("dug", Shares.WHOLE);
	}

	/** Forward from an ancestor says the same as back from the descendant. */
	@Test
	void forwardAndBackwardAgree() {
		for (long seed = 0; seed < 50; seed++) {
			Random random = new Random(seed);
			FamilySketch sketch = new FamilySketch().bought("L0", null).bought("L1", null).bought("L2", null);
			Map<String, List<Edge>> inputs = new HashMap<>();
			for (int made = 3; made < 15; made++) {
				List<String> taken = new ArrayList<>();
				List<Edge> edges = new ArrayList<>();
				for (int from = 0; from < made; from++) {
					if (made == 3 || random.nextInt(made) < 2 || from == made - 1) {
						long grams = random.nextLong(1, 100_000);
						taken.add("L" + from + ":" + grams);
						edges.add(new Edge("L" + from, grams));
					}
				}
				sketch.merged("L" + made, String.join(" ", taken));
				if (edges.stream().anyMatch((edge) -> edge.lot().equals("L1") || inputs.containsKey(edge.lot()))) {
					inputs.put("of-L" + made, edges);
					inputs.put("L" + made, List.of(new Edge("of-L" + made, 1)));
				}
			}
			long backward = Shares.of(sketch.of("L14")).of("L1");
			long forward = ForwardShares.of(Map.of("L1", Shares.WHOLE), inputs).getOrDefault("L14", 0L);
			assertThat(forward).as("seed " + seed).isBetween(backward - 15, backward + 15);
		}
	}

}
