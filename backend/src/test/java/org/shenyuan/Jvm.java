package org.shenyuan;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Starts programs in JVMs of their own, and waits for what they do. */
final class Jvm {

	static final Duration PATIENCE = Duration.ofMinutes(2);

	private Jvm() {
	}

	/**
	 * The program with this JVM's own flags, on its class path without the tests. It ends
	 * with this JVM at the latest.
	 */
	static Process launch(Class<?> program, List<String> arguments, Path output) throws IOException {
		List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
		ManagementFactory.getRuntimeMXBean()
			.getInputArguments()
			.stream()
			.filter((flag) -> flag.startsWith("--"))
			.forEach(command::add);
		command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-cp", classPath(),
				program.getName()));
		command.addAll(arguments);
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
			.start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		return process;
	}

	/** Asks every few milliseconds, for two minutes at most. */
	static void await(String what, BooleanSupplier done) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!done.getAsBoolean()) {
			if (System.nanoTime() > deadline) {
				throw new AssertionError("Waited in vain for " + what);
			}
			try {
				Thread.sleep(Duration.ofMillis(10));
			}
			catch (InterruptedException ex) {
				throw new AssertionError(ex);
			}
		}
	}

	private static String classPath() {
		String separator = System.getProperty("path.separator");
		return Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(separator), -1))
			.filter((entry) -> !entry.endsWith("test-classes"))
			.collect(Collectors.joining(separator));
	}

}
