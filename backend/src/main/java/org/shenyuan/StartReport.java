package org.shenyuan;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says in one line why the program does not start, and what to do about it. */
final class StartReport implements FailureAnalysisReporter {

	@Override
	public void report(FailureAnalysis analysis) {
		String reason = Stream.of(analysis.getDescription(), analysis.getAction())
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" "));
		System.err.println("Shenyuan does not start. " + reason.strip().replaceAll("\\s*\\R\\s*", " "));
	}

}
