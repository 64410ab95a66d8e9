package org.shenyuan.schema;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.neo4j.driver.Driver;

/** A second program on a folder, as users have it: in a JVM of its own. */
final class ChildProcess {

	private ChildProcess() {
	}

	/** Runs {@code OPEN} or {@code DIE} on the folder until it ends. */
	static Result run(String what, Path folder) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
				"--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
				ChildProcess.class.getName(), what, folder.toString())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return new Result(process.waitFor(), output.strip());
	}

	public static void main(String[] args) {
		try (EmbeddedGraph graph = EmbeddedGraph.open(Path.of(args[1])); Driver driver = TestGraph.connect(graph)) {
			if (args[0].equals("DIE")) {
				Thread.startVirtualThread(() -> Migrations.apply(driver, List.of(Steps.SCHEMA, Steps.ENDLESS)));
				Steps.awaitEndless(driver);
				Runtime.getRuntime().halt(9);
			}
		}
		catch (GraphUnavailable ex) {
			System.out.println(ex.getMessage());
		}
	}

	record Result(int exit, String output) {
	}

}
