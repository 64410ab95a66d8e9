package org.shenyuan.trace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Documenting.PaperFiled;
import org.shenyuan.events.LotKind;
import org.shenyuan.events.Role;
import org.shenyuan.events.Testing.Tested;
import org.shenyuan.ledger.EventJson;
import org.shenyuan.ledger.Rule;
import org.shenyuan.seed.Approval;
import org.shenyuan.trace.Family.Base;
import org.shenyuan.trace.Family.Member;
import org.shenyuan.trace.Family.Place;
import org.shenyuan.trace.Family.Step;
import org.shenyuan.trace.Family.Variety;
import org.shenyuan.trace.Trace.Missing;
import org.shenyuan.trace.Trace.Promise;
import org.shenyuan.trace.Trace.PromiseStanding;

/**
 * What the record of a lot lacks, and who could supply it. Which things are expected of a
 * complete record is said by the rules {@code completeness}.
 */
final class Completeness {

	private static final int MOST_LOTS = 5;

	private final Family family;

	private final LocalDate today;

	private final Set<String> expected;

	private final Map<Gap, List<String>> gaps = new LinkedHashMap<>();

	private Completeness(Family family, LocalDate today) {
		this.family = family;
		this.today = today;
		this.expected = family.rulesOn(today, "completeness")
			.stream()
			.map(Rule::subject)
			.collect(Collectors.toUnmodifiableSet());
	}

	private record Gap(String what, @Nullable String detail, Role who, @Nullable String party) {
	}

	static List<Missing> of(Family family, LocalDate today) {
		return new Completeness(family, today).missing();
	}

	private List<Missing> missing() {
		for (Member lot : this.family.lots().values()) {
			Step maker = this.family.makerOf(lot);
			switch (maker.kind()) {
				case "seedRegistered" -> seed(lot, maker);
				case "purchased" -> bought(lot, maker);
				case "harvested" -> dug(lot, maker);
				default -> {
				}
			}
		}
		goods(this.family.lot());
		return this.gaps.entrySet()
			.stream()
			.map((gap) -> new Missing(gap.getKey().what(), gap.getKey().detail(), gap.getKey().who(),
					gap.getKey().party(), gap.getValue().stream().limit(MOST_LOTS).toList(), gap.getValue().size()))
			.toList();
	}

	private void seed(Member lot, Step maker) {
		Variety variety = this.family.varietyOf(lot);
		if (variety == null || variety.accessions().isEmpty()) {
			lacks("ACCESSION", null, Role.AUTHORITY, null, lot);
		}
		Approval approval = SeedSources.approval(variety, this.family, this.today);
		if (approval != null && approval != Approval.APPROVED && approval != Approval.NOT_ASKED) {
			lacks("APPROVAL", null, Role.EXPERT, null, lot);
		}
		Set<String> filed = SeedSources.papers(this.family, lot.id())
			.stream()
			.map(PaperFiled::paperKind)
			.collect(Collectors.toSet());
		for (Rule paper : this.family.rulesOn(this.today, "seed-paper")) {
			if (!filed.contains(paper.subject())) {
				lacks("SEED-PAPER", paper.subject(), Role.GROWER, maker.by(), lot);
			}
		}
	}

	/** Nothing more can be said of what came from outside; only of what comes next. */
	private void bought(Member lot, Step maker) {
		switch (lot.kind()) {
			case SEED -> lacks("SEED-SOURCE", null, Role.GROWER, maker.by(), lot);
			case SEEDLING -> lacks("SOWING", null, Role.GROWER, maker.by(), lot);
			default -> lacks("ORIGIN", null, Role.TRADER, maker.by(), lot);
		}
	}

	private void dug(Member lot, Step maker) {
		Place place = this.family.placeOf(maker);
		Base base = (place != null) ? place.base() : null;
		LocalDate day = maker.at().toLocalDate();
		if (base == null || base.certificates()
			.stream()
			.noneMatch((paper) -> paper.species().equals(lot.species()) && paper.isValidOn(day))) {
			lacks("CERTIFICATE", null, Role.AUTHORITY, null, lot);
		}
		if (!maker.witnessed()) {
			lacks("WITNESS", null, Role.GROWER, maker.by(), lot);
		}
	}

	private void goods(Member lot) {
		if (lot.kind() == LotKind.SEED || lot.kind() == LotKind.SEEDLING || lot.kind() == LotKind.STAND) {
			return;
		}
		boolean tested = this.family.observations()
			.stream()
			.anyMatch((seen) -> seen.kind().equals("tested") && EventJson.read(seen.content()) instanceof Tested report
					&& !report.fails());
		if (!tested) {
			lacks("TEST", null, Role.LABORATORY, null, lot);
		}
		Promise promise = Promises.of(this.family, this.today);
		if (promise != null && promise.standing() != PromiseStanding.VALID) {
			lacks("CONFORMITY", null, Role.GROWER, this.family.makerOf(lot).by(), lot);
		}
	}

	private void lacks(String what, @Nullable String detail, Role who, @Nullable String party, Member lot) {
		if (this.expected.contains(what)) {
			String name = (party != null) ? this.family.parties().getOrDefault(party, party) : null;
			this.gaps.computeIfAbsent(new Gap(what, detail, who, name), (gap) -> new ArrayList<>()).add(lot.id());
		}
	}

}
