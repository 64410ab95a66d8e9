package org.shenyuan.scan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.shenyuan.Api;
import org.shenyuan.BackendTest;
import org.shenyuan.Fingerprint;
import org.shenyuan.Visitor;
import org.shenyuan.World;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Lots;
import org.shenyuan.packing.Sheets;
import org.shenyuan.recall.Chain;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What scans leave behind, and what they say of a label. */
@BackendTest
@Import(World.class)
class ScanIT {

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	@Autowired
	private Lots lots;

	@Autowired
	private Sheets sheets;

	@Autowired
	private ScanKeys keys;

	private Chain chain;

	@BeforeEach
	void settle() {
		this.world.settle();
		this.world.as("authority");
		this.chain = new Chain(this.world);
	}

	/**
	 * A run is one node however many labels it has, and what becomes of its goods is told
	 * by a walk.
	 */
	@Test
	void aHundredThousandLabelsTellOfARevocationAndARecallUnwritten() {
		this.chain.dug("F1", "2024-09-18", 500_000);
		label("F1", 500_000, 5, 100_000);
		this.chain.activated("FARM", "RUN-1", 1, 100_000);
		LabelRun run = this.lots.run("RUN-1").orElseThrow();
		List<String> codes = new Random(7).longs(150, 1, 100_001)
			.mapToObj((number) -> this.sheets.code(run, number).text())
			.toList();
		long before = nodes();
		assertThat(codes).allSatisfy((code) -> assertThat(scan(code).at("/verdict").asString()).isEqualTo("TRACED"));

		this.chain.did("certificateRegistered", "2024-01-01T09:00:00+08:00", "AUTH",
				"\"certificate\":\"CERT-2\",\"number\":\"演示-002\",\"certificateKind\":\"GAP-BASE\",\"level\":\"CITY\",\"base\":\"BASE-1\",\"species\":\"PANAX-GINSENG\",\"validFrom\":\"2024-01-01\",\"validTo\":\"2099-01-01\",\"squareMetres\":20000");
		assertThat(codes).allSatisfy((code) -> assertToday(code, true));
		this.chain.tries("certificateRuled", "AUTH",
				"\"certificate\":\"CERT-2\",\"standing\":\"REVOKED\",\"reason\":\"演示\"");
		assertThat(codes).allSatisfy((code) -> assertToday(code, false));
		String recall = this.chain.recalled("LOT", "SEED-1");
		Fingerprint recalled = Fingerprint.of(this.driver);
		assertThat(codes).allSatisfy((code) -> {
			assertThat(scan(code).at("/verdict").asString()).isEqualTo("RECALLED");
			assertThat(scan(code).at("/recalls/0/advice").asString()).contains("退回");
		});
		assertThat(Fingerprint.of(this.driver)).isEqualTo(recalled);
		this.chain.ends(recall);
		assertThat(codes).allSatisfy((code) -> assertThat(scan(code).at("/verdict").asString()).isEqualTo("TRACED"));
		// The certificate with its two events; the recall and its end with their
		// snapshots. No label.
		assertThat(nodes() - before).isEqualTo(3 + 4);
		assertThat(count("MATCH (l:Label) RETURN count(l) AS n")).isZero();
	}

	@Test
	void onlyALookCounts() {
		String code = labelled(true);
		Fingerprint before = Fingerprint.of(this.driver);
		for (String agent : List.of("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
				"Mozilla/5.0 (compatible; Baiduspider-render/2.0)", "WhatsApp/2.23.20.0",
				"facebookexternalhit/1.1; kakaotalk-scrap/1.0", "TelegramBot (like TwitterBot)")) {
			look(code, Map.of("User-Agent", agent));
		}
		look(code, Map.of("Sec-Purpose", "prefetch;prerender"));
		look(code, Map.of("Purpose", "prefetch"));
		new Visitor(this.world.address(), Map.of()).get("/t/" + code);
		scan(code);
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
		look(code, Map.of("User-Agent", "Mozilla/5.0 (Linux; Android 12; CUBOT X30) MicroMessenger/8.0"));
		assertThat(scan(code).at("/count/scans").asLong()).isEqualTo(1);
		look("0000-0000-0000-0000", Map.of());
		assertThat(count("MATCH (l:Label) RETURN count(l) AS n")).isEqualTo(1);
	}

