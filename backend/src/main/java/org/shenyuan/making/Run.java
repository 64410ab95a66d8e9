package org.shenyuan.making;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Effect.Portion;
import org.shenyuan.events.Making.Processed;
import org.shenyuan.events.Making.Processed.Addition;
import org.shenyuan.events.Making.Processed.Product;

/**
 * Several steps over several days that are one run: what a step gives and a later one
 * takes is neither what went in nor what came out. Masses in grams.
 *
 * @param steps in the order in which they were finished, at least one
 * @param left of each lot that they made
 */
record Run(String number, List<Processed> steps, Map<String, Long> left) {

	public Processed first() {
		return this.steps.getFirst();
	}

	public Processed last() {
		return this.steps.getLast();
	}

	/** From outside the run. */
	public long in() {
		return taken() - handedOn();
	}

	public long added() {
		return this.steps.stream()
			.flatMap((step) -> Objects.requireNonNullElse(step.additions(), List.<Addition>of()).stream())
			.mapToLong(Addition::grams)
			.sum();
	}

	public long lost() {
		return this.steps.stream().mapToLong(Processed::lostGrams).sum();
	}

	/** What no step of the run took again. */
	public long out() {
		return this.steps.stream().flatMap((step) -> step.outputs().stream()).mapToLong(Product::grams).sum()
				- handedOn();
	}

	/** How much goes in for what comes out, null when nothing does. */
	public @Nullable BigDecimal ratio() {
		return (out() == 0) ? null
				: BigDecimal.valueOf(in()).divide(BigDecimal.valueOf(out()), 2, RoundingMode.HALF_UP);
	}

	/** The lots with which it may go on. */
	public List<String> open() {
		return this.steps.stream()
			.flatMap((step) -> step.outputs().stream())
			.map(Product::lot)
			.filter((lot) -> this.left.getOrDefault(lot, 0L) > 0)
			.toList();
	}

	private long taken() {
		return this.steps.stream().flatMap((step) -> step.inputs().stream()).mapToLong(Portion::grams).sum();
	}

	private long handedOn() {
		Set<String> made = this.steps.stream()
			.flatMap((step) -> step.outputs().stream())
			.map(Product::lot)
			.collect(Collectors.toSet());
		return this.steps.stream()
			.flatMap((step) -> step.inputs().stream())
			.filter((in) -> made.contains(in.lot()))
			.mapToLong(Portion::grams)
			.sum();
	}

}
