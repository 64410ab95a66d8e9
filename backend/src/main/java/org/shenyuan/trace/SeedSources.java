package org.shenyuan.trace;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Documenting.PaperFiled;
import org.shenyuan.events.LotKind;
import org.shenyuan.ledger.EventJson;
import org.shenyuan.ledger.Rule;
import org.shenyuan.seed.Approval;
import org.shenyuan.trace.Family.Member;
import org.shenyuan.trace.Family.Variety;
import org.shenyuan.trace.Trace.Origin;
import org.shenyuan.trace.Trace.SeedPaper;
import org.shenyuan.trace.Trace.SeedSource;

/** The seed lots at the root of a family, with the registry's word on each. */
final class SeedSources {

	private static final Set<String> BEGINNINGS = Set.of("seedRegistered", "purchased");

	private SeedSources() {
	}

	static List<SeedSource> of(Family family, Shares shares, LocalDate today) {
		return family.lots()
			.values()
			.stream()
			.filter((lot) -> lot.kind() == LotKind.SEED && BEGINNINGS.contains(family.makerOf(lot).kind()))
			.sorted(Comparator.comparingLong((Member lot) -> shares.of(lot.id())).reversed())
			.map((lot) -> source(lot, family, shares, today))
			.toList();
	}

	private static SeedSource source(Member lot, Family family, Shares shares, LocalDate today) {
		Variety variety = family.varietyOf(lot);
		return new SeedSource(Shares.percent(shares.of(lot.id())), lot.id(), (variety != null) ? variety.name() : null,
				(variety != null) ? variety.kind() : null, approval(variety, family, today),
				(variety != null) ? variety.accessions()
					.stream()
					.map((one) -> new Origin(one.number(), one.name(), one.county(), one.town(), one.collected()))
					.toList() : List.of(),
				papers(family, lot.id()).stream()
					.map((paper) -> new SeedPaper(paper.paperKind(), paper.number(), paper.issuer(), paper.validFrom(),
							paper.validTo()))
					.toList());
	}

	static @Nullable Approval approval(@Nullable Variety variety, Family family, LocalDate today) {
		if (variety == null) {
			return null;
		}
		Rule asked = family.rulesOn(today, "variety-approval")
			.stream()
			.filter((rule) -> rule.subject().equals(variety.kind()))
			.findFirst()
			.orElse(null);
		return Approval.of(variety.opinions(), asked);
	}

	/** The papers that were filed for a lot. */
	static List<PaperFiled> papers(Family family, String lot) {
		return family.observations()
			.stream()
			.filter((seen) -> seen.lot().equals(lot) && seen.kind().equals("paperFiled"))
			.map((seen) -> (EventJson.read(seen.content()) instanceof PaperFiled paper) ? paper : null)
			.filter(Objects::nonNull)
			.toList();
	}

}
