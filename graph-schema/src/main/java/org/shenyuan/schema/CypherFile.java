package org.shenyuan.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits a file of Cypher into its statements, without their comments. */
final class CypherFile {

	/** What may hold a semicolon that ends nothing, the semicolon that does, the rest. */
	private static final Pattern TOKEN = Pattern.compile("""
			(?<quoted> ' [^'\\\\]*+ (?: \\\\. [^'\\\\]*+ )*+ '
			         | " [^"\\\\]*+ (?: \\\\. [^"\\\\]*+ )*+ "
			         | ` [^`]*+ ` )
			| (?<comment> //[^\\n]*+ | /\\* .*? \\*/ )
			| (?<end> ; )
			| (?<other> [^'"`/;]++ | . )""", Pattern.COMMENTS | Pattern.DOTALL);

	private CypherFile() {
	}

	static List<String> statements(String text) {
		List<String> statements = new ArrayList<>();
		StringBuilder statement = new StringBuilder();
		var token = TOKEN.matcher(text);
		while (token.find()) {
			if (token.group("end") != null) {
				statements.add(statement.toString().strip());
				statement.setLength(0);
			}
			else {
				// A comment parts two words as a blank does.
				statement.append((token.group("comment") != null) ? " " : token.group());
			}
		}
		statements.add(statement.toString().strip());
		statements.removeIf(String::isEmpty);
		return List.copyOf(statements);
	}

}
