package org.shenyuan.schema;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.connectors.HttpsConnector;
import org.neo4j.configuration.helpers.PortBindException;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.config.Setting;
import org.neo4j.io.ByteUnit;
import org.neo4j.io.locker.FileLockException;

/** How Neo4j is configured and started, and what its failures mean in one line. */
record Startup(Path home, int port, int pageCacheMebibytes) {

	static final String LOOPBACK = "127.0.0.1";

	DatabaseManagementService withoutBolt() {
		return start(settings());
	}

	DatabaseManagementService withBolt() {
		var settings = settings();
		settings.put(BoltConnector.enabled, true);
		settings.put(BoltConnector.listen_address, new SocketAddress(LOOPBACK, this.port));
		return start(settings);
	}

	private Map<Setting<?>, Object> settings() {
		var settings = new HashMap<Setting<?>, Object>();
		settings.put(GraphDatabaseSettings.auth_enabled, true);
		settings.put(BoltConnector.enabled, false);
		settings.put(HttpConnector.enabled, false);
		settings.put(HttpsConnector.enabled, false);
		settings.put(BoltConnector.server_bolt_telemetry_enabled, false);
		settings.put(GraphDatabaseSettings.udc_enabled, false);
		settings.put(GraphDatabaseSettings.allow_file_urls, false);
		settings.put(GraphDatabaseSettings.logs_directory, this.home.resolve("logs"));
		settings.put(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(this.pageCacheMebibytes));
		settings.put(GraphDatabaseSettings.logical_log_rotation_threshold, ByteUnit.mebiBytes(32));
		settings.put(GraphDatabaseSettings.keep_logical_logs, "1 files");
		settings.put(GraphDatabaseSettings.preallocate_logical_logs, false);
		// Otherwise closing waits several seconds for connections that nobody will make.
		settings.put(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, Duration.ZERO);
		return settings;
	}

	private DatabaseManagementService start(Map<Setting<?>, Object> settings) {
		DatabaseManagementService server;
		try {
			server = new DatabaseManagementServiceBuilder(this.home).setConfig(settings).build();
		}
		catch (RuntimeException ex) {
			throw unavailable(ex);
		}
		// A damaged database does not fail the server's start: it is merely not there.
		try (Transaction probe = server.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME).beginTx()) {
			probe.commit();
			return server;
		}
		catch (RuntimeException ex) {
			server.shutdown();
			throw unavailable(ex);
		}
	}

	private GraphUnavailable unavailable(RuntimeException failure) {
		if (caused(failure, FileLockException.class)) {
			return new GraphUnavailable("The graph in " + this.home + " is held by another process: "
					+ "stop that one, connect to it, or choose another folder.", failure);
		}
		if (caused(failure, PortBindException.class)) {
			return new GraphUnavailable("Port " + this.port + " on " + LOOPBACK + " is taken: "
					+ "stop what listens there, or choose another port.", failure);
		}
		return new GraphUnavailable("The graph in " + this.home + " does not start, its store may be damaged: "
				+ "see logs/debug.log in that folder, and put back a copy from before.", failure);
	}

	private static boolean caused(@Nullable Throwable failure, Class<?> type) {
		return Stream.iterate(failure, (ex) -> ex != null, (ex) -> (ex != null) ? ex.getCause() : null)
			.anyMatch(type::isInstance);
	}

}
