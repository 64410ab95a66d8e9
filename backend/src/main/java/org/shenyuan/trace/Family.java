package org.shenyuan.trace;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.LotKind;
import org.shenyuan.events.Sourcing.VarietyJudged;
import org.shenyuan.ledger.Rule;

/**
 * A lot and everything it was made from: lots, the events between them, the places where
 * they happened, and what was observed on the way. No paths, only nodes and the edges
 * between them, so its size is that of the graph and not of the number of ways through
 * it.
 */
record Family(String target, Map<String, Member> lots, Map<String, Step> events, Map<String, Place> places,
		Map<String, String> parties, List<Observation> observations, List<Seasons> seasons, List<String> recalls,
		Map<String, Variety> varieties, List<Rule> rules) {

	/**
	 * A lot of the family.
	 *
	 * @param maker the event that made it
	 */
	record Member(String id, LotKind kind, String product, String species, long grams, long unitGrams,
			ZonedDateTime since, boolean external, boolean held, String maker, @Nullable String variety) {
	}

	/**
	 * The variety of a seed lot, what it was raised from, and what experts said of it.
	 */
	record Variety(String id, String name, String kind, List<Accession> accessions, List<VarietyJudged> opinions) {
	}

	/** Germplasm: where and when it was taken. */
	record Accession(String number, String name, String county, @Nullable String town, LocalDate collected) {
	}

	/** A portion of a lot that went into an event. */
	record Edge(String lot, long grams) {
	}

	/** An event that made lots of the family. */
	record Step(String id, String kind, ZonedDateTime at, String by, @Nullable String place, List<Edge> inputs,
			@Nullable String process, boolean witnessed, @Nullable Integer declaredSeasons) {

		boolean isHarvest() {
			return this.kind.equals("harvested");
		}

	}

	/** A plot (then with its base) or a facility. */
	record Place(String id, String name, String county, @Nullable String town, @Nullable String cultivation,
			@Nullable Base base) {
	}

	/** A planting base and every certificate that was ever issued over it. */
	record Base(String id, String name, @Nullable String nameLatin, String county, String town,
			List<Certificate> certificates) {
	}

	/** A certificate was suspended, reinstated or revoked. */
	record Standing(ZonedDateTime since, String standing) {
	}

	/** A certificate: first and last day on which it is valid, and what became of it. */
	record Certificate(String id, String number, String kind, String level, String species, LocalDate validFrom,
			LocalDate validTo, List<Standing> standings) {

		/** Within its period, and not suspended or revoked by the end of the day. */
		boolean isValidOn(LocalDate day) {
			return !day.isBefore(this.validFrom) && !day.isAfter(this.validTo)
					&& this.standings.stream()
						.filter((change) -> !change.since().toLocalDate().isAfter(day))
						.max(Comparator.comparing(Standing::since))
						.map((change) -> change.standing().equals("REINSTATED"))
						.orElse(true);
		}

	}

	/** Something seen on a lot: a test report, field work, a hold. */
	record Observation(String lot, String kind, ZonedDateTime at, String by, String content) {
	}

	Member lot() {
		return lot(this.target);
	}

	Member lot(String id) {
		Member lot = this.lots.get(id);
		if (lot == null) {
			throw new IllegalStateException(
					String.format(Locale.ROOT, "Lot %s is missing from the family of %s", id, this.target));
		}
		return lot;
	}

	Step makerOf(Member lot) {
		Step maker = this.events.get(lot.maker());
		if (maker == null) {
			throw new IllegalStateException(String.format(Locale.ROOT, "Lot %s has no maker", lot.id()));
		}
		return maker;
	}

	/**
	 * The way of counting seasons that is in force for a species on a day; null where the
	 * authority ended it and set no other.
	 */
	@Nullable Seasons seasonsOn(LocalDate day) {
		return this.seasons.stream()
			.filter((rule) -> rule.species().equals(lot().species()) && rule.isInForce(day))
			.max(Comparator.comparing(Seasons::validFrom))
			.orElse(null);
	}

	/** The rules of a kind that are in force on a day. */
	List<Rule> rulesOn(LocalDate day, String kind) {
		return this.rules.stream().filter((rule) -> rule.kind().equals(kind) && rule.isInForce(day)).toList();
	}

	@Nullable Variety varietyOf(Member lot) {
		return (lot.variety() != null) ? this.varieties.get(lot.variety()) : null;
	}

	@Nullable Place placeOf(Step step) {
		return (step.place() != null) ? this.places.get(step.place()) : null;
	}

}
