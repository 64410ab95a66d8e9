package org.shenyuan.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Documenting.ConformityDeclared;
import org.shenyuan.ledger.Conformity;
import org.shenyuan.ledger.Conformity.Source;
import org.shenyuan.ledger.EventJson;
import org.shenyuan.trace.Family.Edge;
import org.shenyuan.trace.Family.Member;
import org.shenyuan.trace.Family.Observation;
import org.shenyuan.trace.Family.Step;

/** Follows a lot back to the certificates of conformity that its goods stand under. */
final class Conformities {

	/** What changes hands or numbers, and nothing else. */
	private static final Set<String> CARRYING = Set.of("shipped", "received", "regrouped", "packed");

	private Conformities() {
	}

	static Conformity of(Family family) {
		Map<String, ConformityDeclared> declared = declared(family);
		List<Source> sources = new ArrayList<>();
		Set<String> seen = new HashSet<>(Set.of(family.target()));
		Deque<String> open = new ArrayDeque<>(seen);
		while (!open.isEmpty()) {
			Member lot = family.lot(open.remove());
			Step maker = family.makerOf(lot);
			ConformityDeclared promise = declared.get(lot.id());
			if (promise == null && CARRYING.contains(maker.kind())) {
				maker.inputs().stream().map(Edge::lot).filter(seen::add).forEach(open::add);
			}
			else {
				sources.add(source(lot, maker, promise));
			}
		}
		sources.sort(Comparator.comparing(Source::lot));
		return new Conformity(List.copyOf(sources));
	}

	private static Source source(Member lot, Step maker, @Nullable ConformityDeclared promise) {
		if (promise != null) {
			return new Source(lot.id(), promise.number(), promise.by());
		}
		// Two sellers of the market are two producers, whoever bought from them.
		return new Source(lot.id(), null, lot.external() ? lot.id() : maker.by());
	}

	/** The last declaration over each lot. */
	static Map<String, ConformityDeclared> declared(Family family) {
		Map<String, ConformityDeclared> declared = new HashMap<>();
		family.observations()
			.stream()
			.filter((seen) -> seen.kind().equals("conformityDeclared"))
			.sorted(Comparator.comparing(Observation::at))
			.forEach((seen) -> {
				if (EventJson.read(seen.content()) instanceof ConformityDeclared promise) {
					declared.put(promise.lot(), promise);
				}
			});
		return declared;
	}

}
