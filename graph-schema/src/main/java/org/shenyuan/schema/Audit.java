package org.shenyuan.schema;

/**
 * A statement that finds what must not be in the graph; it may scan all of it, once.
 *
 * @param name the file's name without its ending
 * @param proves what holds when no row comes back, one sentence
 * @param cypher the statement
 */
public record Audit(String name, String proves, String cypher) {

	static Audit of(String file, String text) {
		if (!file.endsWith(".cypher") || !text.startsWith("//")) {
			throw new IllegalArgumentException("not a .cypher file that starts with what it proves: " + file);
		}
		String proves = text.lines().findFirst().orElseThrow().substring(2).strip();
		return new Audit(file.substring(0, file.length() - ".cypher".length()), proves, text);
	}

}
