package org.shenyuan.trace;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.LotKind;
import org.shenyuan.trace.Family.Base;
import org.shenyuan.trace.Family.Certificate;
import org.shenyuan.trace.Family.Edge;
import org.shenyuan.trace.Family.Member;
import org.shenyuan.trace.Family.Place;
import org.shenyuan.trace.Family.Step;

/** Draws families for tests in a few words. */
final class FamilySketch {

	private static final List<Seasons> SEASONS = List.of(new Seasons("PANAX-GINSENG", LocalDate.of(1900, 1, 1),
			LocalDate.MAX, MonthDay.of(5, 31), MonthDay.of(8, 1), "test"));

	private final Map<String, Member> lots = new LinkedHashMap<>();

	private final Map<String, Step> events = new LinkedHashMap<>();

	private final Map<String, Place> places = new HashMap<>();

	FamilySketch sown(String stand, String day) {
		step("seed-of-" + stand, LotKind.SEED, "seedRegistered", day, null, "");
		return step(stand, LotKind.STAND, "sown", day, null, "seed-of-" + stand + ":1");
	}

	FamilySketch lifted(String seedlings, String day, String stand) {
		return step(seedlings, LotKind.SEEDLING, "seedlingsLifted", day, null, stand + ":0");
	}

	FamilySketch transplanted(String stand, String day, String seedlings) {
		return step(stand, LotKind.STAND, "transplanted", day, null, seedlings + ":5");
	}

	FamilySketch dug(String lot, String day, String stand, String base) {
		this.places.put("plot-" + base,
				new Place("plot-" + base, "plot", "220582", null, null,
						new Base(base, base, null, "220582", "清河镇",
								List.of(new Certificate("C-" + base, "C-" + base, "GAP-BASE", "PROVINCE",
										"PANAX-GINSENG", LocalDate.of(2023, 6, 1), LocalDate.of(2026, 5, 31),
										List.of())))));
		return step(lot, LotKind.FRESH, "harvested", day, "plot-" + base, stand + ":0");
	}

	FamilySketch bought(String lot, @Nullable Integer seasons) {
		this.lots.put(lot, member(lot, LotKind.FRESH, "2024-09-20", true));
		this.events.put("of-" + lot,
				new Step("of-" + lot, "purchased", at("2024-09-20"), "P", null, List.of(), null, false, seasons));
		return this;
	}

	/**
	 * @param inputs {@code lot:grams lot:grams}
	 */
	FamilySketch merged(String lot, String inputs) {
		return step(lot, LotKind.FRESH, "regrouped", "2024-10-01", null, inputs);
	}

	Family of(String target) {
		return new Family(target, this.lots, this.events, this.places, Map.of("P", "party"), List.of(), SEASONS,
				List.of(), Map.of(), List.of());
	}

	private FamilySketch step(String lot, LotKind kind, String what, String day, @Nullable String place,
			String inputs) {
		this.lots.put(lot, member(lot, kind, day, false));
		List<Edge> edges = Stream.of(inputs.split(" ", -1))
			.filter((input) -> !input.isEmpty())
			.map((input) -> new Edge(input.substring(0, input.indexOf(':')),
					Long.parseLong(input.substring(input.indexOf(':') + 1))))
			.toList();
		this.events.put("of-" + lot, new Step("of-" + lot, what, at(day), "P", place, edges, null, false, null));
		return this;
	}

	private static Member member(String lot, LotKind kind, String day, boolean external) {
		return new Member(lot, kind, "FRESH", "PANAX-GINSENG", 1000, 0, at(day), external, false, "of-" + lot, null);
	}

	private static ZonedDateTime at(String day) {
		return ZonedDateTime.parse(day + "T10:00:00+08:00");
	}

}
