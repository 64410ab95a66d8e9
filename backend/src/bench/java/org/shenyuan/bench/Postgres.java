package org.shenyuan.bench;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.postgresql.PGConnection;

/**
 * What most would pick instead: PostgreSQL as Debian packs it, with the same lots, events
 * and edges in tables with numbers for keys and an index for every way that is gone.
 */
final class Postgres implements AutoCloseable {

	private static final String TABLES = """
			CREATE TABLE party (id bigint PRIMARY KEY, code text NOT NULL UNIQUE, name text);
			CREATE TABLE place (id bigint PRIMARY KEY, code text NOT NULL UNIQUE, name text, base text, county text);
			CREATE TABLE event (id bigint PRIMARY KEY, code text NOT NULL UNIQUE, kind text NOT NULL,
			                    at timestamptz NOT NULL, party bigint NOT NULL REFERENCES party,
			                    place bigint REFERENCES place);
			CREATE TABLE lot (id bigint PRIMARY KEY, code text NOT NULL UNIQUE, kind text NOT NULL,
			                  product text NOT NULL, species text NOT NULL, grams bigint NOT NULL,
			                  maker bigint NOT NULL REFERENCES event);
			CREATE TABLE input (event bigint REFERENCES event, lot bigint REFERENCES lot, grams bigint,
			                    PRIMARY KEY (event, lot));
			""";

	/** Behind the data, which is how one loads. */
	private static final String INDEXES = """
			CREATE INDEX ON lot (maker);
			CREATE INDEX ON input (lot);
			ANALYZE;
			""";

	private static final String FAMILY = """
			WITH RECURSIVE family (id, maker) AS (
			  SELECT id, maker FROM lot WHERE code = ?
			%s
			  SELECT l.id, l.maker
			  FROM family f JOIN input i ON i.event = f.maker JOIN lot l ON l.id = i.lot
			)
			""";

	/** Each lot once, with its maker, who that was and where, and what went in. */
	private static final String ONCE = FAMILY.formatted("UNION") + """
			SELECT l.code, l.kind, l.product, l.species, l.grams, e.code, e.kind, e.at, p.name, s.name, s.base, s.county,
			       ARRAY(SELECT i.lot FROM input i WHERE i.event = e.id ORDER BY i.lot),
			       ARRAY(SELECT i.grams FROM input i WHERE i.event = e.id ORDER BY i.lot)
			FROM family f JOIN lot l ON l.id = f.id JOIN event e ON e.id = f.maker
			  JOIN party p ON p.id = e.party LEFT JOIN place s ON s.id = e.place
			""";

	/** What the manual's first example leads to: each way once. */
	private static final String PATHS = FAMILY.formatted("UNION ALL") + "SELECT count(*) FROM family";

	private static final Path PROGRAMS = Path.of("/usr/lib/postgresql");

	private final Path folder;

	private final Path programs;

	private final Connection connection;

	private final PreparedStatement once;

	private final PreparedStatement paths;

