package org.shenyuan.schema;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.AuthenticationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

@ExtendWith(TestGraph.class)
@Timeout(120)
class EmbeddedGraphIT {

	@Test
	void dataAndPasswordSurviveCloseAndOpen(@TempDir Path folder) {
		String password;
		try (EmbeddedGraph graph = EmbeddedGraph.open(folder); Driver driver = TestGraph.connect(graph)) {
			driver.executableQuery("CREATE (:Step)").execute();
			password = graph.password();
		}
		try (EmbeddedGraph graph = EmbeddedGraph.open(folder); Driver driver = TestGraph.connect(graph)) {
			assertThat(Steps.count(driver)).isOne();
			assertThat(graph.password()).isEqualTo(password).matches("[\\w-]{43}");
		}
	}

	@Test
	void aDeletedPasswordIsReplaced(@TempDir Path folder) throws IOException {
		EmbeddedGraph before = EmbeddedGraph.open(folder);
		before.close();
		Files.delete(folder.resolve(BoltPassword.FILE));
		try (EmbeddedGraph graph = EmbeddedGraph.open(folder); Driver driver = TestGraph.connect(graph)) {
			driver.verifyConnectivity();
			assertThat(graph.password()).isNotEqualTo(before.password());
		}
	}

	@Test
	void thePasswordFileIsItsOwnersAlone(@TempDir Path folder) throws IOException {
		assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix")).isTrue();
		try (EmbeddedGraph graph = EmbeddedGraph.open(folder)) {
			Path file = folder.resolve(BoltPassword.FILE);
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
			assertThat(Files.readString(file).strip()).isEqualTo(graph.password());
		}
	}

	@Test
	void anotherPasswordIsRefused(EmbeddedGraph graph) {
		for (String password : List.of("neo4j", "guess")) {
			try (Driver driver = GraphDatabase.driver(graph.uri(), AuthTokens.basic(graph.user(), password))) {
				assertThatExceptionOfType(AuthenticationException.class).isThrownBy(driver::verifyConnectivity);
			}
		}
	}

	@Test
	void onlyTheLoopbackAddressListens(EmbeddedGraph graph) throws IOException {
		assertThat(graph.uri().getHost()).isEqualTo("127.0.0.1");
		var others = NetworkInterface.networkInterfaces()
			.flatMap(NetworkInterface::inetAddresses)
			.filter((address) -> address instanceof Inet4Address && !address.isLoopbackAddress())
			.toList();
		for (var address : others) {
			assertThatIOException().isThrownBy(() -> new Socket(address, graph.uri().getPort()).close());
		}
	}

	@Test
	void aFolderInUseIsNamed(@TempDir Path folder) throws Exception {
		String line = "The graph in " + folder + " is held by another process: "
				+ "stop that one, connect to it, or choose another folder.";
		try (EmbeddedGraph graph = EmbeddedGraph.open(folder); Driver driver = TestGraph.connect(graph)) {
			assertThat(ChildProcess.run("OPEN", folder).output()).isEqualTo(line);
			assertThatExceptionOfType(GraphUnavailable.class).isThrownBy(() -> EmbeddedGraph.open(folder))
				.withMessage(line);
			driver.verifyConnectivity();
		}
	}

	@Test
	void aTakenPortIsNamed(EmbeddedGraph graph, @TempDir Path folder) {
		int port = graph.uri().getPort();
		assertThatExceptionOfType(GraphUnavailable.class).isThrownBy(() -> EmbeddedGraph.open(folder, port, 16))
			.withMessage("Port " + port + " on 127.0.0.1 is taken: stop what listens there, or choose another port.");
	}

	@Test
	void aDamagedStoreIsNamed(@TempDir Path folder) throws IOException {
		EmbeddedGraph.open(folder).close();
		Files.write(folder.resolve("data/databases/neo4j/neostore"), new byte[] { 1, 2, 3 });
		assertThatExceptionOfType(GraphUnavailable.class).isThrownBy(() -> EmbeddedGraph.open(folder))
			.withMessage("The graph in " + folder + " does not start, its store may be damaged: "
					+ "see logs/debug.log in that folder, and put back a copy from before.");
	}

	@Test
	void aFolderThatIsAFileIsNamed(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("file"), "");
		assertThatExceptionOfType(GraphUnavailable.class).isThrownBy(() -> EmbeddedGraph.open(file))
			.withMessageStartingWith("The graph's folder " + file + " cannot be read and written");
	}

	@Test
	void theConsoleStaysQuiet(@TempDir Path folder) throws Exception {
		assertThat(ChildProcess.run("OPEN", folder)).isEqualTo(new ChildProcess.Result(0, ""));
		assertThat(folder.resolve("logs/debug.log")).isNotEmptyFile();
	}

}
