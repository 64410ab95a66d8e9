package org.shenyuan.trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A lot with everything that it was made of and everything that was made of it: the lots
 * and the events between them, as they are drawn.
 *
 * @param nodes by id
 * @param edges in the direction of the goods
 */
record Kin(String target, Map<String, Node> nodes, List<Edge> edges) {

	/**
	 * A lot, or an event.
	 *
	 * @param kind of the lot or of the event
	 * @param what product of the lot, process of the event; null where there is none
	 * @param grams of the lot, or of all that came out of the event
	 * @param lost grams by the event
	 */
	record Node(String id, boolean lot, String kind, @Nullable String what, long grams, long lost) {
	}

	/** A portion that went into an event, or came out of it; grams. */
	record Edge(String from, String to, long grams) {
	}

	/**
	 * What is told to somebody: how others worked on lots that he may not read, they keep
	 * to themselves.
	 */
	Kin toldTo(Set<String> readable) {
		Set<String> near = this.edges.stream()
			.filter((edge) -> readable.contains(edge.from()) || readable.contains(edge.to()))
			.flatMap((edge) -> Stream.of(edge.from(), edge.to()))
			.collect(Collectors.toSet());
		Map<String, Node> told = new LinkedHashMap<>(this.nodes);
		told.replaceAll((id, node) -> (node.lot() || near.contains(id)) ? node
				: new Node(id, false, node.kind(), null, node.grams(), node.lost()));
		return new Kin(this.target, told, this.edges);
	}

}
