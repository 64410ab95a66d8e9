package org.shenyuan.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.shenyuan.trace.Kin.Edge;

/**
 * The layered drawing of an acyclic graph (after Sugiyama, Tagawa and Toda): every node
 * on a layer below all that leads to it, as near as can be to what it leads to; of a
 * layer with too many nodes only the heaviest by themselves, the others as one; and the
 * nodes of a layer in an order in which few lines cross.
 *
 * @param rows the layers from the top, each in its order
 * @param edges between neighbouring layers
 */
record Layers(List<List<Place>> rows, List<Edge> edges) {

	private static final int SWEEPS = 6;

	/**
	 * What stands in a layer.
	 *
	 * @param id of a node; made up for a bend and for many in one
	 * @param many how many nodes it stands for, 0 for a bend of a line that passes by
	 */
	record Place(String id, int many) {

		boolean isBend() {
			return this.many == 0;
		}

	}

	/**
	 * @param focus which is shown by itself in any case
	 * @param most of a layer
	 */
	static Layers of(Set<String> nodes, List<Edge> edges, String focus, int most) {
		Map<String, Integer> layer = layers(nodes, edges);
		Map<String, Place> places = collapse(layer, edges, focus, most);
		Map<String, Integer> layerOf = new HashMap<>();
		places.forEach((node, place) -> layerOf.put(place.id(), layer.get(node)));
		Map<List<String>, Long> merged = new LinkedHashMap<>();
		edges.forEach((edge) -> merged.merge(List.of(place(places, edge.from()).id(), place(places, edge.to()).id()),
				edge.grams(), Long::sum));
		Map<Integer, List<Place>> rows = new TreeMap<>();
		places.values()
			.stream()
			.distinct()
			.forEach((place) -> rows.computeIfAbsent(layerOf.get(place.id()), (row) -> new ArrayList<>()).add(place));
		List<Edge> segments = new ArrayList<>();
		merged.forEach((ends, grams) -> {
			String from = ends.get(0);
			for (int row = layerOf.getOrDefault(from, 0) + 1; row < layerOf.getOrDefault(ends.get(1), 0); row++) {
				Place bend = new Place(ends.get(0) + '>' + ends.get(1) + '@' + row, 0);
				rows.computeIfAbsent(row, (any) -> new ArrayList<>()).add(bend);
				segments.add(new Edge(from, bend.id(), grams));
				from = bend.id();
			}
			segments.add(new Edge(from, ends.get(1), grams));
		});
		List<List<Place>> ordered = new ArrayList<>(rows.values());
		order(ordered, segments);
		return new Layers(ordered, segments);
	}

	/**
	 * As late as possible, so that what is bought stands right above where it is used.
	 */
	private static Map<String, Integer> layers(Set<String> nodes, List<Edge> edges) {
		Map<String, List<String>> before = new HashMap<>();
		Map<String, Integer> onward = new HashMap<>();
		edges.forEach((edge) -> {
			before.computeIfAbsent(edge.to(), (to) -> new ArrayList<>()).add(edge.from());
			onward.merge(edge.from(), 1, Integer::sum);
		});
		Deque<String> ready = new ArrayDeque<>(nodes.stream().filter((node) -> !onward.containsKey(node)).toList());
		Map<String, Integer> height = new HashMap<>();
		ready.forEach((last) -> height.put(last, 0));
		int top = 0;
		while (!ready.isEmpty()) {
			String node = ready.remove();
			top = Math.max(top, height.getOrDefault(node, 0));
			for (String from : before.getOrDefault(node, List.of())) {
				height.merge(from, height.getOrDefault(node, 0) + 1, Math::max);
				if (onward.merge(from, -1, Integer::sum) == 0) {
					ready.add(from);
				}
			}
		}
		Map<String, Integer> layers = new LinkedHashMap<>();
		for (String node : nodes) {
			layers.put(node, top - height.getOrDefault(node, 0));
		}
		return layers;
	}

