package org.shenyuan.backup;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A backup cannot be restored, and why. */
final class Unrestorable extends RuntimeException {

	private final String remedy;

	Unrestorable(String message, String remedy, @Nullable Throwable cause) {
		super(message, cause);
		this.remedy = remedy;
	}

	/** What is there is never thrown away here. */
	static final class Analyzer extends AbstractFailureAnalyzer<Unrestorable> {

		@Override
		protected FailureAnalysis analyze(Throwable failure, Unrestorable cause) {
			return new FailureAnalysis(cause.getMessage() + ".", cause.remedy, failure);
		}

	}

}
