package org.shenyuan.ledger;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Collects every reason, so that a person sees all mistakes at once. */
public sealed class Refusals permits Judgement {

	private final List<Refusal> reasons = new ArrayList<>();

	/**
	 * @param namesAndValues the numbers, alternately name and value, in the sentence's
	 * order
	 */
	public final void refuse(String key, @Nullable String field, Object... namesAndValues) {
		refuse(Refusal.of(key, field, namesAndValues));
	}

	final void refuse(Refusal reason) {
		this.reasons.add(reason);
	}

	public final List<Refusal> all() {
		return List.copyOf(this.reasons);
	}

}
