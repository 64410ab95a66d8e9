package org.shenyuan.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * One embedded graph for all tests of the JVM, without nodes, constraints and indexes at
 * the start of each test, which takes the {@link Driver} or the graph as a parameter.
 */
final class TestGraph implements ParameterResolver, BeforeEachCallback {

	@Override
	public void beforeEach(ExtensionContext context) {
		Driver driver = shared(context).driver;
		driver.executableQuery("MATCH (n) DETACH DELETE n").execute();
		drop(driver, "CONSTRAINT", "SHOW CONSTRAINTS YIELD name");
		drop(driver, "INDEX", "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name");
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		Class<?> type = parameter.getParameter().getType();
		return type == Driver.class || type == EmbeddedGraph.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		Shared shared = shared(context);
		return (parameter.getParameter().getType() == Driver.class) ? shared.driver : shared.graph;
	}

	static Driver connect(EmbeddedGraph graph) {
		return GraphDatabase.driver(graph.uri(), AuthTokens.basic(graph.user(), graph.password()));
	}

	private static void drop(Driver driver, String what, String names) {
		driver.executableQuery(names)
			.execute()
			.records()
			.forEach((row) -> driver.executableQuery("DROP " + what + " " + row.get("name").asString()).execute());
	}

	private static Shared shared(ExtensionContext context) {
		return context.getRoot()
			.getStore(Namespace.GLOBAL)
			.computeIfAbsent(Shared.class, (key) -> Shared.start(), Shared.class);
	}

	private record Shared(Path folder, EmbeddedGraph graph, Driver driver) implements AutoCloseable {

		static Shared start() {
			try {
				Path folder = Files.createTempDirectory("graph");
				EmbeddedGraph graph = EmbeddedGraph.open(folder);
				return new Shared(folder, graph, connect(graph));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		public void close() throws IOException {
			this.driver.close();
			this.graph.close();
			try (var files = Files.walk(this.folder)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}

	}

}
