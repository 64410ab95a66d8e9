package org.shenyuan.graph;

/**
 * A statement. Being a type of its own, none reaches the database that is not a constant
 * somewhere, and {@code CypherPlansIT} finds and explains every one of them.
 */
public record Cypher(String text) {

	public static Cypher of(String text) {
		return new Cypher(text);
	}

}
