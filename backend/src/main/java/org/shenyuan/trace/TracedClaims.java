package org.shenyuan.trace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.shenyuan.graph.Tx;
import org.shenyuan.ledger.Claims;
import org.shenyuan.trace.Family.Base;
import org.shenyuan.trace.Family.Member;
import org.shenyuan.trace.Family.Place;
import org.shenyuan.trace.Family.Step;
import org.springframework.stereotype.Component;

/**
 * Works out what a lot may claim: a claim is true of it only when it is true of every
 * gram.
 */
@Component
class TracedClaims implements Claims.Reader {

	private final Families families;

	TracedClaims(Families families) {
		this.families = families;
	}

	@Override
	public Claims of(Tx tx, String lot) {
		return of(this.families.of(tx, lot).orElseThrow());
	}

	static Claims of(Family family) {
		Shares shares = Shares.of(family);
		Age age = Ages.of(family);
		long traced = 0;
		long certified = 0;
		long organic = 0;
		Set<String> counties = new TreeSet<>();
		Set<String> cultivations = new TreeSet<>();
		for (Member member : family.lots().values()) {
			Step maker = family.makerOf(member);
			Place place = maker.isHarvest() ? family.placeOf(maker) : null;
			Base base = (place != null) ? place.base() : null;
			if (place != null && base != null && shares.of(member.id()) > 0) {
				long share = shares.of(member.id());
				LocalDate day = maker.at().toLocalDate();
				traced += share;
				certified += isCertified(base, family.lot().species(), null, day) ? share : 0;
				organic += isCertified(base, family.lot().species(), "ORGANIC", day) ? share : 0;
				counties.add(base.county());
				if (place.cultivation() != null) {
					cultivations.add(place.cultivation());
				}
			}
		}
		BigDecimal whole = Shares.percent(traced);
		return new Claims(family.lot().species(), family.lot().product(), (age != null) ? age.youngest() : null,
				(age != null) ? age.oldest() : null, whole, Shares.percent(certified), organic == Shares.WHOLE,
				counties, cultivations, Conformities.of(family));
	}

	/**
	 * @param kind of certificate, any when null
	 */
	private static boolean isCertified(Base base, String species, @Nullable String kind, LocalDate day) {
		return base.certificates()
			.stream()
			.anyMatch((paper) -> paper.species().equals(species) && (kind == null || paper.kind().equals(kind))
					&& paper.isValidOn(day));
	}

}
