package org.shenyuan.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Severity;
import org.shenyuan.events.TraceEvent;

/** What the checks say of one event: why not, or with which remarks. */
public final class Judgement extends Refusals {

	private final TraceEvent event;

	private final Facts facts;

	private final List<Refusal> remarks = new ArrayList<>();

	private boolean holds;

	Judgement(TraceEvent event, Facts facts) {
		this.event = event;
		this.facts = facts;
	}

	/**
	 * Something speaks against the event, as hard as the rule says.
	 * @param namesAndValues the numbers, alternately name and value, in the sentence's
	 * order
	 */
	public void against(Rule rule, String key, @Nullable String field, Object... namesAndValues) {
		Refusal finding = Refusal.of(key, field, namesAndValues).under(rule);
		Severity severity = rule.severity();
		if (severity == Severity.REFUSE) {
			refuse(finding);
		}
		else if (severity == Severity.SIGN_OFF && !this.facts.isSignedOff(this.event, rule)) {
			Map<String, Object> toSign = Map.of("event", this.event.id().toString(), "hash",
					EventJson.hash(EventJson.write(this.event)));
			refuse(finding.with(toSign));
		}
		else if (severity != Severity.INFORM) {
			this.remarks.add(finding);
			this.holds |= severity == Severity.HOLD;
		}
	}

	List<Refusal> remarks() {
		return List.copyOf(this.remarks);
	}

	/** Whether what the event makes is to be held. */
	boolean holds() {
		return this.holds;
	}

}
