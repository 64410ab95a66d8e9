package org.shenyuan.graph;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.value.ValueException;
import org.shenyuan.schema.GraphUnavailable;
import org.shenyuan.schema.SchemaMismatch;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says of a graph that cannot be used what is in the way and what to do about it. */
final class GraphFailureAnalyzer implements FailureAnalyzer {

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			switch (cause) {
				case GraphUnavailable unavailable -> {
					return new FailureAnalysis(unavailable.getMessage(), null, failure);
				}
				case SchemaMismatch mismatch -> {
					return new FailureAnalysis(mismatch.getMessage(), null, failure);
				}
				case NoClassDefFoundError missing when String.valueOf(missing.getMessage())
					.startsWith("org/neo4j/") -> {
					return new FailureAnalysis("This build has no graph of its own:",
							"name a server as spring.neo4j.uri, or take the build with the embedded Neo4j.", failure);
				}
				case AuthenticationException refused -> {
					return new FailureAnalysis("The graph refuses the log-in (" + refused.getMessage() + "):",
							"check spring.neo4j.authentication.username and .password.", failure);
				}
				case ServiceUnavailableException silent -> {
					return new FailureAnalysis("The graph does not answer (" + silent.getMessage() + "):",
							"start its server, or check spring.neo4j.uri.", failure);
				}
				case ValueException unreadable -> {
					return new FailureAnalysis("What the graph keeps cannot be read (" + unreadable.getMessage() + "):",
							"its files may be damaged. Start on a copy of the data folder, or restore the exported log.",
							failure);
				}
				default -> {
				}
			}
		}
		return null;
	}

}
