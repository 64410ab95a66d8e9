package org.shenyuan.events;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What a round of the land census found on a parcel. */
public interface LandSurvey {

	/** More than a thousand positions. */
	int LONGEST_OUTLINE = 60_000;

	String parcel();

	/** Whole area, as declared. */
	long squareMetres();

	String landClass();

	/** Suitability level, 1 the best; with {@link #grade} the 三级九等. */
	int level();

	int grade();

	String status();

	/** By which right the land is used. */
	@Nullable String tenure();

	/** The party that answers for the land. */
	@Nullable String steward();

	/**
	 * {@code POLYGON ((longitude latitude, …))} in WGS-84, first position repeated as
	 * last.
	 */
	@Nullable String outline();

	/** The datum from which the outline was converted, when it was. */
	@Nullable String convertedFrom();

	/** For example {@code 2024}. */
	String round();

	LocalDate surveyed();

	/** Everything but the outline, which is for few to read. */
	default Map<String, @Nullable Object> findings() {
		Map<String, @Nullable Object> findings = new LinkedHashMap<>();
		findings.put("squareMetres", squareMetres());
		findings.put("landClass", landClass());
		findings.put("level", (long) level());
		findings.put("grade", (long) grade());
		findings.put("status", status());
		findings.put("tenure", tenure());
		findings.put("steward", steward());
		findings.put("round", round());
		findings.put("surveyed", surveyed());
		return findings;
	}

}
