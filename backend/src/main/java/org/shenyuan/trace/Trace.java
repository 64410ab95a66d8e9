package org.shenyuan.trace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.LotKind;
import org.shenyuan.events.Recalling.Recalled;
import org.shenyuan.events.Role;
import org.shenyuan.events.Testing.Tested;
import org.shenyuan.seed.Approval;

/**
 * What may be told of a lot to anyone: where it came from, what was done to it, and how
 * all that is known. Masses in grams, shares in per cent that add up to exactly 100.
 *
 * @param traced per cent by weight that leads back to a base
 * @param certified per cent by weight dug under a valid certificate
 * @param conformity the certificate of conformity, null for goods that have none by rule
 * @param missing what would make the record complete
 * @param lots how many lots the family has
 */
public record Trace(String lot, LotKind kind, String product, String species, long grams, long unitGrams,
		@Nullable Age age, List<Source> sources, BigDecimal traced, List<SeedSource> seeds, List<Stop> journey,
		List<Report> reports, List<String> holds, List<Recall> recalls, BigDecimal certified,
		@Nullable Promise conformity, List<Missing> missing, int lots) {

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

		static Recall of(Recalled recall) {
			return new Recall(recall.at(), recall.reason(), recall.advice());
		}

	}

	/**
	 * A seed lot at the root of it all.
	 *
	 * @param approval how its variety stands with the expert committee today, null for
	 * seed without a named variety
	 * @param accessions that the variety was raised from
	 * @param papers that were filed for the lot
	 */
	public record SeedSource(BigDecimal share, String lot, @Nullable String variety, @Nullable String varietyKind,
			@Nullable Approval approval, List<Origin> accessions, List<SeedPaper> papers) {
	}

	/** Germplasm: its number, and where and when it was taken. */
	public record Origin(String number, String name, String county, @Nullable String town, LocalDate collected) {
	}

	/** A paper of a seed lot; open-ended when it has no last day. */
	public record SeedPaper(String kind, String number, String issuer, LocalDate validFrom,
			@Nullable LocalDate validTo) {
	}

	/**
	 * 承诺达标合格证 of the goods.
	 *
	 * @param lots whose goods these are, as far back as the certificates reach
	 */
	public record Promise(PromiseStanding standing, List<Declaration> declarations, List<String> lots) {
	}

	/** Whether the goods stand under a certificate of conformity. */
	public enum PromiseStanding {

		/** All of them, and nobody else's goods came between. */
		VALID,
		/** Goods of several producers were put together since. */
		VOID,
		/** Not all of them. */
		NONE

	}

	/** Who promised, when, and on what ground. */
	public record Declaration(String number, String lot, String by, String method, LocalDate on) {
	}

	/**
	 * Something that the record lacks.
	 *
	 * @param what a subject of the rules {@code completeness}
	 * @param detail which paper, where there are several
	 * @param who could supply it, and {@code party} by name where that is known
	 * @param lots the first of {@code count} that lack it
	 */
	public record Missing(String what, @Nullable String detail, Role who, @Nullable String party, List<String> lots,
			int count) {
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
