package org.shenyuan.ledger;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Collects every reason, so that a person sees all mistakes at once. */
public final class Refusals {

	private final List<Refusal> reasons = new ArrayList<>();

	/**
	 * @param namesAndValues the numbers, alternately name and value, in the sentence's
	 * order
	 */
	public void refuse(String key, @Nullable String field, Object... namesAndValues) {
		this.reasons.add(Refusal.of(key, field, namesAndValues));
	}

	public List<Refusal> all() {
		return List.copyOf(this.reasons);
	}

}
