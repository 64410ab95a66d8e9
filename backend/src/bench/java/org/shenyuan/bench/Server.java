package org.shenyuan.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.shenyuan.Api;
import org.shenyuan.Shenyuan;

/**
 * The application as its users run it: a process of its own on a folder, its graph
 * inside.
 */
final class Server implements AutoCloseable {

	/** A tick of /proc. */
	private static final double TICK = 0.01;

	static final String PASSWORD = "of the benchmark";

	final int port = freePort();

	final Path data;

	/** From the command to the first answer. */
	final double seconds;

	private final int boltPort = freePort();

	private final Process process;

	private Server(Path data, List<String> options) throws IOException, InterruptedException {
		this.data = data;
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
		command.addAll(List.of(System.getProperty("bench.jvm", "-Xmx2g").split(" ", -1)));
		command.addAll(List.of("-cp", classPath(), Shenyuan.class.getName(), "--server.address=127.0.0.1",
				"--server.port=" + this.port, "--shenyuan.bolt-port=" + this.boltPort, "--shenyuan.data=" + data,
				"--shenyuan.most-scans-a-minute=1000000000"));
		command.addAll(options);
		long begun = System.nanoTime();
		this.process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(
					Path.of(System.getProperty("bench.out", "target/bench")).resolve("server.log").toFile()))
			.start();
		Runtime.getRuntime().addShutdownHook(new Thread(this.process::destroyForcibly));
		while (!answers()) {
			if (!this.process.isAlive()) {
				throw new IllegalStateException("The server ended with " + this.process.exitValue());
			}
			Thread.sleep(5);
		}
		this.seconds = (System.nanoTime() - begun) / 1e9;
	}

	/** Comes back when it serves. */
	static Server start(Path data, String... options) throws IOException, InterruptedException {
		return new Server(data, List.of(options));
	}

	String address() {
		return "http://127.0.0.1:" + this.port;
	}

	String bolt() {
		return "bolt://127.0.0.1:" + this.boltPort;
	}

	String boltPassword() throws IOException {
		return Files.readString(this.data.resolve("graph/bolt-password")).strip();
	}

	/** Past the application, into its graph. */
	Driver driver() throws IOException {
		return GraphDatabase.driver(bolt(), AuthTokens.basic("neo4j", boltPassword()));
	}

	/** A token of somebody who brings in the records of others. */
	String token() throws IOException {
		return token("bench", "", "ADMINISTRATOR");
	}

	/** A token of somebody whose password is not hashed slowly. */
	String token(String name, String party, String... roles) throws IOException {
		try (Driver driver = driver()) {
			driver.executableQuery("""
					MERGE (a:Account {name: $name})
					SET a.hash = '{noop}' + $password, a.roles = [role IN $roles WHERE role = 'ADMINISTRATOR']
					WITH a
					MATCH (p:Thing {id: $party})
					MERGE (a)-[m:MEMBER_OF]->(p)
					SET m.roles = $roles, m.since = datetime()
					""")
				.withParameters(
						Map.of("name", name, "password", PASSWORD, "roles", Arrays.asList(roles), "party", party))
				.execute();
		}
		return Api.tokenOf(address(), name, PASSWORD);
	}

	/** Processor time that it has used, of all cores. */
	double cpuSeconds() throws IOException {
		String stat = Files.readString(Path.of("/proc/" + this.process.pid() + "/stat"));
		String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
		return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK;
	}

	/** Memory that is resident. */
	long mebibytes() throws IOException {
		return Files.readAllLines(Path.of("/proc/" + this.process.pid() + "/status"))
			.stream()
			.filter((line) -> line.startsWith("VmRSS:"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
			.findFirst()
			.orElseThrow();
	}

	long pid() {
		return this.process.pid();
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
	}

	private boolean answers() {
		try (Http http = new Http(this.port)) {
			return http.send(Http.get("/actuator/health", "")).status() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Without tests and measurements, whose beans it would find. */
	private static String classPath() {
		String separator = System.getProperty("path.separator");
		return Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(separator), -1))
			.filter((entry) -> !entry.endsWith("test-classes"))
			.collect(Collectors.joining(separator));
	}

	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
