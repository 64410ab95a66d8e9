package org.shenyuan.seed;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Sourcing.VarietyJudged;
import org.shenyuan.ledger.Rule;

/** How a variety stands with the expert committee. */
public enum Approval {

	/** Enough experts approve, and more approve than decline. */
	APPROVED,
	/** Enough experts decline, and as many decline as approve. */
	DECLINED,
	/** Some have given their opinion. */
	IN_REVIEW,
	/** Nobody has. */
	NOT_REVIEWED,
	/** No rule asks for an opinion, as with mixed stock, which has no name to defend. */
	NOT_ASKED;

	/**
	 * @param opinions of any experts, of which the last of each counts
	 * @param rule {@code variety-approval} for the kind of variety, or null
	 */
	public static Approval of(Collection<VarietyJudged> opinions, @Nullable Rule rule) {
		if (rule == null) {
			return NOT_ASKED;
		}
		Collection<VarietyJudged> voices = voices(opinions);
		long approving = voices.stream().filter(VarietyJudged::approved).count();
		long declining = voices.size() - approving;
		long least = rule.number("leastExperts").longValueExact();
		if (approving >= least && approving > declining) {
			return APPROVED;
		}
		if (declining >= least) {
			return DECLINED;
		}
		return voices.isEmpty() ? NOT_REVIEWED : IN_REVIEW;
	}

	/** The last opinion of each expert. */
	public static Collection<VarietyJudged> voices(Collection<VarietyJudged> opinions) {
		Map<String, VarietyJudged> voices = new HashMap<>();
		opinions.forEach((opinion) -> voices.merge(opinion.by(), opinion,
				(one, other) -> other.at().isBefore(one.at()) ? one : other));
		return voices.values();
	}

}
