package org.shenyuan.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * The age of the roots of a lot, in growing seasons.
 *
 * @param youngest counts for a claim of age, {@code oldest} for the food gate; null when
 * somebody's roots are of unknown age
 * @param basis the weakest of the ways in which it is known
 * @param arithmetic how it was counted, one line for each year of emergence and of
 * digging
 */
public record Age(@Nullable Integer youngest, @Nullable Integer oldest, Basis basis, List<Count> arithmetic) {

	/** From the strongest to the weakest. */
	public enum Basis {

		/** From the planting record, dug before a witness. */
		WITNESSED,
		/** From the planting record. */
		RECORDED,
		/** The seller's word. */
		DECLARED,
		/** Nobody says. */
		UNKNOWN

	}

	/** Came up in one year, was dug in another: that many seasons. */
	public record Count(int emerged, int dug, int seasons) implements Comparable<Count> {

		@Override
		public int compareTo(Count other) {
			int byYear = Integer.compare(this.emerged, other.emerged);
			return (byYear != 0) ? byYear : Integer.compare(this.dug, other.dug);
		}

	}

	/**
	 * Of goods put together: from the youngest of both to the oldest, known as weakly as
	 * the weaker is.
	 */
	public Age and(Age other) {
		TreeSet<Count> counts = new TreeSet<>(this.arithmetic);
		counts.addAll(other.arithmetic);
		Basis weaker = (this.basis.compareTo(other.basis) > 0) ? this.basis : other.basis;
		return new Age(both(this.youngest, other.youngest, Math::min), both(this.oldest, other.oldest, Math::max),
				weaker, new ArrayList<>(counts));
	}

	private static @Nullable Integer both(@Nullable Integer one, @Nullable Integer other,
			BinaryOperator<Integer> choice) {
		return (one != null && other != null) ? choice.apply(one, other) : null;
	}

}
