package org.shenyuan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/**
 * Everything in the graph, as two counts and a hash: two equal ones, and nothing was
 * written between them, not even the time of a lock.
 */
public record Fingerprint(int nodes, int relationships, String sha256) {

	public static Fingerprint of(Driver driver) {
		try (Session session = driver.session()) {
			List<String> nodes = session
				.run("MATCH (n) WHERE NOT n:Unsigned RETURN elementId(n) AS id, labels(n) AS labels, n")
				.list((row) -> row.get("id").asString() + row.get("labels").asList()
						+ new TreeMap<>(row.get("n").asMap()));
			List<String> relationships = session
				.run("MATCH (a)-[r]->(b) RETURN elementId(a) AS a, type(r) AS type, elementId(b) AS b, r")
				.list((row) -> row.get("a").asString() + row.get("type").asString() + row.get("b").asString()
						+ new TreeMap<>(row.get("r").asMap()));
			return new Fingerprint(nodes.size(), relationships.size(), hash(nodes) + hash(relationships));
		}
	}

	private static String hash(List<String> lines) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			lines.stream().sorted().forEach((line) -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
