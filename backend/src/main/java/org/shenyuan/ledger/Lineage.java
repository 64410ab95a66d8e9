package org.shenyuan.ledger;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * From what the lots at hand were made, as far as it is stopped: what the graph says of
 * their ancestors, and in memory what the events at hand make of one another.
 */
final class Lineage {

	private final Map<String, Set<String>> parents = new HashMap<>();

	private final Map<String, Set<String>> held = new HashMap<>();

	private final Map<String, Set<String>> recalls = new HashMap<>();

	/**
	 * @param source an ancestor of the lot, or itself
	 * @param recalls the origins of the recalls that the source is under
	 */
	void knows(String lot, String source, boolean isHeld, Collection<String> recalls) {
		if (isHeld) {
			this.held.computeIfAbsent(lot, (id) -> new HashSet<>()).add(source);
		}
		this.recalls.computeIfAbsent(lot, (id) -> new HashSet<>()).addAll(recalls);
	}

	void made(String lot, Collection<String> from) {
		this.parents.put(lot, Set.copyOf(from));
	}

	/**
	 * The lots under a hold from which this one was made, itself included.
	 * @param lots as they stand after the events so far
	 */
	Set<String> holdsOn(String lot, Map<String, Lot> lots) {
		Set<String> holds = new TreeSet<>();
		for (String ancestor : known(lot)) {
			if (isHeld(lots.get(ancestor), false)) {
				holds.add(ancestor);
			}
			this.held.getOrDefault(ancestor, Set.of())
				.stream()
				.filter((source) -> isHeld(lots.get(source), true))
				.forEach(holds::add);
		}
		return holds;
	}

	/** The origins of the recalls that a lot is under. */
	Set<String> recallsOn(String lot) {
		Set<String> found = new TreeSet<>();
		known(lot).forEach((ancestor) -> found.addAll(this.recalls.getOrDefault(ancestor, Set.of())));
		return found;
	}

	private Set<String> known(String lot) {
		Set<String> seen = new HashSet<>();
		Deque<String> open = new ArrayDeque<>(List.of(lot));
		while (!open.isEmpty()) {
			String next = open.pop();
			if (seen.add(next)) {
				open.addAll(this.parents.getOrDefault(next, Set.of()));
			}
		}
		return seen;
	}

	private static boolean isHeld(@Nullable Lot lot, boolean unlessKnown) {
		return (lot != null) ? lot.held() : unlessKnown;
	}

}
