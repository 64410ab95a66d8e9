package org.shenyuan.schema;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * A Neo4j Community server inside this JVM, kept in one folder and reached over Bolt like
 * any other. It listens on the loopback address only, asks for a password, and reports to
 * nobody.
 * <p>
 * One process holds the folder at a time. Others on the same machine connect to
 * {@link #uri()} with the password from the folder's file {@code bolt-password}.
 */
public final class EmbeddedGraph implements AutoCloseable {

	/** Let the operating system choose the Bolt port. */
	public static final int ANY_PORT = 0;

	/** Page cache when nothing else is asked for, in mebibytes. */
	public static final int PAGE_CACHE_MEBIBYTES = 256;

	private static final String USER = "neo4j";

	private final DatabaseManagementService server;

	private final URI uri;

	private final String password;

	private EmbeddedGraph(DatabaseManagementService server, URI uri, String password) {
		this.server = server;
		this.uri = uri;
		this.password = password;
	}

	/**
	 * Opens the graph in a folder on a free port; an empty or missing folder becomes a
	 * new graph.
	 * @throws GraphUnavailable when the folder is held by another process, cannot be
	 * written, or holds a damaged store
	 */
	public static EmbeddedGraph open(Path folder) {
		return open(folder, ANY_PORT, PAGE_CACHE_MEBIBYTES);
	}

	/**
	 * Opens the graph in a folder; an empty or missing folder becomes a new graph.
	 * @param port the Bolt port, or {@link #ANY_PORT}
	 * @param pageCacheMebibytes memory for the store's pages, outside the Java heap
	 * @throws GraphUnavailable when the folder is held by another process, cannot be
	 * written, or holds a damaged store, or when the port is taken
	 */
	public static EmbeddedGraph open(Path folder, int port, int pageCacheMebibytes) {
		Path home = folder.toAbsolutePath().normalize();
		var startup = new Startup(home, port, pageCacheMebibytes);
		var password = new BoltPassword(home);
		try {
			Files.createDirectories(home);
			if (!password.exists() || !Files.exists(home.resolve("data/databases/system"))) {
				// Bolt stays shut until Neo4j's well-known first password is gone.
				DatabaseManagementService server = startup.withoutBolt();
				try {
					password.create((chosen) -> server.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
						.executeTransactionally("ALTER USER $user SET PASSWORD $password CHANGE NOT REQUIRED",
								Map.of("user", USER, "password", chosen)));
				}
				finally {
					server.shutdown();
				}
			}
			String secret = password.read();
			DatabaseManagementService server = startup.withBolt();
			return new EmbeddedGraph(server, boltUri(server), secret);
		}
		catch (IOException ex) {
			throw new GraphUnavailable("The graph's folder " + home + " cannot be read and written ("
					+ ex.getClass().getSimpleName() + "): give this user the right to, or choose another folder.", ex);
		}
	}

	/** Where a driver connects: {@code bolt://127.0.0.1:port}. */
	public URI uri() {
		return this.uri;
	}

	/** The name to log in with. */
	public String user() {
		return USER;
	}

	/** The password to log in with, a secret of the folder. */
	public String password() {
		return this.password;
	}

	/** Stops the server and lets go of the folder. Closing twice does nothing more. */
	@Override
	public void close() {
		this.server.shutdown();
	}

	private static URI boltUri(DatabaseManagementService server) {
		var database = (GraphDatabaseAPI) server.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
		var address = database.getDependencyResolver()
			.resolveDependency(ConnectorPortRegister.class)
			.getLocalAddress(ConnectorType.BOLT);
		return URI.create("bolt://" + Startup.LOOPBACK + ":" + address.getPort());
	}

}