	/** From another network each time, so that only the rule at hand speaks. */
	@Test
	void eachRuleSaysItsNumbers() {
		String code = labelled(false);
		IntStream.range(0, 3).forEach((i) -> look(code, Map.of()));
		assertThat(scan(code).at("/remarks")).isEmpty();
		look(code, Map.of());
		assertThat(scan(code).at("/verdict").asString()).isEqualTo("NOT_ACTIVATED");
		assertThat(scan(code).at("/remarks/0").toString()).contains("scan-early", "[4,3]", "SCANS-3");
		this.chain.activated("FARM", "RUN-1", 1, 10);
		assertThat(scan(code).at("/verdict").asString()).isEqualTo("TRACED");
		assertThat(page(code)).contains("scanned 4 times before it was put on a pack; more than 3");

		this.chain.tries("ruleSet", "AUTH",
				"\"rule\":\"SCANS-9\",\"kind\":\"scan-total\",\"subject\":\"ANY\",\"severity\":\"WARN\",\"certainty\":\"derived\",\"source\":\"演示\",\"validFrom\":\"2024-01-01\",\"numbers\":{\"mostScans\":4}");
		assertThat(scan(code).at("/verdict").asString()).isEqualTo("TRACED");
		look(code, Map.of());
		assertThat(scan(code).at("/verdict").asString()).isEqualTo("SCANNED_OFTEN");
		assertThat(page(code)).contains("scanned 5 times in all; for one pack up to 4");

		this.chain.did("labelsVoided", Chain.now(), "FARM", Chain.range("RUN-1", 1, 1) + ",\"reason\":\"演示\"");
		look(code, Map.of());
		assertThat(scan(code).at("/verdict").asString()).isEqualTo("VOID");
		assertThat(page(code)).contains("scanned 1 times after its maker declared it void; 0 would be expected");
	}

	@Test
	void aNetworkIsForgottenWithTheSecretOfItsDay() {
		LocalDate day = LocalDate.of(2020, 3, 1);
		List<String> first = this.keys.names("10.1", day.minusDays(2), day);
		List<String> next = this.keys.names("10.1", day.minusDays(1), day.plusDays(1));
		assertThat(next).hasSize(2).startsWith(first.getLast());
		assertThat(next.getLast()).startsWith("2020-03-02 ").isNotEqualTo(this.keys.names("10.2", day, day).getLast());
		List<String> later = this.keys.names("10.1", day.plusDays(1), day.plusDays(3));
		assertThat(later).hasSize(2).doesNotContain(first.getLast());
		assertThat(count("MATCH (k:ScanKey) WHERE k.day < '2020-03-02' RETURN count(k) AS n")).isZero();
	}

	@Test
	void aNetworkCountsOnceAndNothingElseOfItIsKept() {
		String code = labelled(true);
		IntStream.range(0, 5)
			.forEach((i) -> look(code, Map.of("X-Forwarded-For", "203.0." + i + ".7", "User-Agent", "Telephone")));
		look(code, Map.of("X-Forwarded-For", "198.51.100.7"));
		assertThat(scan(code).at("/count/networks").asLong()).isEqualTo(2);
		try (var session = this.driver.session()) {
			String kept = session.run("MATCH (l:Label) RETURN l").single().get("l").asMap().toString();
			assertThat(kept).doesNotContain("203.0", "198.51", "Telephone");
		}
	}

	private String labelled(boolean activated) {
		this.chain.dug("F1", "2024-09-18", 1_000);
		label("F1", 1_000, 100, 10);
		if (activated) {
			this.chain.activated("FARM", "RUN-1", 1, 10);
		}
		return this.chain.code("RUN-1");
	}

	private void label(String root, long grams, long unitGrams, long count) {
		this.chain.packed("FARM", root, grams, unitGrams, "PK");
		this.chain.issued("FARM", "PK", "RUN-1", count);
	}

	private void look(String code, Map<String, String> headers) {
		assertThat(new Visitor(this.world.address(), headers).send("/t/" + code + "/scans", Map.of()).statusCode())
			.isEqualTo(204);
	}

	private JsonNode scan(String code) {
		return Api.nobody(this.world.address()).get("/t/" + code).json();
	}

	private String page(String code) {
		return new Visitor(this.world.address(), Map.of()).get("/t/" + code).body();
	}

	private void assertToday(String code, boolean valid) {
		assertThat(scan(code).at("/trace/sources/0/certificates/1/today").asBoolean()).isEqualTo(valid);
	}

	private long nodes() {
		return count("MATCH (n) RETURN count(n) AS n");
	}

	private long count(String statement) {
		try (var session = this.driver.session()) {
			return session.run(statement).single().get("n").asLong();
		}
	}

}
