package org.shenyuan.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

import org.shenyuan.ledger.EventJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What {@link Export} wrote, read line by line. */
final class BackupFile {

	private static final String ANOTHER = "Take another copy of the backup.";

	private final Path path;

	BackupFile(Path path) {
		this.path = path;
	}

	/** Takes a line: its kind, and what it says. */
	@FunctionalInterface
	interface Line {

		void is(String kind, JsonNode content);

	}

	/**
	 * Reads it to the end without keeping anything.
	 * @return how many lines there are before the last
	 * @throws Unrestorable if it is cut off or was changed
	 */
	long check() {
		MessageDigest digest = Digest.sha256();
		long lines = 0;
		try (BufferedReader reader = Files.newBufferedReader(this.path)) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				if (line.startsWith("{\"end\":")) {
					JsonNode end = EventJson.tree(line).get("end");
					String found = HexFormat.of().formatHex(digest.digest());
					if (end.get("lines").asLong() != lines || !end.get("sha256").asString().equals(found)) {
						throw new Unrestorable("The backup " + this.path
								+ " was changed: its last line does not fit the " + lines + " lines before it", ANOTHER,
								null);
					}
					return lines;
				}
				digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
				lines++;
			}
		}
		catch (IOException | JacksonException ex) {
			throw new Unrestorable("The backup " + this.path + " cannot be read (" + ex.getMessage() + ")", ANOTHER,
					ex);
		}
		throw new Unrestorable("The backup " + this.path + " ends after line " + lines + " without its last line",
				ANOTHER, null);
	}

	void read(Line line) {
		try (BufferedReader reader = Files.newBufferedReader(this.path)) {
			for (String text = reader.readLine(); text != null; text = reader.readLine()) {
				JsonNode node = EventJson.tree(text);
				String kind = node.propertyNames().iterator().next();
				line.is(kind, node.get(kind));
			}
		}
		catch (IOException ex) {
			throw new Unrestorable("The backup " + this.path + " cannot be read (" + ex.getMessage() + ")", ANOTHER,
					ex);
		}
	}

}
