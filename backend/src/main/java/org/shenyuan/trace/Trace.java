package org.shenyuan.trace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.LotKind;
import org.shenyuan.events.Testing.Tested;

/**
 * What may be told of a lot to anyone: where it came from, what was done to it, and how
 * all that is known. Masses in grams, shares in per cent that add up to exactly 100.
 *
 * @param traced per cent by weight that leads back to a base
 * @param certified per cent by weight dug under a valid certificate
 * @param lots how many lots the family has
 */
public record Trace(String lot, LotKind kind, String product, String species, long grams, long unitGrams,
		@Nullable Age age, List<Source> sources, BigDecimal traced, List<SeedSource> seeds, List<Stop> journey,
		List<Report> reports, List<String> holds, List<Recall> recalls, BigDecimal certified, int lots) {

	/**
	 * One base, or the outside.
	 *
	 * @param base null for roots bought outside the traced chain
	 * @param plots how many plots of the base took part
	 */
	public record Source(BigDecimal share, @Nullable String base, @Nullable String name, @Nullable String nameLatin,
			@Nullable String county, @Nullable String town, @Nullable String cultivation, int plots, int harvests,
			YearMonth firstHarvest, YearMonth lastHarvest, List<Paper> certificates) {
	}

	/**
	 * A certificate as it stood when the roots were dug, and as it stands today.
	 *
	 * @param atHarvest share of this source's harvests on whose day it was valid is all
	 * of them
	 */
	public record Paper(String number, String kind, String level, LocalDate validFrom, LocalDate validTo,
			boolean atHarvest, boolean today) {
	}

	/** A recall that something in the family is under, and what a buyer should do. */
	public record Recall(OffsetDateTime since, String reason, String advice) {
	}

	/** A seed lot at the root of it all. */
	public record SeedSource(BigDecimal share, String lot, @Nullable String variety, @Nullable String varietyKind) {
	}

	/**
	 * A stop on the way, merged over lots that took it together.
	 *
	 * @param what the kind of event, {@code detail} its process where it has one
	 */
	public record Stop(String what, @Nullable String detail, YearMonth first, YearMonth last, @Nullable String where,
			@Nullable String by, int times) {
	}

	/** A laboratory's report on a lot of the family. */
	public record Report(String number, String laboratory, String lot, OffsetDateTime sampled, boolean passed,
			List<Tested.Result> results) {
	}

}
