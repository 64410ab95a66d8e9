package org.shenyuan.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonValue;

/** Label numbers as a few ranges, sorted, apart, both ends included. */
public record Ranges(@JsonValue List<Range> ranges) {

	/** From {@code first} to {@code last}, both included. */
	public record Range(long first, long last) {

		long size() {
			return this.last - this.first + 1;
		}

	}

	public static final Ranges NONE = new Ranges(List.of());

	/**
	 * Reads the flat form {@code [first, last, first, last, …]} in which the graph keeps
	 * them.
	 */
	public static Ranges ofFlat(List<Long> flat) {
		List<Range> ranges = new ArrayList<>();
		for (int i = 0; i + 1 < flat.size(); i += 2) {
			ranges.add(new Range(flat.get(i), flat.get(i + 1)));
		}
		return new Ranges(ranges);
	}

	public List<Long> flat() {
		return this.ranges.stream().flatMap((range) -> List.of(range.first, range.last).stream()).toList();
	}

	public boolean contains(long number) {
		return this.ranges.stream().anyMatch((range) -> range.first <= number && number <= range.last);
	}

	public long size() {
		return this.ranges.stream().mapToLong(Range::size).sum();
	}

	/** How many numbers of {@code first} to {@code last} are in here. */
	public long within(long first, long last) {
		return this.ranges.stream()
			.mapToLong((range) -> Math.max(0, Math.min(range.last, last) - Math.max(range.first, first) + 1))
			.sum();
	}

	/** These and {@code first} to {@code last}; neighbours grow together. */
	public Ranges plus(long first, long last) {
		List<Range> sorted = new ArrayList<>(this.ranges);
		sorted.add(new Range(first, last));
		sorted.sort(Comparator.comparingLong(Range::first));
		List<Range> joined = new ArrayList<>();
		for (Range next : sorted) {
			if (!joined.isEmpty() && next.first <= joined.getLast().last + 1) {
				Range previous = joined.removeLast();
				joined.add(new Range(previous.first, Math.max(previous.last, next.last)));
			}
			else {
				joined.add(next);
			}
		}
		return new Ranges(List.copyOf(joined));
	}

	/** These without {@code first} to {@code last}. */
	public Ranges minus(long first, long last) {
		List<Range> kept = new ArrayList<>();
		for (Range range : this.ranges) {
			if (range.first < first) {
				kept.add(new Range(range.first, Math.min(range.last, first - 1)));
			}
			if (range.last > last) {
				kept.add(new Range(Math.max(range.first, last + 1), range.last));
			}
		}
		return new Ranges(List.copyOf(kept));
	}

	/** These without others. */
	public Ranges minus(Ranges others) {
		Ranges left = this;
		for (Range range : others.ranges) {
			left = left.minus(range.first, range.last);
		}
		return left;
	}

}
