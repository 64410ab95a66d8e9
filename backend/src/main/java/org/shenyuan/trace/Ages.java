package org.shenyuan.trace;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.LotKind;
import org.shenyuan.trace.Age.Basis;
import org.shenyuan.trace.Age.Count;
import org.shenyuan.trace.Family.Edge;
import org.shenyuan.trace.Family.Member;
import org.shenyuan.trace.Family.Step;

/**
 * Counts growing seasons from the planting record, through nursery bed and transplanting:
 * a plant's years begin when it first comes up, wherever it is moved afterwards.
 */
final class Ages {

	private final Family family;

	private final Map<String, Set<Integer>> emergence = new HashMap<>();

	private Ages(Family family) {
		this.family = family;
	}

	/** The age of a lot's roots, or null for a lot that has none: seed. */
	static @Nullable Age of(Family family) {
		return new Ages(family).roots();
	}

	private @Nullable Age roots() {
		Member target = this.family.lot();
		if (target.kind() == LotKind.SEED || target.kind() == LotKind.SEEDLING || target.kind() == LotKind.STAND) {
			return null;
		}
		Age age = null;
		for (Member lot : this.family.lots().values()) {
			Step maker = this.family.makerOf(lot);
			Age own = maker.isHarvest() ? dug(maker) : (isBoughtRoot(lot) ? declared(maker) : null);
			if (own != null) {
				age = (age != null) ? age.and(own) : own;
			}
		}
		return (age != null) ? age : new Age(null, null, Basis.UNKNOWN, List.of());
	}

	private static boolean isBoughtRoot(Member lot) {
		return lot.external() && (lot.kind() == LotKind.FRESH || lot.kind() == LotKind.PROCESSED);
	}

	private static Age declared(Step purchase) {
		Integer seasons = purchase.declaredSeasons();
		return new Age(seasons, seasons, (seasons != null) ? Basis.DECLARED : Basis.UNKNOWN, List.of());
	}

	private Age dug(Step harvest) {
		LocalDate day = harvest.at().toLocalDate();
		Seasons seasons = this.family.seasonsOn(day);
		if (seasons == null) {
			return new Age(null, null, Basis.UNKNOWN, List.of());
		}
		Age age = null;
		for (int emerged : emergenceOf(harvest.inputs().getFirst().lot())) {
			int completed = seasons.completed(emerged, day);
			Age one = new Age(completed, completed, harvest.witnessed() ? Basis.WITNESSED : Basis.RECORDED,
					List.of(new Count(emerged, day.getYear(), completed)));
			age = (age != null) ? age.and(one) : one;
		}
		return (age != null) ? age : new Age(null, null, Basis.UNKNOWN, List.of());
	}

	/**
	 * Years in which the plants of a stand or seedling lot first came up; empty when
	 * unknown.
	 */
	private Set<Integer> emergenceOf(String start) {
		Set<Integer> known = this.emergence.get(start);
		if (known != null) {
			return known;
		}
		Set<Integer> years = new TreeSet<>();
		Set<String> seen = new TreeSet<>();
		Deque<String> open = new ArrayDeque<>(List.of(start));
		while (!open.isEmpty()) {
			String next = open.pop();
			if (!seen.add(next)) {
				continue;
			}
			Member lot = this.family.lot(next);
			Step maker = this.family.makerOf(lot);
			if (maker.kind().equals("sown")) {
				LocalDate sown = maker.at().toLocalDate();
				Seasons seasons = this.family.seasonsOn(sown);
				if (seasons == null) {
					return remember(start, Set.of());
				}
				years.add(seasons.emergence(sown));
			}
			else if (lot.external()) {
				return remember(start, Set.of());
			}
			else {
				maker.inputs().stream().map(Edge::lot).forEach(open::push);
			}
		}
		return remember(start, years);
	}

	private Set<Integer> remember(String stand, Set<Integer> years) {
		this.emergence.put(stand, years);
		return years;
	}

}