	private Postgres(Path programs, Path folder, int port) throws IOException, SQLException {
		this.programs = programs;
		this.folder = folder;
		run("initdb", "-D", folder.resolve("db").toString(), "-A", "trust", "-U", "bench", "-E", "UTF8");
		run("pg_ctl", "-D", folder.resolve("db").toString(), "-w", "-l", folder.resolve("log").toString(), "-o",
				"-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c shared_buffers=256MB"
						+ " -c max_wal_size=4GB",
				"start");
		this.connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "bench", "");
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(TABLES);
		}
		this.once = this.connection.prepareStatement(ONCE);
		this.paths = this.connection.prepareStatement(PATHS);
	}

	/** Null where it is not installed. */
	static @Nullable Postgres start(int port) throws IOException, SQLException {
		if (!Files.isDirectory(PROGRAMS)) {
			return null;
		}
		try (Stream<Path> versions = Files.list(PROGRAMS)) {
			Path newest = versions.max(Path::compareTo).orElseThrow().resolve("bin");
			return new Postgres(newest, Files.createTempDirectory("bench-postgres"), port);
		}
	}

	String version() throws SQLException {
		return this.connection.getMetaData().getDatabaseProductVersion();
	}

	/** Takes over all that the graph has. */
	void load(Driver graph) throws Exception {
		try (Session session = graph.session()) {
			copy(session, "party", "MATCH (p:Party) RETURN elementId(p), p.id, p.name");
			copy(session, "place", """
					MATCH (p:Plot|Facility)
					OPTIONAL MATCH (p)-[:IN]->(b:Base)
					RETURN elementId(p), p.id, p.name, b.name, b.county""");
			copy(session, "event", """
					MATCH (e:Event)-[:BY]->(p)
					RETURN elementId(e), e.id, e.kind, e.at, elementId(p), head([(e)-[:AT]->(s:Plot|Facility) | elementId(s)])""");
			copy(session, "lot", """
					MATCH (l:Lot)<-[:OUTPUT]-(e:Event)
					RETURN elementId(l), l.id, l.kind, l.product, l.species, l.grams, elementId(e)""");
			copy(session, "input", """
					MATCH (l:Lot)-[i:INPUT]->(e:Event)
					RETURN elementId(e), elementId(l), sum(i.grams)""");
		}
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(INDEXES);
		}
	}

	private void copy(Session graph, String table, String cypher) throws Exception {
		var copy = this.connection.unwrap(PGConnection.class).getCopyAPI();
		List<String> lines = new ArrayList<>();
		graph.run(cypher).forEachRemaining((row) -> lines.add(line(row)));
		copy.copyIn("COPY " + table + " FROM STDIN", new StringReader(String.join("", lines)));
	}

	/** The number in {@code 4:database:number} is the node's own. */
	private static String line(Record row) {
		return row.values()
			.stream()
			.map((value) -> value.isNull() ? "\\N"
					: (value.asObject() instanceof String text && text.matches("4:[-0-9a-f]+:\\d+"))
							? text.substring(text.lastIndexOf(':') + 1)
							: (value.asObject() instanceof java.time.ZonedDateTime time) ? time.toOffsetDateTime().toString()
									: value.asObject().toString())
			.collect(java.util.stream.Collectors.joining("\t", "", "\n"));
	}

	/**
	 * @return the harvests that it found
	 */
	int trace(String lot) throws SQLException {
		Set<String> sources = new HashSet<>();
		this.once.setString(1, lot);
		try (ResultSet rows = this.once.executeQuery()) {
			while (rows.next()) {
				for (int column = 1; column <= 12; column++) {
					rows.getString(column);
				}
				Objects.requireNonNull(rows.getArray(13).getArray());
				Objects.requireNonNull(rows.getArray(14).getArray());
				if (rows.getString(7).equals("harvested")) {
					sources.add(rows.getString(1));
				}
			}
		}
		return sources.size();
	}

	/**
	 * Every way from the lot back to whatever went into it.
	 * @return how many there are; -1 if it took longer than that
	 */
	long paths(String lot, int seconds) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute("SET statement_timeout = '" + seconds + "s'");
			this.paths.setString(1, lot);
			try (ResultSet rows = this.paths.executeQuery()) {
				rows.next();
				return rows.getLong(1);
			}
			catch (SQLException ex) {
				if (!"57014".equals(ex.getSQLState()) && !"53100".equals(ex.getSQLState())) {
					throw ex;
				}
				return -1;
			}
			finally {
				statement.execute("SET statement_timeout = 0");
			}
		}
	}

	@Override
	public void close() throws IOException, SQLException {
		this.connection.close();
		run("pg_ctl", "-D", this.folder.resolve("db").toString(), "-m", "immediate", "stop");
		try (Stream<Path> files = Files.walk(this.folder)) {
			files.sorted(java.util.Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
		}
	}

	/** It refuses to run for root. */
	private void run(String program, String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		if (System.getProperty("user.name").equals("root")) {
			new ProcessBuilder("chown", "nobody", this.folder.toString()).start().onExit().join();
			command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
		}
		command.add(this.programs.resolve(program).toString());
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		if (process.onExit().join().exitValue() != 0) {
			throw new IOException(command + " failed");
		}
	}

}
