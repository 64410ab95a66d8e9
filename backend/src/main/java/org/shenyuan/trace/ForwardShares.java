package org.shenyuan.trace;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.shenyuan.trace.Family.Edge;

/**
 * How much of every lot downstream came from a start, by weight: the counterpart of
 * {@link Shares}, in the same parts of the same whole. Every event hands on the mean of
 * what went into it, weighed (or, where nothing weighs, evenly); what did not come from
 * the start counts as none of it. Each node is visited once.
 */
final class ForwardShares {

	private final Map<String, List<Edge>> inputs = new HashMap<>();

	private final Map<String, Long> parts = new HashMap<>();

	private final Map<String, Integer> waiting = new HashMap<>();

	private final Map<String, List<String>> onward = new HashMap<>();

	private ForwardShares(Map<String, Long> starts, Map<String, List<Edge>> inputs) {
		this.inputs.putAll(inputs);
		this.inputs.keySet().removeAll(starts.keySet());
		this.parts.putAll(starts);
		this.inputs.forEach((node, edges) -> edges.forEach((edge) -> {
			if (starts.containsKey(edge.lot()) || this.inputs.containsKey(edge.lot())) {
				this.waiting.merge(node, 1, Integer::sum);
				this.onward.computeIfAbsent(edge.lot(), (from) -> new ArrayList<>()).add(node);
			}
		}));
	}

	/**
	 * @param starts parts of {@link Shares#WHOLE} that each start is of
	 * @param inputs of every node that was reached: what went into an event, and for a
	 * lot the event that made it
	 * @return the parts of every node
	 */
	static Map<String, Long> of(Map<String, Long> starts, Map<String, List<Edge>> inputs) {
		ForwardShares shares = new ForwardShares(starts, inputs);
		Deque<String> ready = new ArrayDeque<>(starts.keySet());
		while (!ready.isEmpty()) {
			for (String next : shares.onward.getOrDefault(ready.remove(), List.of())) {
				if (shares.waiting.merge(next, -1, Integer::sum) == 0) {
					shares.parts.put(next, shares.mean(shares.inputs.getOrDefault(next, List.of())));
					ready.add(next);
				}
			}
		}
		return shares.parts;
	}

	private long mean(List<Edge> edges) {
		long grams = edges.stream().mapToLong(Edge::grams).sum();
		BigInteger weighed = BigInteger.ZERO;
		for (Edge edge : edges) {
			weighed = weighed.add(BigInteger.valueOf(this.parts.getOrDefault(edge.lot(), 0L))
				.multiply(BigInteger.valueOf((grams == 0) ? 1 : edge.grams())));
		}
		BigInteger total = BigInteger.valueOf((grams == 0) ? edges.size() : grams);
		return weighed.add(total.shiftRight(1)).divide(total).longValueExact();
	}

}
