package org.shenyuan.cartons;

import java.time.ZonedDateTime;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.shenyuan.labels.Sscc;

/**
 * Cartons of one lot that were numbered together, each with as many packs.
 *
 * @param first serial reference of the first of them
 * @param units packs in each
 * @param grossGrams of one, weighed, if it was
 * @param party whose prefix it is
 */
record Cartons(String id, String prefix, int extension, long first, long count, String lot, String party, long units,
		@Nullable Long grossGrams, ZonedDateTime numbered, String author) {

	/**
	 * The number of one of them, counted from 1.
	 */
	Sscc sscc(long carton) {
		return Sscc.of(this.extension, this.prefix, this.first + carton - 1);
	}

	public String firstNumber() {
		return sscc(1).text();
	}

	public String lastNumber() {
		return sscc(this.count).text();
	}

	/** Whether the same was asked for. */
	boolean isSame(String askedLot, long askedCount, long askedUnits, @Nullable Long askedGross) {
		return this.lot.equals(askedLot) && this.count == askedCount && this.units == askedUnits
				&& Objects.equals(this.grossGrams, askedGross);
	}

}
