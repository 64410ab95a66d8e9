package org.shenyuan.trace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.shenyuan.graph.Tx;
import org.shenyuan.trace.Family.Member;
import org.shenyuan.trace.Family.Place;
import org.shenyuan.trace.Family.Step;
import org.springframework.stereotype.Component;

/** Where goods were dug, by base and year, and what they weighed then. */
@Component
public class Grounds {

	private final Families families;

	Grounds(Families families) {
		this.families = families;
	}

	/**
	 * A part of some goods.
	 *
	 * @param season the year in which it was dug
	 * @param grams of the goods, {@code fresh} the least that they can have weighed as
	 * dug roots
	 */
	public record Ground(String base, int season, long grams, long fresh) {
	}

	/**
	 * Of so much of a lot, what came from bases; the rest was bought outside.
	 * @param day on which the rules about drying are asked
	 */
	public List<Ground> of(Tx tx, String lot, long grams, LocalDate day) {
		return of(this.families.of(tx, lot).orElseThrow(), grams, day);
	}

	static List<Ground> of(Family family, long grams, LocalDate day) {
		record Key(String base, int season) {
		}
		Shares shares = Shares.of(family);
		Map<Key, Long> parts = new TreeMap<>((one, other) -> one.base().equals(other.base())
				? Integer.compare(one.season(), other.season()) : one.base().compareTo(other.base()));
		for (Member member : family.lots().values()) {
			Step maker = family.makerOf(member);
			Place place = maker.isHarvest() ? family.placeOf(maker) : null;
			if (place != null && place.base() != null) {
				parts.merge(new Key(place.base().id(), maker.at().getYear()), shares.of(member.id()), Long::sum);
			}
		}
		BigDecimal ratio = leastRatio(family, day);
		return parts.entrySet().stream().filter((part) -> part.getValue() > 0).map((part) -> {
			BigDecimal net = BigDecimal.valueOf(grams)
				.multiply(BigDecimal.valueOf(part.getValue()))
				.divide(BigDecimal.valueOf(Shares.WHOLE), 3, RoundingMode.HALF_UP);
			return new Ground(part.getKey().base(), part.getKey().season(), whole(net), whole(net.multiply(ratio)));
		}).toList();
	}

	/**
	 * Rule {@code dry-ratio} of the last step, which counts from the dug root on: as many
	 * grams of roots are needed for one at the very least. One for fresh goods.
	 */
	private static BigDecimal leastRatio(Family family, LocalDate day) {
		return family.lots()
			.values()
			.stream()
			.filter((member) -> member.product().equals(family.lot().product()))
			.map(family::makerOf)
			.flatMap((step) -> family.rulesOn(day, "dry-ratio")
				.stream()
				.filter((rule) -> rule.subject().equals(step.process())))
			.map((rule) -> rule.number("least"))
			.min(BigDecimal::compareTo)
			.orElse(BigDecimal.ONE);
	}

	private static long whole(BigDecimal number) {
		return number.setScale(0, RoundingMode.HALF_UP).longValueExact();
	}

}
