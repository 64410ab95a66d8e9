package org.shenyuan.packing;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The label keys cannot be read; the message names the place, never the key. */
final class UnusableKeys extends RuntimeException {

	UnusableKeys(String message, IllegalArgumentException cause) {
		super(message, cause);
	}

	/**
	 * Warns of the tempting remedy: with new keys, no printed label is known any more.
	 */
	static final class Analyzer extends AbstractFailureAnalyzer<UnusableKeys> {

		@Override
		protected FailureAnalysis analyze(Throwable failure, UnusableKeys cause) {
			return new FailureAnalysis(cause.getMessage() + ".",
					"Put the keys right or back from a copy; with others, labels already printed are not recognised.",
					failure);
		}

	}

}
