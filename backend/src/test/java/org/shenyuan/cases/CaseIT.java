package org.shenyuan.cases;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.shenyuan.Api;
import org.shenyuan.Api.Answer;
import org.shenyuan.BackendTest;
import org.shenyuan.Fingerprint;
import org.shenyuan.Visitor;
import org.shenyuan.World;
import org.shenyuan.recall.Chain;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A buyer's report, from the form to the word of the authority. */
@BackendTest
@Import(World.class)
class CaseIT {

	private static final String NOBODYS = "0000-0000-0000-0000";

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	private Chain chain;

	@BeforeEach
	void settle() {
		this.world.settle();
		this.world.as("authority");
		this.chain = new Chain(this.world);
	}

	@Test
	void aReportBecomesACaseThatIsConfirmed() {
		this.chain.dug("F1", "2024-09-18", 1_000);
		this.chain.packed("FARM", "F1", 1_000, 100, "PK");
		this.chain.issued("FARM", "PK", "RUN-1", 10);
		String code = this.chain.code("RUN-1");
		assertThat(visitor().get("/t/" + code).body()).contains("/reports/new?code=");
		String file = report(code, Map.of("matter", "OPENED", "words", "封口\r\n已开", "contact", "微信 demo"));
		JsonNode opened = one(file);
		assertThat(opened.get("words").asString()).isEqualTo("封口 已开");
		assertThat(opened.get("contact").asString()).isEqualTo("微信 demo");
		assertThat(opened.get("progress").asString()).isEqualTo("OPEN");
		assertThat(visitor().get("/reports/" + file).body()).contains("not yet looked at").doesNotContain("微信");
		assertThat(visitor().get("/t/" + code).body()).doesNotContain("confirmed it on");

		assertThat(rules(file, "LOOKING", "已派人").status()).isEqualTo(201);
		assertThat(one(file).get("contact").asString()).isEqualTo("微信 demo");
		assertThat(rules(file, "CONFIRMED", "包装被拆换").status()).isEqualTo(201);
		assertThat(one(file).has("contact")).isFalse();
		assertThat(one(file).get("steps").size()).isEqualTo(2);
		assertThat(visitor().get("/t/" + code).body()).contains("confirmed it on", "包装被拆换");
		assertThat(rules(file, "DISMISSED", "复查后不成立").status()).isEqualTo(201);
		assertThat(visitor().get("/t/" + code).body()).doesNotContain("confirmed it on");
		assertThat(visitor().get("/reports/" + file).body()).contains("dismissed", "复查后不成立");
	}

	@Test
	void aCodeThatIsNotOursCanBeReportedToo() {
		String file = report(NOBODYS, Map.of("matter", "COPIED", "words", "网店买的"));
		assertThat(one(file).get("code").asString()).isEqualTo(NOBODYS);
		String typed = report("<b>假码</b>", Map.of("matter", "OTHER", "words", "没有编号"));
		assertThat(one(typed).get("code").asString()).isEqualTo("<b>假码</b>");
		assertThat(visitor().login("authority").get("/cases/" + typed).body()).contains("&lt;b&gt;假码")
			.doesNotContain("<b>假码");
	}

	@Test
	void aReportIsRefusedWithItsReasonAndSentTwiceIsOne() {
		Visitor visitor = visitor();
		Map<String, String> form = Visitor.fields(visitor.get("/reports/new?code=" + NOBODYS).body(),
				Map.of("code", NOBODYS, "matter", "OTHER", "words", "演示"));
		Fingerprint before = Fingerprint.of(this.driver);
		for (Map<String, String> wrong : List.of(Map.of("matter", "NONE"), Map.of("words", " "),
				Map.of("words", "x".repeat(501)), Map.of("contact", "\u202Eabc"), Map.of("code", "x".repeat(41)),
				Map.of("file", "FARM"))) {
			Map<String, String> changed = new LinkedHashMap<>(form);
			changed.putAll(wrong);
			HttpResponse<String> refused = visitor.send("/reports", changed);
			assertThat(refused.statusCode()).as(wrong.toString()).isEqualTo(422);
			assertThat(refused.body()).as(wrong.toString()).contains("role=\"alert\"");
		}
		Map<String, String> forged = new LinkedHashMap<>(form);
		forged.remove("_csrf");
		assertThat(visitor.send("/reports", forged).statusCode()).isEqualTo(403);
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
		assertThat(visitor.send("/reports", form).statusCode()).isEqualTo(302);
		Fingerprint once = Fingerprint.of(this.driver);
		assertThat(visitor.send("/reports", form).statusCode()).isEqualTo(302);
		assertThat(Fingerprint.of(this.driver)).isEqualTo(once);
	}

	@Test
	void onlyTheAuthorityReadsAndRules() {
		String file = report(NOBODYS, Map.of("matter", "OTHER", "words", "演示"));
		for (String path : new String[] { "/api/v1/cases", "/api/v1/cases/" + file }) {
			assertThat(this.world.as("farmer").get(path).status()).isEqualTo(403);
			assertThat(Api.nobody(this.world.address()).get(path).status()).isEqualTo(401);
		}
		assertThat(visitor().login("farmer").get("/cases").statusCode()).isEqualTo(403);
		assertThat(this.chain.tries("caseRuled", "FARM", ruling(file, "DISMISSED", "演示")).errors())
			.contains("author.role");
		assertThat(rules(file, "OPEN", "演示").errors()).containsExactly("case.open");
		assertThat(rules("FARM", "LOOKING", "演示").errors()).containsExactly("unknown.case");
		Visitor authority = visitor().login("authority");
		assertThat(authority.get("/cases").body()).contains(file);
		Map<String, String> form = Visitor.fields(authority.get("/cases/" + file).body(),
				Map.of("progress", "LOOKING", "reason", "演示"));
		assertThat(authority.send("/cases/" + file, form).statusCode()).isEqualTo(302);
		assertThat(one(file).get("progress").asString()).isEqualTo("LOOKING");
	}

	@Test
	void tooManyFromOneAddressAreToldToWait() {
		Visitor flood = new Visitor(this.world.address(), Map.of("X-Forwarded-For", "203.0.113.99"));
		Map<String, String> nothing = Visitor.fields(flood.get("/reports/new").body(), Map.of());
		IntStream.range(0, 60).forEach((i) -> assertThat(flood.send("/reports", nothing).statusCode()).isEqualTo(422));
		HttpResponse<String> refused = flood.send("/reports", nothing);
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.headers().firstValueAsLong("Retry-After")).isPresent();
		assertThat(refused.body()).contains("Wait a few minutes");
		assertThat(report(NOBODYS, Map.of("matter", "OTHER", "words", "演示"))).startsWith("CASE-");
	}

	private String report(String code, Map<String, String> filled) {
		Visitor visitor = visitor();
		Map<String, String> form = Visitor.fields(visitor.get("/reports/new").body(), filled);
		form.put("code", code);
		HttpResponse<String> answer = visitor.send("/reports", form);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		String place = answer.headers().firstValue("Location").orElseThrow();
		return place.substring(place.lastIndexOf('/') + 1);
	}

	private Answer rules(String file, String progress, String reason) {
		return this.chain.tries("caseRuled", "AUTH", ruling(file, progress, reason));
	}

	private static String ruling(String file, String progress, String reason) {
		return "\"file\":\"%s\",\"progress\":\"%s\",\"reason\":\"%s\"".formatted(file, progress, reason);
	}

	private JsonNode one(String file) {
		return this.world.as("authority").get("/api/v1/cases/" + file).json();
	}

	private Visitor visitor() {
		return new Visitor(this.world.address(), Map.of());
	}

}
