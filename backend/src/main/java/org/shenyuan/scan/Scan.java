package org.shenyuan.scan;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shenyuan.trace.Trace;
import org.shenyuan.trust.Brands.Mark;

/**
 * The answer to a scanned code.
 *
 * @param code as printed, or as it was typed when it is none of ours
 * @param run the run it belongs to, {@code label} its number in it
 * @param recalls that its goods or its run are under, the latest first
 * @param brand the regional brand that it carries, when it carries one
 */
record Scan(Verdict verdict, String code, @Nullable String run, @Nullable Long label, @Nullable Count count,
		List<Trace.Recall> recalls, @Nullable Mark brand, @Nullable Trace trace) {

	static Scan notOurs(String code) {
		return new Scan(Verdict.NOT_OURS, code, null, null, null, List.of(), null, null);
	}

	/**
	 * How often a label was scanned so far.
	 *
	 * @param networks different networks within the days that count
	 */
	record Count(long scans, @Nullable Instant first, long networks) {
	}

}
