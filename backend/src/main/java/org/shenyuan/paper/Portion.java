package org.shenyuan.paper;

import java.util.Objects;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;
import org.shenyuan.labels.Job;
import org.shenyuan.labels.Stock;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;

/**
 * Which labels, and where on paper they begin.
 *
 * @param first and {@code last} label, all of them unless given
 * @param cell where to begin on a sheet that was used before, from 1
 */
public record Portion(@Nullable Integer first, @Nullable Integer last, @Nullable Integer cell) {

	public static final Portion ALL = new Portion(null, null, null);

	/**
	 * These labels of so many.
	 * @throws Refused if there are no such labels or cells
	 */
	public Job job(long count, Stock stock, IntFunction<Job.Label> labels) {
		int from = Objects.requireNonNullElse(this.first, 1);
		int to = (this.last != null) ? this.last : (int) count;
		int begin = Objects.requireNonNullElse(this.cell, 1);
		if (from < 1 || from > to || to > count) {
			throw new Refused(Refusal.of("labels.range", "last", "first", from, "last", to, "count", count));
		}
		if (begin < 1 || begin > stock.cells()) {
			throw new Refused(Refusal.of("labels.cell", "cell", "cells", stock.cells(), "given", begin));
		}
		return new Job(from, to, begin, labels);
	}

}