	/**
	 * Goes from the focus outwards, so that what is shown hangs together: the nodes that
	 * exchange most with what is shown already.
	 */
	private static Map<String, Place> collapse(Map<String, Integer> layer, List<Edge> edges, String focus, int most) {
		Map<Integer, List<String>> rows = new TreeMap<>();
		layer.forEach((node, row) -> rows.computeIfAbsent(row, (any) -> new ArrayList<>()).add(node));
		Map<String, List<Edge>> touching = new HashMap<>();
		edges.forEach((edge) -> {
			touching.computeIfAbsent(edge.from(), (node) -> new ArrayList<>()).add(edge);
			touching.computeIfAbsent(edge.to(), (node) -> new ArrayList<>()).add(edge);
		});
		int home = layer.getOrDefault(focus, 0);
		Set<String> shown = new HashSet<>(Set.of(focus));
		Map<String, Place> places = new LinkedHashMap<>();
		rows.keySet().stream().sorted(Comparator.comparingInt((Integer row) -> Math.abs(row - home))).forEach((row) -> {
			List<String> heaviest = rows.getOrDefault(row, List.of())
				.stream()
				.sorted(Comparator.comparing((String node) -> !node.equals(focus))
					.thenComparing(Comparator.comparingLong((String node) -> weight(node, touching, shown)).reversed())
					.thenComparing(Comparator.naturalOrder()))
				.toList();
			int alone = (heaviest.size() <= most) ? most : most - 1;
			Place rest = new Place("row " + row, Math.max(1, heaviest.size() - alone));
			for (int i = 0; i < heaviest.size(); i++) {
				boolean isAlone = i < alone;
				places.put(heaviest.get(i), isAlone ? new Place(heaviest.get(i), 1) : rest);
				if (isAlone) {
					shown.add(heaviest.get(i));
				}
			}
		});
		return places;
	}

	private static long weight(String node, Map<String, List<Edge>> touching, Set<String> shown) {
		return touching.getOrDefault(node, List.of())
			.stream()
			.filter((edge) -> shown.contains(edge.from()) || shown.contains(edge.to()))
			.mapToLong((edge) -> edge.grams() + 1)
			.sum();
	}

	private static Place place(Map<String, Place> places, String node) {
		return places.getOrDefault(node, new Place(node, 1));
	}

	/** Each to the mean of its neighbours, downwards and upwards in turn. */
	private static void order(List<List<Place>> rows, List<Edge> edges) {
		Map<String, List<String>> above = new HashMap<>();
		Map<String, List<String>> below = new HashMap<>();
		edges.forEach((edge) -> {
			above.computeIfAbsent(edge.to(), (node) -> new ArrayList<>()).add(edge.from());
			below.computeIfAbsent(edge.from(), (node) -> new ArrayList<>()).add(edge.to());
		});
		for (int sweep = 0; sweep < SWEEPS; sweep++) {
			boolean down = sweep % 2 == 0;
			for (int i = 1; i < rows.size(); i++) {
				int row = down ? i : rows.size() - 1 - i;
				Map<String, Double> fixed = positions(rows.get(down ? row - 1 : row + 1));
				Map<String, Double> own = positions(rows.get(row));
				Map<String, List<String>> neighbours = down ? above : below;
				rows.get(row)
					.sort(Comparator.comparingDouble((Place place) -> neighbours.getOrDefault(place.id(), List.of())
						.stream()
						.mapToDouble((other) -> fixed.getOrDefault(other, 0.5))
						.average()
						.orElse(own.getOrDefault(place.id(), 0.5))));
			}
		}
	}

	/** Between 0 and 1. */
	private static Map<String, Double> positions(List<Place> row) {
		Map<String, Double> positions = new HashMap<>();
		for (int i = 0; i < row.size(); i++) {
			positions.put(row.get(i).id(), (i + 0.5) / row.size());
		}
		return positions;
	}

}
