package org.shenyuan.trace;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.shenyuan.trace.Kin.Edge;
import org.shenyuan.trace.Layers.Place;

import static org.assertj.core.api.Assertions.assertThat;

class LayersTests {

	@Test
	void goodsGoFromTheTopToTheBottom() {
		assertThat(rows(layers("A>e:5 e>B:5", "B", 5))).containsExactly("A", "e", "B");
	}

	@Test
	void whatIsBoughtStandsRightAboveWhereItIsUsed() {
		assertThat(rows(layers("A>e:5 e>B:5 B>m:5 X>m:1 m>C:6", "C", 5))).containsExactly("A", "e", "B X", "m", "C");
	}

	@Test
	void aLineThatPassesALayerIsBentThere() {
		Layers layers = layers("A>e:5 e>B:4 e>C:1 B>f:4 f>D:4 D>m:4 C>m:1 m>E:5", "E", 5);
		assertThat(layers.rows()).hasSize(7);
		assertThat(layers.rows().stream().flatMap(List::stream).filter(Place::isBend)).hasSize(2);
		for (Edge edge : layers.edges()) {
			assertThat(row(layers, edge.to())).isEqualTo(row(layers, edge.from()) + 1);
		}
	}

	@Test
	void ofHundredsTheHeaviestStandAloneAndTheOthersTogether() {
		String many = IntStream.rangeClosed(1, 300)
			.mapToObj((i) -> "L" + i + ">m:" + i)
			.reduce("m>T:45150", (one, other) -> one + " " + other);
		Layers layers = layers(many, "T", 5);
		List<Place> top = layers.rows().getFirst();
		assertThat(top).extracting(Place::id).contains("L300", "L299", "L298", "L297").hasSize(5);
		assertThat(top).extracting(Place::many).contains(296);
		assertThat(layers.edges().stream().filter((edge) -> edge.to().equals("m")).mapToLong(Edge::grams).sum())
			.isEqualTo(45150);
	}

	@Test
	void theFocusIsShownHoweverLightItIs() {
		String outputs = "A>e:100 e>T:1 "
				+ IntStream.rangeClosed(1, 9).mapToObj((i) -> "e>B" + i + ":10").reduce("", (a, b) -> a + " " + b);
		assertThat(layers(outputs.replaceAll(" +", " "), "T", 3).rows().getLast()).hasSize(3)
			.extracting(Place::id)
			.contains("T");
	}

	@Test
	void linesThatNeedNotCrossDoNot() {
		Layers layers = layers("A>e:1 B>f:1 C>g:1 g>X:1 f>Y:1 e>Z:1 X>m:1 Y>m:1 Z>m:1 m>T:3", "T", 5);
		assertThat(crossings(layers)).isZero();
	}

	@Test
	void aLatticeOfFortyLevelsIsLaidOutAtOnce() {
		StringBuilder edges = new StringBuilder("L0>s0:2");
		for (int i = 0; i < 40; i++) {
			edges.append(" s%1$d>a%1$d:1 s%1$d>b%1$d:1 a%1$d>m%1$d:1 b%1$d>m%1$d:1 m%1$d>L%2$d:2 L%2$d>s%2$d:2"
				.formatted(i, i + 1));
		}
		assertThat(layers(edges.toString(), "L40", 5).rows()).hasSize(4 * 40 + 2);
	}

	private static Layers layers(String drawn, String focus, int most) {
		List<Edge> edges = new ArrayList<>();
		Set<String> nodes = new LinkedHashSet<>();
		for (String edge : drawn.split(" ", -1)) {
			String[] parts = edge.split("[>:]", -1);
			edges.add(new Edge(parts[0], parts[1], Long.parseLong(parts[2])));
			nodes.addAll(List.of(parts[0], parts[1]));
		}
		return Layers.of(nodes, edges, focus, most);
	}

	private static Stream<String> rows(Layers layers) {
		return layers.rows().stream().map((row) -> String.join(" ", row.stream().map(Place::id).sorted().toList()));
	}

	private static int row(Layers layers, String id) {
		return IntStream.range(0, layers.rows().size())
			.filter((row) -> layers.rows().get(row).stream().anyMatch((place) -> place.id().equals(id)))
			.findFirst()
			.orElseThrow();
	}

	private static int crossings(Layers layers) {
		int crossings = 0;
		for (Edge one : layers.edges()) {
			for (Edge other : layers.edges()) {
				if (row(layers, one.from()) == row(layers, other.from())
						&& column(layers, one.from()) < column(layers, other.from())
						&& column(layers, one.to()) > column(layers, other.to())) {
					crossings++;
				}
			}
		}
		return crossings;
	}

	private static int column(Layers layers, String id) {
		List<String> row = layers.rows().get(row(layers, id)).stream().map(Place::id).toList();
		return row.indexOf(id);
	}

}
