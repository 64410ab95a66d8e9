import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.connectors.HttpsConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * A Neo4j Community server in a process of its own: {@code Neo4j HOME PORT PASSWORD}. The jar of the server that Maven
 * Central has comes without the program that starts it.
 */
class Neo4j {

	public static void main(String[] arguments) {
		Path home = Path.of(arguments[0]).toAbsolutePath();
		boolean first = Files.notExists(home.resolve("data"));
		DatabaseManagementService server = new DatabaseManagementServiceBuilder(home)
			.setConfig(Map.of(GraphDatabaseSettings.auth_enabled, true, BoltConnector.enabled, true,
					BoltConnector.listen_address, new SocketAddress("127.0.0.1", Integer.parseInt(arguments[1])),
					HttpConnector.enabled, false, HttpsConnector.enabled, false, GraphDatabaseSettings.udc_enabled, false,
					GraphDatabaseSettings.pagecache_memory, 128L << 20))
			.build();
		if (first) {
			server.database("system")
				.executeTransactionally("ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED",
						Map.of("password", arguments[2]));
		}
		Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
		System.out.println("Neo4j serves at bolt://127.0.0.1:" + arguments[1]);
	}

}
