package org.shenyuan.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * Cypher files that travel with the program. Each folder lists its files in
 * {@code index.txt}, since a folder inside a jar inside a jar cannot be listed.
 */
final class Shipped {

	private Shipped() {
	}

	/** Reads every file of the folder: file name and text, in the index's order. */
	static <T> List<T> files(String folder, BiFunction<String, String, T> reader) {
		return text(folder + "/index.txt").lines()
			.map(String::strip)
			.filter((file) -> !file.isEmpty())
			.map((file) -> reader.apply(file, text(folder + "/" + file)))
			.toList();
	}

	private static String text(String path) {
		try (InputStream stream = Shipped.class.getResourceAsStream("/" + path)) {
			return new String(Objects.requireNonNull(stream, path).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(path, ex);
		}
	}

}
