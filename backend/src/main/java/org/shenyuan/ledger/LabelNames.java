package org.shenyuan.ledger;

import org.jspecify.annotations.Nullable;

/** Tells which label of a run somebody means who has its code before him. */
@FunctionalInterface
public interface LabelNames {

	/**
	 * @param typed a code, or the link that a symbol holds
	 * @param refusals gets the reason when it is a code, and none of the run's labels
	 * @return the label's number, or null when this is no code at all
	 */
	@Nullable Long number(String run, String field, String typed, Refusals refusals);

}
