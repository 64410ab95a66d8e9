package org.shenyuan.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.ledger.Finding.Result;

/** What the checks say of one event: why not, and what every rule found. */
public final class Judgement extends Refusals {

	private final TraceEvent event;

	private final Facts facts;

	private final List<Finding> findings = new ArrayList<>();

	Judgement(TraceEvent event, Facts facts) {
		this.event = event;
		this.facts = facts;
	}

	/**
	 * Applies a rule of the trade. What it finds is kept with the event, whether it
	 * passes or not; when it does not pass, it is as hard as the rule says.
	 * @param key names two sentences: {@code refusal.<key>} for the one who may not
	 * record, {@code check.<key>} for the one who asks what was checked
	 * @param namesAndValues the numbers, alternately name and value, in the sentences'
	 * order
	 */
	public void weigh(Rule rule, boolean passes, String key, @Nullable String field, Object... namesAndValues) {
		Refusal sentence = Refusal.of(key, field, namesAndValues).under(rule);
		if (passes) {
			this.findings.add(new Finding(Result.PASSED, sentence));
			return;
		}
		switch (rule.severity()) {
			case REFUSE -> refuse(sentence);
			case SIGN_OFF -> {
				if (this.facts.isSignedOff(this.event, rule)) {
					this.findings.add(new Finding(Result.SIGNED_OFF, sentence));
				}
				else {
					Map<String, Object> toSign = Map.of("event", this.event.id().toString(), "hash",
							EventJson.hash(EventJson.write(this.event)));
					refuse(sentence.with(toSign));
				}
			}
			case HOLD -> this.findings.add(new Finding(Result.HELD, sentence));
			case WARN -> this.findings.add(new Finding(Result.REMARKED, sentence));
			case INFORM -> this.findings.add(new Finding(Result.NOTED, sentence));
		}
	}

	List<Finding> findings() {
		return List.copyOf(this.findings);
	}

	/** Whether what the event makes is to be held. */
	boolean holds() {
		return this.findings.stream().anyMatch(Finding::holds);
	}

}
