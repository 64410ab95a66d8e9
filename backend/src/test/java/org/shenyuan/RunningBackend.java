package org.shenyuan;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * A backend as users have it: a JVM of its own on a folder, which can be killed and
 * started again.
 */
final class RunningBackend implements AutoCloseable {

	private static final Path TARGET = Path.of("target/it-data").toAbsolutePath();

	private static final Pattern PASSWORD = Pattern.compile("Log in as admin with the password (\\S+)");

	private final Path data;

	private final Map<String, String> options = new LinkedHashMap<>();

	private final Path output;

	private final int port = freePort();

	private final int boltPort = freePort();

	private final Api anybody = Api.nobody(address());

	private Process process;

	private RunningBackend(Path data, Map<String, String> options) throws IOException {
		this.data = data;
		this.options.putAll(Map.of("server.address", "127.0.0.1", "server.port", "" + this.port, "shenyuan.bolt-port",
				"" + this.boltPort, "shenyuan.page-cache-mebibytes", "64", "shenyuan.data", data.toString()));
		this.options.putAll(options);
		this.output = Files.createTempFile(Files.createDirectories(TARGET), "backend-", ".log");
		this.process = launch();
	}

	/** A folder under target that nobody else has. */
	static Path newFolder() throws IOException {
		return Files.createTempDirectory(Files.createDirectories(TARGET), "data-");
	}

	/** Starts a backend on a folder, and comes back when it serves. */
	static RunningBackend start(Path data) throws IOException {
		return start(data, Map.of());
	}

	/** Another backend on the graph and the label keys of this one. */
	RunningBackend join() throws IOException {
		return start(this.data, onItsGraph());
	}

	/** How a backend ended that could not serve. */
	record Ended(int exit, String output) {
	}

	/** Starts a backend, and comes back when it has ended. */
	static Ended startInVain(Path data, Map<String, String> options) throws IOException, InterruptedException {
		try (RunningBackend backend = new RunningBackend(data, options)) {
			backend.awaitEnd();
			return new Ended(backend.process.exitValue(), backend.output());
		}
	}

	/** Starts a backend, and kills it as soon as it says something. */
	static void killed(Path data, Map<String, String> options, Pattern said) throws IOException {
		try (RunningBackend backend = new RunningBackend(data, options)) {
			Jvm.await(said.pattern(), () -> said.matcher(backend.output()).find());
		}
	}

	/** The same on the graph of this one, which is quicker than to open another. */
	Ended joinInVain(String option, Object value) throws IOException, InterruptedException {
		Map<String, String> all = onItsGraph();
		all.put(option, value.toString());
		return startInVain(this.data, all);
	}

	/** SIGKILL: nothing is flushed, closed or said. */
	void kill() {
		this.process.destroyForcibly();
		this.process.onExit().join();
	}

	/** SIGTERM. */
	void stop() throws InterruptedException {
		this.process.destroy();
		awaitEnd();
	}

	/** On the same folder and ports. */
	void startAgain() throws IOException {
		this.process = launch();
		awaitHealth();
	}

	/** The administrator's, which the first start of a folder prints. */
	String password() {
		Jvm.await("the administrator's password", () -> PASSWORD.matcher(output()).find());
		return PASSWORD.matcher(output()).results().map((printed) -> printed.group(1)).findFirst().orElseThrow();
	}

	Api admin(String password) {
		return Api.as(address(), "admin", password);
	}

	/** Past the backend, into its graph. */
	Driver driver() throws IOException {
		return GraphDatabase.driver("bolt://127.0.0.1:" + this.boltPort, AuthTokens.basic("neo4j", boltPassword()));
	}

	/** Everything printed since the first start. */
	String output() {
		try {
			return Files.readString(this.output);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	@Override
	public void close() {
		kill();
	}

	String address() {
		return "http://127.0.0.1:" + this.port;
	}

	private Map<String, String> onItsGraph() throws IOException {
		return new LinkedHashMap<>(
				Map.of("spring.neo4j.uri", "bolt://127.0.0.1:" + this.boltPort, "spring.neo4j.authentication.username",
						"neo4j", "spring.neo4j.authentication.password", boltPassword()));
	}

	static RunningBackend start(Path data, Map<String, String> options) throws IOException {
		RunningBackend backend = new RunningBackend(data, options);
		backend.awaitHealth();
		return backend;
	}

	private Process launch() throws IOException {
		List<String> arguments = this.options.entrySet()
			.stream()
			.map((option) -> "--" + option.getKey() + "=" + option.getValue())
			.toList();
		return Jvm.launch(Shenyuan.class, arguments, this.output);
	}

	private void awaitHealth() {
		Jvm.await("health", () -> {
			if (!this.process.isAlive()) {
				throw new AssertionError("It ended: " + output());
			}
			return isHealthy();
		});
	}

	private boolean isHealthy() {
		try {
			return this.anybody.get("/actuator/health").status() == 200;
		}
		catch (IllegalStateException ex) {
			return false;
		}
	}

	private void awaitEnd() throws InterruptedException {
		if (!this.process.waitFor(Jvm.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
			throw new AssertionError("It did not end: " + output());
		}
	}

	private String boltPassword() throws IOException {
		return Files.readString(this.data.resolve("graph/bolt-password")).strip();
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
