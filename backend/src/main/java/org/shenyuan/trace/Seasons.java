package org.shenyuan.trace;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * How the years of a root are counted: seed sown up to {@code emergesUntil} comes up in
 * the same year, later seed in the next; the season of a year counts for roots dug from
 * {@code completeFrom} on. Both dates are data (rule {@code growing-season}).
 *
 * @param source why these dates
 */
record Seasons(String species, LocalDate validFrom, LocalDate validTo, MonthDay emergesUntil, MonthDay completeFrom,
		String source) {

	boolean isInForce(LocalDate day) {
		return !day.isBefore(this.validFrom) && !day.isAfter(this.validTo);
	}

	/** The year in which seed sown on a day first comes up. */
	int emergence(LocalDate sown) {
		return MonthDay.from(sown).isAfter(this.emergesUntil) ? sown.getYear() + 1 : sown.getYear();
	}

	/** Growing seasons completed on a day by plants that first came up in a year. */
	int completed(int emerged, LocalDate dug) {
		return dug.getYear() - emerged + (MonthDay.from(dug).isBefore(this.completeFrom) ? 0 : 1);
	}

}
