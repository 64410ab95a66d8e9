package org.shenyuan.cases;

import org.shenyuan.events.Inquiring.CaseRuled;
import org.shenyuan.events.Inquiring.Progress;
import org.shenyuan.ledger.Check;
import org.shenyuan.ledger.Thing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A case is looked at and decided, also anew; nobody makes it unseen again. */
@Configuration(proxyBeanMethods = false)
class CaseChecks {

	@Bean
	Check caseProgress() {
		return (event, facts, judgement) -> {
			if (!(event instanceof CaseRuled ruled)) {
				return;
			}
			Thing found = facts.thing(ruled.file());
			if (found == null || !found.is("Case")) {
				judgement.refuse("unknown.case", "file", "id", ruled.file());
			}
			else if (ruled.progress() == Progress.OPEN) {
				judgement.refuse("case.open", "progress", "file", ruled.file());
			}
		};
	}

}
