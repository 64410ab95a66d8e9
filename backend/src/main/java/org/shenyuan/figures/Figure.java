package org.shenyuan.figures;

import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a county comes to in a month, or several of them together. Masses in grams, areas
 * in square metres.
 *
 * @param county a code, empty for what belongs to none or to several
 * @param bases under a certificate on the last day, {@code squareMetres} certified there
 * @param dug fresh roots, without soil
 * @param labels issued and not void, {@code labelled} their net weight and {@code fresh}
 * what that can have weighed as dug roots at the least
 * @param scans by the verdict that the buyer was shown
 * @param reports from buyers
 * @param alerts goods on hold and recalls
 */
record Figure(String county, YearMonth month, long bases, long squareMetres, long dug, long labels, long labelled,
		long fresh, Map<String, Long> scans, long reports, long alerts) {

	static Figure none(String county, YearMonth month) {
		return new Figure(county, month, 0, 0, 0, 0, 0, 0, Map.of(), 0, 0);
	}

	/**
	 * Both together: what happened adds up. Bases stand for as long as they do: of two
	 * months of a county the later one tells, of two counties in a month both.
	 */
	Figure plus(Figure other) {
		boolean sameMonth = this.month.equals(other.month);
		Figure later = this.month.isBefore(other.month) ? other : this;
		Map<String, Long> both = new TreeMap<>(this.scans);
		other.scans.forEach((verdict, count) -> both.merge(verdict, count, Long::sum));
		return new Figure(this.county.equals(other.county) ? this.county : "", later.month,
				sameMonth ? this.bases + other.bases : later.bases,
				sameMonth ? this.squareMetres + other.squareMetres : later.squareMetres, this.dug + other.dug,
				this.labels + other.labels, this.labelled + other.labelled, this.fresh + other.fresh, both,
				this.reports + other.reports, this.alerts + other.alerts);
	}

	/** Whether bases stood, and nothing else was to tell. */
	public boolean isStill() {
		return this.dug + this.labels + scanned() + this.reports + this.alerts == 0;
	}

	public long scanned() {
		return this.scans.values().stream().mapToLong(Long::longValue).sum();
	}

	public long scanned(String verdict) {
		return this.scans.getOrDefault(verdict, 0L);
	}

}
