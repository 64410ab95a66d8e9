package org.shenyuan.labels;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A program of the system that reads what we print, and had no part in printing it. Where
 * it is missing a test is skipped; on a build server it fails.
 */
record Tool(String name) {

	/** What it writes out; anything but success is a failure. */
	String run(Object... arguments) {
		requirePresent();
		List<String> command = new ArrayList<>(List.of(this.name));
		for (Object argument : arguments) {
			command.add(argument.toString());
		}
		try {
			Path said = Files.createTempFile(this.name, ".txt");
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(said.toFile())
				.start();
			int exit = process.waitFor();
			String text = Files.readString(said, StandardCharsets.UTF_8);
			Files.delete(said);
			assertThat(exit).as("%s says: %s", command, text).isZero();
			return text;
		}
		catch (IOException ex) {
			throw new IllegalStateException(command.toString(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(command.toString(), ex);
		}
	}

	private void requirePresent() {
		boolean present = List.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
			.stream()
			.anyMatch((folder) -> Files.isExecutable(Path.of(folder, this.name)));
		if (System.getenv("CI") != null) {
			assertThat(present).as("%s is installed", this.name).isTrue();
		}
		assumeTrue(present, this.name + " is not installed");
	}

}
