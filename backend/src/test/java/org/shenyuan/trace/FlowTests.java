package org.shenyuan.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.shenyuan.trace.Flow.End;
import org.shenyuan.trace.Flow.What;
import org.shenyuan.trace.Kin.Edge;
import org.shenyuan.trace.Kin.Node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

class FlowTests {

	@Test
	void asMuchComesOutAsGoesInAndAllOfItToOneScale() {
		Flow flow = drawn(kin(
				Map.of("A", lot(900), "B", lot(300), "e", new Node("e", false, "processed", "RED", 400, 850), "T",
						lot(300), "f", new Node("f", false, "shipped", null, 120, 0), "g",
						new Node("g", false, "adjusted", null, 0, 30)),
				edge("A", "e", 900), edge("B", "e", 300), edge("e", "T", 300), edge("T", "f", 120), edge("T", "g", 30)),
				Set.of("A"));
		assertThat(flow.made().left()).extracting(End::what, End::name, End::grams)
			.containsExactly(tuple(What.LOT, "A", 900L), tuple(What.LOT, null, 300L), tuple(What.ADDED, null, 50L));
		assertThat(flow.made().right()).extracting(End::what).containsExactly(What.LOT, What.OTHERS, What.LOST);
		assertThat(flow.made().in()).isEqualTo(1250).isEqualTo(flow.made().out() + flow.made().lost());
		assertThat(flow.used().right()).extracting(End::what).containsExactly(What.EVENT, What.LOST, What.LEFT);
		assertThat(flow.used().in()).isEqualTo(300).isEqualTo(flow.used().out() + flow.used().lost());
		double perGram = flow.made().middle().height() / 1250;
		Stream.of(flow.made().left(), flow.made().right(), flow.used().right(), List.of(flow.used().middle()))
			.flatMap(List::stream)
			.forEach((end) -> assertThat(end.height()).isCloseTo(end.grams() * perGram, within(1e-9)));
		assertThat(flow.made().bands()).hasSize(6);
	}

	@Test
	void manyInputsAreTheHeaviestAndTheRest() {
		Map<String, Node> nodes = new LinkedHashMap<>();
		nodes.put("e", new Node("e", false, "regrouped", null, 210, 0));
		nodes.put("T", lot(210));
		List<Edge> edges = new ArrayList<>(List.of(edge("e", "T", 210)));
		IntStream.rangeClosed(1, 20).forEach((i) -> {
			nodes.put("L" + i, lot(i));
			edges.add(edge("L" + i, "e", i));
		});
		Flow flow = drawn(new Kin("T", nodes, edges), Set.of());
		assertThat(flow.made().left()).hasSize(5);
		End rest = flow.made().left().getLast();
		assertThat(rest.what()).isEqualTo(What.MORE);
		assertThat(rest.many()).isEqualTo(16);
		assertThat(rest.grams()).isEqualTo(136);
	}

	@Test
	void aStandingCropWeighsNothing() {
		assertThat(Flow.of(kin(Map.of("e", new Node("e", false, "sown", null, 0, 0), "T", lot(0)), edge("e", "T", 0)),
				Set.of()))
			.isNull();
	}

	@Test
	void howOthersWorkedOnTheirLotsIsNotTold() {
		Kin kin = kin(
				Map.of("A", lot(10), "e", new Node("e", false, "processed", "RED", 10, 0), "B", lot(10), "f",
						new Node("f", false, "processed", "SLICING", 10, 0), "T", lot(10)),
				edge("A", "e", 10), edge("e", "B", 10), edge("B", "f", 10), edge("f", "T", 10))
			.toldTo(Set.of("T"));
		assertThat(kin.nodes().get("f")).extracting(Node::what).isEqualTo("SLICING");
		assertThat(kin.nodes().get("e")).extracting(Node::what).isNull();
	}

	private static Flow drawn(Kin kin, Set<String> readable) {
		return Objects.requireNonNull(Flow.of(kin, readable));
	}

	private static Node lot(long grams) {
		return new Node(grams == 300 ? "T" : "L", true, "FRESH", "FRESH", grams, 0);
	}

	private static Edge edge(String from, String to, long grams) {
		return new Edge(from, to, grams);
	}

	private static Kin kin(Map<String, Node> nodes, Edge... edges) {
		return new Kin("T", nodes, List.of(edges));
	}

}
