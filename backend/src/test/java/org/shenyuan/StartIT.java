package org.shenyuan;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.neo4j.driver.Driver;
import org.shenyuan.RunningBackend.Ended;

import static org.assertj.core.api.Assertions.assertThat;

/** A start that fails says why in one line; a start that succeeds finds everything. */
@Aside
@Timeout(240)
class StartIT {

	private static RunningBackend backend;

	private static Path data;

	@BeforeAll
	static void start() throws IOException {
		data = RunningBackend.newFolder();
		backend = RunningBackend.start(data);
	}

	@AfterAll
	static void end() {
		backend.close();
	}

	@Test
	void aFolderInUseIsNamed() throws Exception {
		assertSays(RunningBackend.startInVain(data, Map.of()), "The graph in " + data.resolve("graph")
				+ " is held by another process: stop that one, connect to it, or choose another folder.");
	}

	@Test
	void aTakenPortIsNamed() throws Exception {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			int port = taken.getLocalPort();
			assertSays(backend.joinInVain("server.port", port),
					"Web server failed to start. Port " + port
							+ " was already in use. Identify and stop the process that's listening on port " + port
							+ " or configure this application to listen on another port.");
		}
	}

	@Test
	void aTakenBoltPortIsNamed() throws Exception {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			String port = "" + taken.getLocalPort();
			assertSays(RunningBackend.startInVain(RunningBackend.newFolder(), Map.of("shenyuan.bolt-port", port)),
					"Port " + port + " on 127.0.0.1 is taken: stop what listens there, or choose another port.");
		}
	}

	@Test
	void aNewerSchemaIsNamedAndLeftAlone() throws Exception {
		try (Driver driver = backend.driver()) {
			driver.executableQuery("""
					CREATE (:Migration {version: 999, name: 'later', checksum: 'c', appliedAt: datetime()})""")
				.execute();
			try {
				Ended ended = backend.joinInVain("server.port", 0);
				assertThat(ended.output()).matches("(?s).*The graph is at V999, this program knows up to V\\d{3}: "
						+ "start the newer program\\.\\s+");
				assertSaysOneLine(ended);
			}
			finally {
				driver.executableQuery("MATCH (m:Migration {version: 999}) DELETE m").execute();
			}
		}
	}

	@Test
	void aWrongPasswordOfTheGraphIsNamed() throws Exception {
		Ended ended = backend.joinInVain("spring.neo4j.authentication.password", "guess");
		assertThat(ended.output()).contains("The graph refuses the log-in",
				"check spring.neo4j.authentication.username and .password.");
		assertSaysOneLine(ended);
	}

	@Test
	void malformedLabelKeysAreNamedByTheirPlace() throws Exception {
		Path folder = RunningBackend.newFolder();
		Path keys = Files.writeString(folder.resolve("label-keys"), "1 c2hvcnQ=\n");
		Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
		String line = "label keys, entry 1: the key has 5 bytes, it needs 32. Put the keys right or back from a copy; "
				+ "with others, labels already printed are not recognised.";
		assertSays(backend.joinInVain("shenyuan.data", folder), keys + ": " + line);
		assertThat(keys).hasContent("1 c2hvcnQ=");
		assertSays(backend.joinInVain("shenyuan.label-keys", "1 c2hvcnQ="), "shenyuan.label-keys: " + line);
	}

	@Test
	void aSecondStartFindsEverythingOfTheFirst() throws Exception {
		String password = backend.password();
		assertThat(backend.admin(password).importFile(Note.register()).status()).isEqualTo(200);
		Note note = Note.purchased("F-1", 500);
		Api.Answer recorded = note.sentBy(backend.admin(password));
		String keys = Files.readString(data.resolve("label-keys"));
		backend.stop();
		backend.startAgain();
		Api again = backend.admin(password);
		assertThat(again.get("/api/v1/events/" + note.id()).json().get("hash")).isEqualTo(recorded.json().get("hash"));
		assertThat(note.sentBy(again)).isEqualTo(new Api.Answer(200, recorded.body()));
		assertThat(data.resolve("label-keys")).hasContent(keys);
		assertThat(backend.output()).containsOnlyOnce("Log in as admin");
	}

	private static void assertSays(Ended ended, String sentence) {
		assertThat(ended.output()).isEqualTo("Shenyuan does not start. " + sentence + "\n");
		assertThat(ended.exit()).isPositive();
	}

	private static void assertSaysOneLine(Ended ended) {
		assertThat(ended.output().lines()).singleElement().asString().startsWith("Shenyuan does not start. ");
		assertThat(ended.exit()).isPositive();
	}

}
