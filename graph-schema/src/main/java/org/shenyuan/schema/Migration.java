package org.shenyuan.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One numbered step of the graph's schema or reference data: a file such as
 * {@code V001__model.cypher}. {@link Migrations} says what such a file may hold.
 *
 * @param version from 1, unique
 * @param name what the step is about
 * @param text the file as it is, statements ending in a semicolon
 */
public record Migration(int version, String name, String text) {

	private static final Pattern FILE = Pattern.compile("V(\\d+)__(\\w+)\\.cypher");

	private static final Pattern SCHEMA = Pattern.compile(
			"(CREATE|DROP)\\s+((RANGE|TEXT|POINT|FULLTEXT|VECTOR|LOOKUP)\\s+)?(CONSTRAINT|INDEX)\\b.*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	/**
	 * Checks the order of the file's statements.
	 * @throws IllegalArgumentException when a schema statement follows a data statement
	 */
	public Migration {
		boolean data = false;
		for (String statement : CypherFile.statements(text)) {
			boolean schema = isSchema(statement);
			if (data && schema) {
				throw new IllegalArgumentException(label(version)
						+ " changes the schema after it has written data; put this into a file of its own: "
						+ statement);
			}
			data |= !schema;
		}
	}

	static Migration of(String file, String text) {
		var matcher = FILE.matcher(file);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("not named V001__what.cypher: " + file);
		}
		return new Migration(Integer.parseInt(matcher.group(1)), matcher.group(2), text);
	}

	/** SHA-256 in hexadecimal, the same on every platform's line endings. */
	public String checksum() {
		try {
			byte[] bytes = this.text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	List<String> schemaStatements() {
		return CypherFile.statements(this.text).stream().filter(Migration::isSchema).toList();
	}

	List<String> dataStatements() {
		return CypherFile.statements(this.text).stream().filter((statement) -> !isSchema(statement)).toList();
	}

	static String label(int version) {
		return String.format(Locale.ROOT, "V%03d", version);
	}

	private static boolean isSchema(String statement) {
		return SCHEMA.matcher(statement).matches();
	}

}
