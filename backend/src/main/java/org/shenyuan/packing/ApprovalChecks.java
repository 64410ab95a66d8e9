package org.shenyuan.packing;

import org.shenyuan.events.Labelling.Approving;
import org.shenyuan.events.Labelling.ByTwo;
import org.shenyuan.events.Role;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.ledger.Check;
import org.shenyuan.ledger.Facts;
import org.shenyuan.ledger.Judgement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Nobody prints labels again, or destroys them, alone. The approval is an event, so who
 * gave it is who was logged in, and not a name that somebody typed.
 */
@Configuration(proxyBeanMethods = false)
class ApprovalChecks {

	@Bean
	Check byTwo() {
		return (event, facts, judgement) -> {
			if (event instanceof ByTwo done) {
				judge(done, facts, judgement);
			}
		};
	}

	private static void judge(ByTwo done, Facts facts, Judgement judgement) {
		TraceEvent named = facts.event(done.approval());
		if (!done.approvedBy().isInstance(named) || !isOfTheSame(done, done.approvedBy().cast(named))) {
			judgement.refuse("approval.missing", "approval", "first", done.first(), "last", done.last(), "run",
					done.run());
			return;
		}
		if (facts.isCorrected(done.approval())) {
			judgement.refuse("approval.used", "approval", "approval", done.approval().toString());
		}
		// An administrator brings in the records of others, and stands for two.
		boolean alone = facts.author().name().equals(facts.authorOf(done.approval()))
				&& !facts.author().roles().contains(Role.ADMINISTRATOR);
		if (alone) {
			judgement.refuse("approval.alone", "approval", "person", facts.author().name());
		}
	}

	private static boolean isOfTheSame(ByTwo done, Approving approval) {
		return approval.run().equals(done.run()) && approval.first() == done.first() && approval.last() == done.last()
				&& !approval.at().isAfter(done.at());
	}

}
