package org.shenyuan.packing;

import org.shenyuan.events.Labelling.LabelsReprinted;
import org.shenyuan.events.Labelling.ReprintApproved;
import org.shenyuan.events.Role;
import org.shenyuan.ledger.Check;
import org.shenyuan.ledger.Facts;
import org.shenyuan.ledger.Judgement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Nobody prints labels again alone. The approval is an event, so who gave it is who was
 * logged in, and not a name that somebody typed.
 */
@Configuration(proxyBeanMethods = false)
class ReprintChecks {

	@Bean
	Check reprint() {
		return (event, facts, judgement) -> {
			switch (event) {
				case ReprintApproved approval ->
					LabelChecks.range(approval, approval.first(), approval.last(), facts, judgement);
				case LabelsReprinted again -> {
					LabelChecks.range(again, again.first(), again.last(), facts, judgement);
					judge(again, facts, judgement);
				}
				default -> {
				}
			}
		};
	}

	private static void judge(LabelsReprinted again, Facts facts, Judgement judgement) {
		if (!(facts.event(again.approval()) instanceof ReprintApproved approval) || !approval.run().equals(again.run())
				|| approval.first() != again.first() || approval.last() != again.last()
				|| approval.at().isAfter(again.at())) {
			judgement.refuse("reprint.approval", "approval", "first", again.first(), "last", again.last(), "run",
					again.run());
			return;
		}
		if (facts.isCorrected(approval.id())) {
			judgement.refuse("reprint.used", "approval", "approval", approval.id().toString());
		}
		// An administrator brings in the records of others, and stands for two.
		boolean alone = facts.author().name().equals(facts.authorOf(approval.id()))
				&& !facts.author().roles().contains(Role.ADMINISTRATOR);
		if (alone) {
			judgement.refuse("reprint.alone", "approval", "person", facts.author().name());
		}
	}

}
