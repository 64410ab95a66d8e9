package org.shenyuan.cases;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Inquiring.Progress;

/**
 * A buyer's report and how it went on.
 *
 * @param file its number, which is known to the buyer and the authority alone
 * @param code as printed, or as it was typed when it is none of ours
 * @param matter a term of the list {@code matter}
 * @param contact only if the buyer left one, and only until the case is decided
 */
public record Case(String file, String code, String matter, String words, @Nullable String contact, Instant opened,
		Progress progress, List<Step> steps) {

	/** Something that the authority recorded of it. */
	public record Step(OffsetDateTime at, Progress progress, String reason, String author) {
	}

	/** That a report about a code was right, for everybody. */
	public record Confirmed(OffsetDateTime at, String reason) {
	}

}
