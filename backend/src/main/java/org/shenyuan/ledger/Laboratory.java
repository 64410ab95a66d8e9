package org.shenyuan.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Testing;
import org.shenyuan.events.Testing.Sampled;
import org.shenyuan.events.Testing.Tested;

/** Samples and reports that stand. */
public final class Laboratory {

	private final Map<String, Sampled> samples = new HashMap<>();

	private final Map<String, List<Tested>> reports = new HashMap<>();

	/** How a sample was drawn, when that was recorded. */
	public @Nullable Sampled sample(String number) {
		return this.samples.get(number);
	}

	/** Whether a report on a lot ever said no. */
	public boolean everFailed(String lot) {
		return reports(lot).stream().anyMatch(Tested::fails);
	}

	/**
	 * The report that still speaks against a lot: the last one that failed, as long as no
	 * sample drawn after its own, and never failed itself, has passed.
	 */
	public Optional<Tested> unanswered(String lot) {
		Set<String> failed = reports(lot).stream()
			.filter(Tested::fails)
			.map(Tested::sample)
			.collect(Collectors.toSet());
		return reports(lot).stream()
			.filter(Tested::fails)
			.max(Comparator.comparing((Tested report) -> report.sampled().toInstant()))
			.filter((last) -> reports(lot).stream()
				.noneMatch((later) -> !later.fails() && !failed.contains(later.sample())
						&& later.sampled().isAfter(last.sampled())));
	}

	void knows(Testing event) {
		switch (event) {
			case Sampled drawn -> this.samples.putIfAbsent(drawn.sample(), drawn);
			case Tested report -> this.reports.computeIfAbsent(report.lot(), (lot) -> new ArrayList<>()).add(report);
		}
	}

	void forgets(Testing event) {
		switch (event) {
			case Sampled drawn -> this.samples.remove(drawn.sample(), drawn);
			case Tested report -> reports(report.lot()).remove(report);
		}
	}

	private List<Tested> reports(String lot) {
		return this.reports.getOrDefault(lot, new ArrayList<>());
	}

}
