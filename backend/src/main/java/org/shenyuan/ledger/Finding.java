package org.shenyuan.ledger;

/**
 * What one rule of the trade said of an event that was recorded; kept with the event, so
 * that it can be explained for ever.
 *
 * @param sentence which sentence it is, with the numbers that were compared and the rule
 * as it read then
 */
public record Finding(Result result, Refusal sentence) {

	/** What followed from it. */
	public enum Result {

		/** Within the rule. */
		PASSED,
		/** Outside a rule that only informs. */
		NOTED,
		/** Outside; the authority is told. */
		REMARKED,
		/** Outside; what the event made is held. */
		HELD,
		/** Outside; an expert signed exactly this event off. */
		SIGNED_OFF

	}

	boolean holds() {
		return this.result == Result.HELD;
	}

	/** Whether whoever recorded the event is told. */
	boolean isRemark() {
		return this.result.compareTo(Result.NOTED) > 0;
	}

}
