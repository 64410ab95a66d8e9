package org.shenyuan.seed;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Documenting.PaperFiled;
import org.shenyuan.events.Effect.Portion;
import org.shenyuan.events.Growing.Sown;
import org.shenyuan.events.LotKind;
import org.shenyuan.events.Registering.VarietyRegistered;
import org.shenyuan.events.Sourcing.AccessionRegistered;
import org.shenyuan.events.Sourcing.VarietyJudged;
import org.shenyuan.ledger.Check;
import org.shenyuan.ledger.Facts;
import org.shenyuan.ledger.Judgement;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Rule;
import org.shenyuan.ledger.Thing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is sown has a name that experts stand by, an origin, and its papers. */
@Configuration(proxyBeanMethods = false)
class SeedChecks {

	/** Rule {@code variety-approval}: what the committee has not approved is noticed. */
	@Bean
	Check approval() {
		return (event, facts, judgement) -> {
			if (!(event instanceof Sown sown)) {
				return;
			}
			for (String variety : varieties(sown, facts)) {
				Thing thing = facts.thing(variety);
				List<VarietyJudged> opinions = facts.rulings(variety)
					.stream()
					.filter(VarietyJudged.class::isInstance)
					.map(VarietyJudged.class::cast)
					.filter((opinion) -> !opinion.at().isAfter(sown.at()))
					.toList();
				String kind = (thing != null) ? String.valueOf(thing.text("varietyKind")) : "";
				for (Rule rule : facts.rules("variety-approval", kind, event)) {
					judgement.weigh(rule, Approval.of(opinions, rule) == Approval.APPROVED, "variety.review", "seed",
							"variety", variety, "approving",
							Approval.voices(opinions).stream().filter(VarietyJudged::approved).count(), "least",
							rule.number("leastExperts"));
				}
			}
		};
	}

	/** An accession is older than its entry, and of its varieties' species. */
	@Bean
	Check origin() {
		return (event, facts, judgement) -> {
			switch (event) {
				case AccessionRegistered accession when accession.collected().isAfter(accession.at().toLocalDate()) ->
					judgement.refuse("accession.collected", "collected", "collected", accession.collected().toString(),
							"at", accession.at().toString());
				case VarietyRegistered variety when variety.accessions() != null ->
					variety.accessions().forEach((id) -> species(variety, facts.thing(id), judgement));
				default -> {
				}
			}
		};
	}

	/** Papers are filed for seed and seedlings, by who holds them or by the authority. */
	@Bean
	Check papers() {
		return (event, facts, judgement) -> {
			if (event instanceof PaperFiled paper) {
				file(paper, facts, judgement);
			}
		};
	}

	private static void file(PaperFiled paper, Facts facts, Judgement judgement) {
		Lot lot = facts.lot(paper.lot());
		Thing party = facts.thing(paper.by());
		if (lot != null && lot.kind() != LotKind.SEED && lot.kind() != LotKind.SEEDLING) {
			judgement.refuse("lot.kind", "lot", "lot", lot.id(), "is", lot.kind(), "needed",
					List.of(LotKind.SEED, LotKind.SEEDLING));
		}
		if (lot != null && !lot.holder().equals(paper.by())
				&& (party == null || !party.roles().contains("AUTHORITY"))) {
			judgement.refuse("lot.custody", "lot", "lot", lot.id(), "party", paper.by());
		}
		if (paper.validTo() != null && paper.validTo().isBefore(paper.validFrom())) {
			judgement.refuse("certificate.period", "validTo", "from", paper.validFrom().toString(), "to",
					paper.validTo().toString());
		}
	}

	private static void species(VarietyRegistered variety, @Nullable Thing accession, Judgement judgement) {
		if (accession != null && !variety.species().equals(accession.text("species"))) {
			judgement.refuse("accession.species", "accessions", "accession", accession.id(), "species",
					String.valueOf(accession.text("species")), "given", variety.species());
		}
	}

	private static List<String> varieties(Sown sown, Facts facts) {
		return sown.seed()
			.stream()
			.map(Portion::lot)
			.map(facts::lot)
			.filter((lot) -> lot != null && lot.variety() != null)
			.map((lot) -> String.valueOf(lot.variety()))
			.distinct()
			.toList();
	}

}
