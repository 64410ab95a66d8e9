package org.shenyuan.backup;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.neo4j.driver.Record;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * One number for everything in the graph: two graphs that say the same have the same one,
 * in whatever order they were written. It is the sum of the SHA-256 of every node with
 * its relationships, so that it takes one walk and no memory.
 */
@Component
class Digest {

	/** When somebody waited, and for whom the log had no number yet. */
	private static final Set<String> PASSING = Set.of("touched", "unlisted");

	private static final BigInteger ROUND = BigInteger.ONE.shiftLeft(256);

	private final Graph graph;

	private final JsonMapper json;

	Digest(Graph graph, JsonMapper json) {
		this.graph = graph;
		this.json = json;
	}

	/**
	 * What a graph says.
	 *
	 * @param nodes that went into it
	 * @param digest hexadecimal
	 */
	record Sum(long nodes, long relationships, String digest) {
	}

	Sum sum() {
		var sums = new Object() {
			private BigInteger digest = BigInteger.ZERO;

			private long nodes;

			private long relationships;

		};
		for (Cypher table : Tables.EVERYTHING) {
			this.graph.read((tx) -> {
				tx.each(table, Map.of(), (row) -> {
					sums.digest = sums.digest.add(new BigInteger(1, sha256(text(row)))).mod(ROUND);
					sums.nodes++;
					sums.relationships += row.get("links").size();
				});
				return true;
			});
		}
		return new Sum(sums.nodes, sums.relationships, String.format(Locale.ROOT, "%064x", sums.digest));
	}

	private String text(Record row) {
		List<String> links = new ArrayList<>();
		row.get("links")
			.values()
			.forEach((link) -> links.add(link.get(0).asString() + " " + link.get(1).asString("") + " "
					+ this.json.writeValueAsString(Values.json(link.get(2).asMap()))));
		links.sort(null);
		Map<String, Object> properties = new HashMap<>(row.get("properties").asMap());
		properties.keySet().removeAll(PASSING);
		return row.get("labels").asList(String::valueOf).stream().sorted().toList()
				+ this.json.writeValueAsString(Values.json(properties)) + links;
	}

	static byte[] sha256(String text) {
		return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
	}

	static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
