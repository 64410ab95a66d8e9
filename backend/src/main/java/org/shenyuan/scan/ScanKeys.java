package org.shenyuan.scan;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.springframework.stereotype.Component;

/**
 * A secret for each day, which is thrown away when its day no longer counts. A network is
 * known by a digest under the secret of the day on which it was last seen, so that it is
 * recognised for as long as the rule looks back, and by nobody ever after: not by whoever
 * runs the service either.
 */
@Component
class ScanKeys {

	private static final int BYTES = 32;

	private static final int DIGEST_BYTES = 8;

	private static final Cypher MAKE = Cypher.of("""
			MERGE (k:ScanKey {day: $day})
			ON CREATE SET k.key = $fresh
			""");

	private static final Cypher FORGET = Cypher.of("""
			MATCH (k:ScanKey)
			WHERE k.day < $from
			DELETE k
			""");

	private static final Cypher KEPT = Cypher.of("""
			MATCH (k:ScanKey)
			WHERE k.day >= $from
			RETURN k.day AS day, k.key AS key
			""");

	private final Graph graph;

	private final SecureRandom random = new SecureRandom();

	private volatile Ring ring = new Ring("", "", Map.of());

	ScanKeys(Graph graph) {
		this.graph = graph;
	}

	/** The secrets by day, as of {@code today}, back to {@code from}. */
	private record Ring(String today, String from, Map<String, String> keys) {
	}

	/**
	 * What a network is called under the secret of each day that counts, as
	 * {@code 2026-10-02 digest}; today comes last.
	 */
	List<String> names(String network, LocalDate from, LocalDate today) {
		return ring(from.toString(), today.toString()).keys()
			.entrySet()
			.stream()
			.map((key) -> key.getKey() + " " + digest(key.getValue(), network))
			.toList();
	}

	private Ring ring(String from, String today) {
		Ring known = this.ring;
		if (!known.today.equals(today) || !known.from.equals(from)) {
			known = this.graph.write((tx) -> {
				byte[] fresh = new byte[BYTES];
				this.random.nextBytes(fresh);
				tx.execute(MAKE, Map.of("day", today, "fresh", HexFormat.of().formatHex(fresh)));
				tx.execute(FORGET, Map.of("from", from));
				Map<String, String> keys = new TreeMap<>();
				tx.each(KEPT, Map.of("from", from),
						(row) -> keys.put(row.get("day").asString(), row.get("key").asString()));
				keys.keySet().removeIf((day) -> day.compareTo(today) > 0);
				return new Ring(today, from, keys);
			});
			this.ring = known;
		}
		return known;
	}

	private static String digest(String key, String network) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), "HmacSHA256"));
			return HexFormat.of().formatHex(mac.doFinal(network.getBytes(StandardCharsets.UTF_8)), 0, DIGEST_BYTES);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
