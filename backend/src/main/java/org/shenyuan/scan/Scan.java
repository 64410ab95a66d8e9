package org.shenyuan.scan;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shenyuan.cases.Case.Confirmed;
import org.shenyuan.trace.Trace;
import org.shenyuan.trust.Brands.Mark;

/**
 * The answer to a scanned code.
 *
 * @param code as printed, or as it was typed when it is none of ours
 * @param run the run it belongs to, {@code label} its number in it
 * @param recalls that its goods or its run are under, the latest first
 * @param remarks what its scans say of it
 * @param confirmed a buyer's report about this code that the authority confirmed
 * @param brand the regional brand that it carries, when it carries one
 */
record Scan(Verdict verdict, String code, @Nullable String run, @Nullable Long label, @Nullable Count count,
		List<Trace.Recall> recalls, List<Remark> remarks, @Nullable Confirmed confirmed, @Nullable Mark brand,
		@Nullable Trace trace) {

	/** Where most of it grew, empty when nobody knows. */
	String county() {
		return (this.trace == null) ? "" : county(this.trace);
	}

	static String county(Trace trace) {
		return trace.sources()
			.stream()
			.filter((source) -> source.county() != null)
			.max(Comparator.comparing(Trace.Source::share))
			.map((source) -> String.valueOf(source.county()))
			.orElse("");
	}

	static Scan of(String code, ScannedLabel label, @Nullable Confirmed confirmed) {
		Goods goods = label.label().goods();
		return new Scan(label.verdict(), code, goods.run().id(), label.label().number(), label.count(), goods.recalls(),
				label.remarks(), confirmed, goods.brand(), goods.trace());
	}

	static Scan notOurs(String code, @Nullable Confirmed confirmed) {
		return new Scan(Verdict.NOT_OURS, code, null, null, null, List.of(), List.of(), confirmed, null, null);
	}

	/**
	 * How often a label was scanned so far.
	 *
	 * @param networks different networks within the days that count
	 * @param early scans before it was activated, {@code afterVoid} after it was voided
	 */
	record Count(long scans, @Nullable Instant first, long networks, long early, long afterVoid) {

		static final Count NONE = new Count(0, null, 0, 0, 0);

	}

	/**
	 * What a rule about scans found.
	 *
	 * @param kind of the rule; names the sentence {@code scan.remark.<kind>}
	 * @param numbers that were compared, in the sentence's order
	 * @param doubtful whether the label is no longer to be relied on
	 */
	record Remark(String kind, List<Long> numbers, boolean doubtful, String rule, String source) {
	}

}
