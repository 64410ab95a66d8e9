package org.shenyuan.rules;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shenyuan.ledger.Finding.Result;

/**
 * Every rule of the trade that was applied to a lot and to what it was made from, in the
 * order in which things happened.
 *
 * @param counts how many checks ended how
 * @param events with numbers, lots and party only where they concern the reader
 * @param more whether there are further events, which are not listed
 */
public record Explanation(String lot, Map<Result, Long> counts, List<Judged> events, boolean more) {

	static Explanation of(String lot, List<Judged> events, boolean more) {
		Map<Result, Long> counts = new EnumMap<>(Result.class);
		events.stream()
			.filter((judged) -> !judged.corrected())
			.flatMap((judged) -> judged.checks().stream())
			.forEach((check) -> counts.merge(check.result(), 1L, Long::sum));
		return new Explanation(lot, counts, events, more);
	}

	/**
	 * An event and what the rules said of it.
	 *
	 * @param lots what it made or was about, the first few
	 * @param corrected taken back since
	 */
	public record Judged(UUID event, String type, OffsetDateTime at, @Nullable String by, List<String> lots,
			boolean corrected, List<Checked> checks) {

		/** What anybody may know: which rules were applied, and with which result. */
		Judged withoutNumbers() {
			return new Judged(this.event, this.type, this.at, null, List.of(), this.corrected,
					this.checks.stream().map(Checked::withoutNumbers).toList());
		}

	}

	/**
	 * One rule, as it read when the event was recorded.
	 *
	 * @param message what was compared, with the numbers, in the reader's language
	 * @param values the numbers; masses in grams
	 * @param kind of the rule, null when it is no longer known
	 * @param validTo last day on which it holds, null while it is open
	 */
	public record Checked(Result result, String key, @Nullable String message, Map<String, Object> values, String rule,
			@Nullable String kind, String severity, String certainty, String source, @Nullable LocalDate validFrom,
			@Nullable LocalDate validTo, @Nullable SignOff signOff) {

		Checked withoutNumbers() {
			return new Checked(this.result, this.key, null, Map.of(), this.rule, this.kind, this.severity,
					this.certainty, this.source, this.validFrom, this.validTo, this.signOff);
		}

	}

	/** An expert let it pass. */
	public record SignOff(String by, OffsetDateTime at, String reason, String interest) {
	}

}
