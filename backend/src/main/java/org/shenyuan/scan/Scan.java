package org.shenyuan.scan;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.shenyuan.trace.Trace;
import org.shenyuan.trust.Brands.Mark;

/**
 * The answer to a scanned code.
 *
 * @param code as printed, or as it was typed when it is none of ours
 * @param run the run it belongs to, {@code label} its number in it
 * @param brand the regional brand that it carries, when it carries one
 */
record Scan(Verdict verdict, String code, @Nullable String run, @Nullable Long label, @Nullable Count count,
		@Nullable Mark brand, @Nullable Trace trace) {

	/**
	 * How often a label was scanned so far.
	 *
	 * @param networks different networks within the days that count
	 */
	record Count(long scans, @Nullable Instant first, long networks) {
	}

}
