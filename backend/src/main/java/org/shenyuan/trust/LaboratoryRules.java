package org.shenyuan.trust;

import java.util.List;
import java.util.Optional;

import org.shenyuan.events.Holding.Released;
import org.shenyuan.events.Testing.Sampled;
import org.shenyuan.events.Testing.Tested;
import org.shenyuan.events.Testing.Tested.Result;
import org.shenyuan.ledger.Check;
import org.shenyuan.ledger.Facts;
import org.shenyuan.ledger.Judgement;
import org.shenyuan.ledger.Laboratory;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Rule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a laboratory says of a lot, and what follows when it says no. */
@Configuration(proxyBeanMethods = false)
class LaboratoryRules {

	/**
	 * A number is given to one sample, and a report speaks of the lot it was drawn from.
	 */
	@Bean
	Check samples() {
		return (event, facts, judgement) -> {
			switch (event) {
				case Sampled drawn -> {
					Sampled other = facts.laboratory().sample(drawn.sample());
					if (other != null) {
						judgement.refuse("sample.exists", "sample", "sample", drawn.sample(), "lot", other.lot());
					}
				}
				case Tested report -> {
					Sampled drawn = facts.laboratory().sample(report.sample());
					if (drawn != null && facts.lot(report.lot()) != null && !drawn.lot().equals(report.lot())) {
						judgement.refuse("test.lot", "lot", "sample", report.sample(), "drawn", drawn.lot(), "lot",
								report.lot());
					}
				}
				default -> {
				}
			}
		};
	}

	/**
	 * A report speaks of the lot that was sampled, not of one that was made afterwards.
	 */
	@Bean
	Check sampling() {
		return (event, facts, judgement) -> {
			if (event instanceof Tested test) {
				Lot lot = facts.lot(test.lot());
				if (lot != null && test.sampled().toInstant().isBefore(lot.since().toInstant())) {
					judgement.refuse("test.before", "sampled", "lot", lot.id(), "sampled", test.sampled().toString(),
							"since", lot.since().toOffsetDateTime().toString());
				}
				if (test.sampled().isAfter(test.at())) {
					judgement.refuse("time.order", "sampled", "started", test.sampled().toString(), "at",
							test.at().toString());
				}
			}
		};
	}

	/** Rules {@code failed-report} and {@code report-file}. */
	@Bean
	Check reports() {
		return (event, facts, judgement) -> {
			if (!(event instanceof Tested report)) {
				return;
			}
			List<String> beyond = report.results().stream().filter(Result::beyond).map(Result::analyte).toList();
			for (Rule rule : facts.rules("failed-report", event)) {
				judgement.weigh(rule, !report.fails(), "test.failed", "passed", "report", report.report(), "lot",
						report.lot(), "analytes", beyond.isEmpty() ? "–" : beyond);
			}
			for (Rule rule : facts.rules("report-file", event)) {
				judgement.weigh(rule, report.documentHash() != null, "test.file", "documentHash", "report",
						report.report());
			}
		};
	}

	/**
	 * What failed stays stopped until a sample drawn later has passed, and somebody else
	 * than its holder sets it free.
	 */
	@Bean
	Check releases() {
		return (event, facts, judgement) -> {
			if (event instanceof Released release && facts.laboratory().everFailed(release.lot())) {
				release(release, facts, judgement);
			}
		};
	}

	private static void release(Released release, Facts facts, Judgement judgement) {
		Laboratory laboratory = facts.laboratory();
		Optional<Tested> unanswered = laboratory.unanswered(release.lot());
		unanswered.ifPresent((report) -> judgement.refuse("release.test", "lot", "lot", release.lot(), "report",
				report.report(), "sampled", report.sampled().toLocalDate().toString()));
		Lot lot = facts.lot(release.lot());
		if (lot != null && lot.holder().equals(release.by())) {
			judgement.refuse("release.party", "by", "lot", lot.id(), "party", release.by());
		}
	}

}
