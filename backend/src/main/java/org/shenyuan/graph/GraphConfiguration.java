package org.shenyuan.graph;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Logging;
import org.shenyuan.schema.EmbeddedGraph;
import org.shenyuan.schema.Migration;
import org.shenyuan.schema.Migrations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.neo4j.autoconfigure.ConfigBuilderCustomizer;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/**
 * Where the graph is: in this process, unless {@code spring.neo4j.uri} names a server.
 */
@Configuration(proxyBeanMethods = false)
class GraphConfiguration {

	/** Brings the schema up to date before anything is served. */
	@Bean
	Migrated migrated(Driver driver) {
		return new Migrated(Migrations.apply(driver));
	}

	/**
	 * By itself the driver makes a text of all parameters of every statement, for a log
	 * at a level that nobody keeps.
	 */
	@Bean
	@SuppressWarnings("deprecation")
	ConfigBuilderCustomizer loggingOnlyWhatIsKept() {
		return (driver) -> driver.withLogging(Logging.slf4j());
	}

	/** Says that the schema is what this program knows, and what was new. */
	public record Migrated(List<Migration> applied) {
	}

	/** The graph that comes with the program. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "spring.neo4j.uri", matchIfMissing = true, havingValue = "none")
	static class Embedded {

		@Bean(destroyMethod = "close")
		EmbeddedGraph embeddedGraph(@Value("${shenyuan.data}") Path data,
				@Value("${shenyuan.bolt-port:0}") int boltPort,
				@Value("${shenyuan.page-cache-mebibytes:256}") int pageCache) {
			return EmbeddedGraph.open(data.resolve("graph"), boltPort, pageCache);
		}

		@Bean
		Room room(EmbeddedGraph graph, @Value("${shenyuan.data}") Path data,
				@Value("${shenyuan.least-room:100MB}") DataSize least) {
			return new Room(data, least);
		}

		@Bean
		Neo4jConnectionDetails embeddedConnection(EmbeddedGraph graph) {
			return new Neo4jConnectionDetails() {

				@Override
				public URI getUri() {
					return graph.uri();
				}

				@Override
				public AuthToken getAuthToken() {
					return AuthTokens.basic(graph.user(), graph.password());
				}

			};
		}

	}

}
