package org.shenyuan.rules;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.shenyuan.Api;
import org.shenyuan.Api.Answer;
import org.shenyuan.BackendTest;
import org.shenyuan.Fingerprint;
import org.shenyuan.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules are read by anyone, set by the authority, and explain what they said. */
@BackendTest
@Import(World.class)
class RulesIT {

	private static final String HEADER = "rule,kind,subject,severity,certainty,source,validFrom,validTo,reason,number.mostGramsPerSquareMetre\n";

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	@BeforeEach
	void settle() {
		this.world.settle();
	}

	@Test
	void everyCheckOfALotIsExplainedWithItsSignOff() {
		String id = UUID.randomUUID().toString();
		String tooMuch = event(id, "2024-09-20T10:00:00+08:00", "FARM",
				"\"plot\":\"P1\",\"stand\":\"STAND-1\",\"lot\":\"F1\",\"grossGrams\":90000000");
		String hash = as("farmer").record("harvested", tooMuch).error("harvest.yield").at("/values/hash").asString();
		as("expert", "signedOff", "PANEL",
				"\"event\":\"%s\",\"hash\":\"%s\",\"rule\":\"YIELD-2\",\"reason\":\"称重复核\",\"interest\":\"无利害关系\""
					.formatted(id, hash));
		assertThat(as("farmer").record("harvested", tooMuch).status()).isEqualTo(201);
		pack("F1", 900_000, "PK1");
		assertThat(as("farmer", "labelsIssued", "FARM",
				"\"run\":\"RUN-1\",\"lot\":\"PK1\",\"count\":900,\"claims\":{\"food\":true,\"gi\":true}")
			.status()).isEqualTo(201);

		JsonNode explained = as("authority").get("/api/v1/lots/PK1/checks").json();
		JsonNode dug = explained.at("/events/0");
		assertThat(dug.get("type").asString()).isEqualTo("harvested");
		assertThat(dug.at("/checks/0/rule").asString()).isEqualTo("YIELD-1");
		assertThat(dug.at("/checks/0/result").asString()).isEqualTo("REMARKED");
		assertThat(dug.at("/checks/1/result").asString()).isEqualTo("SIGNED_OFF");
		assertThat(dug.at("/checks/1/message").asString()).contains("90,000 kg").contains("4.5 kg").contains("4 kg");
		assertThat(dug.at("/checks/1/certainty").asString()).isEqualTo("derived");
		assertThat(dug.at("/checks/1/signOff/by").asString()).isEqualTo("专家委员会（演示）");
		assertThat(dug.at("/checks/1/signOff/interest").asString()).isEqualTo("无利害关系");
		JsonNode issued = explained.at("/events/1");
		assertThat(issued.get("checks").valueStream().map((check) -> check.get("rule").asString()))
			.containsExactlyInAnyOrder("FOOD-1", "GIC-1");
		assertThat(explained.at("/counts/PASSED").asLong()).isEqualTo(2);
		assertThat(as("farmer2").get("/api/v1/lots/PK1/checks").status()).isEqualTo(404);
		assertThat(as("authority").get("/lots/PK1/checks", "text/html").body()).contains("称重复核", "derived from sources")
			.contains("90,000 kg");
		assertThat(as("authority").get("/api/v1/lots/SEED-1/checks").json().get("events")).isEmpty();
		assertThat(as("authority").get("/api/v1/lots/NO-SUCH/checks").status()).isEqualTo(404);

		String link = as("farmer").get("/api/v1/runs/RUN-1").json().get("scan").asString();
		as("farmer", "labelsActivated", "FARM", "\"run\":\"RUN-1\",\"first\":1,\"last\":900");
		String page = Api.nobody(this.world.address())
			.get("/t/" + link.substring(link.lastIndexOf('/') + 1), "text/html")
			.body();
		assertThat(page).contains("称重复核", "无利害关系", "at most 3 g a day");
	}

	/**
	 * The answer changes from the day of the new value on, through HTTP, and not before.
	 */
	@Test
	void anotherValueCountsFromItsDay() {
		String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
		assertThat(harvest("A1", "2024-09-19", 1_000_000).status()).isEqualTo(201);
		Answer brought = csv("authority",
				HEADER + "CAP-A,yield-cap,GARDEN-FARMLAND,REFUSE,derived,演示,2024-09-20,2024-09-22,,60\n"
						+ "CAP-B,yield-cap,GARDEN-FARMLAND,refuse,derived,演示,2024-09-23,,,5000\n");
		assertThat(brought.status()).as(brought.body()).isEqualTo(200);
		assertThat(brought.json().get("set").asInt()).isEqualTo(2);
		assertThat(harvest("B1", "2024-09-19", 100_000).status()).isEqualTo(201);
		Answer refused = harvest("B2", "2024-09-20", 200_000);
		assertThat(refused.errors()).containsExactly("harvest.yield");
		assertThat(refused.error("harvest.yield").at("/values/most").asLong()).isEqualTo(60);
		assertThat(harvest("B3", "2024-09-23", 200_000).status()).isEqualTo(201);

		Answer ended = csv("authority", HEADER + "CAP-B,yield-cap,GARDEN-FARMLAND,REFUSE,derived,演示,2024-09-23," + today
				+ ",换新值,5000\nCAP-A,yield-cap,GARDEN-FARMLAND,REFUSE,derived,演示,2024-09-20,2024-09-22,,60\n");
		assertThat(ended.json().get("ended").asInt()).isEqualTo(1);
		assertThat(ended.json().get("unchanged").asInt()).isEqualTo(1);
		Api nobody = Api.nobody(this.world.address());
		assertThat(nobody.get("/api/v1/rules/CAP-B").json().get("validTo").asString()).isEqualTo(today);
		assertThat(ids(nobody.get("/api/v1/rules?kind=yield-cap&on=2024-09-21").json().get("inForce")))
			.contains("CAP-A", "YIELD-1");
		assertThat(ids(nobody.get("/api/v1/rules?kind=yield-cap").json().get("ended"))).contains("CAP-A");
	}

	@Test
	void aTableGoesOutAndComesBackWithoutAChange() {
		String file = Api.nobody(this.world.address()).get("/api/v1/rules.csv", "text/csv").body();
		assertThat(file).contains("YIELD-1").contains("WORDING-CN");
		as("authority");
		as("farmer");
		Fingerprint before = Fingerprint.of(this.driver);
		Answer again = csv("authority", file);
		assertThat(again.status()).as(again.body()).isEqualTo(200);
		assertThat(again.json().get("set").asInt() + again.json().get("ended").asInt()).isZero();
		assertThat(again.json().get("unchanged").asInt()).isGreaterThan(50);
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
	}

	@Test
	void aWrongTableChangesNothingAndSaysWhereItIsWrong() {
		as("authority");
		as("farmer");
		Fingerprint before = Fingerprint.of(this.driver);
		String good = "NEW-1,yield-cap,GARDEN-FARMLAND,WARN,derived,演示,2024-09-20,,,5000\n";
		Answer refused = csv("authority", HEADER + good + "NEW-2,yield-cap,X,HARD,derived,演示,gestern,,,5 kg\n"
				+ good.replace("NEW-1", "YIELD-1"));
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.errors()).contains("json.value", "form.day", "form.number", "rule.changed");
		assertThat(refused.error("form.day").get("line").asInt()).isEqualTo(3);
		assertThat(refused.error("rule.changed").get("line").asInt()).isEqualTo(4);
		Answer nameless = csv("authority", HEADER + good + good.replace("NEW-1", "NEW-2").replace(",5000", ","));
		assertThat(nameless.errors()).containsExactly("rule.names");
		assertThat(nameless.error("rule.names").get("line").asInt()).isEqualTo(3);
		assertThat(csv("authority", HEADER + good + good).errors()).containsExactly("rule.exists");
		assertThat(csv("farmer", HEADER + good).errors()).contains("author.role");
		assertThat(csv("authority", HEADER + good.replace("yield-cap", "no-such")).errors())
			.containsExactly("rule.kind");
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
		assertThat(csv("authority", HEADER + good).status()).isEqualTo(200);
	}

	@Test
	void theAuthorityReplacesAndEndsARuleByPage() {
		Api authority = as("authority");
		assertThat(Api.nobody(this.world.address()).get("/rules", "text/html").body()).contains("Yield cap");
		assertThat(Api.nobody(this.world.address()).get("/rules?kind=metal-limit", "text/html").body())
			.contains("LIMIT-PB-G", "general knowledge, no source found");
		csv("authority", HEADER + "CAP-A,yield-cap,GARDEN-FARMLAND,WARN,derived,演示,2024-09-20,,,60\n");
		assertThat(authority.get("/rules/new?kind=yield-cap&replaces=CAP-A", "text/html").body())
			.contains("value=\"60\"");
		String form = "id=%s&kind=yield-cap&rule=CAP-B&subject=GARDEN-FARMLAND&severity=WARN&certainty=derived&source=X&validFrom=2099-01-01&replaces=CAP-A&number.mostGramsPerSquareMetre="
			.formatted(UUID.randomUUID());
		Answer empty = authority.post("/rules", "application/x-www-form-urlencoded", form);
		assertThat(empty.status()).isEqualTo(422);
		assertThat(empty.body()).contains("mostGramsPerSquareMetre");
		assertThat(authority.post("/rules", "application/x-www-form-urlencoded", form + "50").status()).isEqualTo(302);
		assertThat(authority.get("/api/v1/rules/CAP-A").json().get("validTo").asString()).isEqualTo("2098-12-31");
		assertThat(
				authority
					.post("/rules/CAP-B/end", "application/x-www-form-urlencoded",
							"id=%s&at=2024-11-01T10:00&kind=yield-cap&validTo=2099-06-30&reason=X"
								.formatted(UUID.randomUUID()))
					.status())
			.isEqualTo(302);
		assertThat(authority.get("/rules?kind=yield-cap", "text/html").body()).contains("CAP-B", "30 Jun 2099");
	}

	/** What a check could not read would stop everyone's work. */
	@Test
	void aRuleThatItsCheckCannotReadIsRefused() {
		String season = "\"rule\":\"S-9\",\"kind\":\"growing-season\",\"subject\":\"PANAX-GINSENG\",\"severity\":\"INFORM\",\"certainty\":\"derived\",\"source\":\"演示\",\"validFrom\":\"2030-01-01\",\"words\":{\"emergesUntil\":\"%s\",\"completeFrom\":\"08-01\"}";
		assertThat(as("authority", "ruleSet", "AUTH", season.formatted("May")).errors()).containsExactly("rule.day");
		assertThat(as("authority", "ruleSet", "AUTH", season.formatted("05-31").replace("emergesUntil", "severity"))
			.errors()).containsExactly("rule.names");
		assertThat(as("authority", "ruleSet", "AUTH",
				season.formatted("05-31").replace("2030-01-01\"", "2030-01-01\",\"validTo\":\"2029-12-31\""))
			.errors()).containsExactly("rule.period");
		assertThat(as("authority", "ruleSet", "AUTH", season.formatted("05-31")).status()).isEqualTo(201);
	}

	@Test
	void aReportThatPassesWhatExceedsALimitIsNoticed() {
		harvest("F1", "2024-09-18", 1_000_000);
		Answer passed = test("PB-1", "\"analyte\":\"铅\",\"value\":4.9,\"unit\":\"mg/kg\"", true);
		assertThat(passed.json().path("remarks")).isEmpty();
		Answer over = test("PB-2", "\"analyte\":\"Pb\",\"value\":5100,\"unit\":\"μg/kg\"", true);
		assertThat(over.json().at("/remarks/0/key").asString()).isEqualTo("test.limit");
		assertThat(over.json().at("/remarks/0/rule/id").asString()).isEqualTo("LIMIT-PB-G");
		assertThat(over.json().at("/remarks/0/values/value").decimalValue()).isEqualByComparingTo("5.1");
		Answer honest = test("PB-3", "\"analyte\":\"Pb\",\"value\":5.1,\"unit\":\"mg/kg\"", false);
		assertThat(honest.json().get("remarks").valueStream().map((remark) -> remark.get("key").asString()))
			.containsExactly("test.failed");
		assertThat(test("PB-4", "\"analyte\":\"Pb\",\"value\":5.1,\"unit\":\"斤\"", true).errors())
			.containsExactly("test.unit");
		as("authority", "ruleSet", "AUTH",
				"\"rule\":\"PB-HARD\",\"kind\":\"metal-limit\",\"subject\":\"PANAX-GINSENG\",\"severity\":\"REFUSE\",\"certainty\":\"found\",\"source\":\"演示\",\"validFrom\":\"2020-01-01\",\"numbers\":{\"most\":2},\"words\":{\"analyte\":\"Pb|铅\",\"unit\":\"mg/kg\"}");
		Answer refused = test("PB-5", "\"analyte\":\"Pb\",\"value\":4.9,\"unit\":\"mg/kg\"", true);
		assertThat(refused.errors()).containsExactly("test.limit");
		assertThat(refused.error("test.limit").get("message").asString()).contains("4.9").contains("2 mg/kg");
	}

	/** Outside root is found when it is poured in between two steps as well. */
	@Test
	void aRunOverSeveralStepsIsJudgedFromTheFreshRootOn() {
		harvest("F1", "2024-09-18", 3_700_000);
		process("washing", "WASHING", "F1", 3_700_000, "W1", 3_500_000);
		assertThat(process("honest", "DRYING", "W1", 1_750_000, "D1", 530_000).json().path("remarks")).isEmpty();
		Answer poured = process("poured", "DRYING", "W1", 1_750_000, "D2", 900_000);
		assertThat(poured.json().at("/remarks/0/key").asString()).isEqualTo("process.ratio");
		assertThat(poured.json().at("/remarks/0/values/fresh").asLong()).isEqualTo(1_850_000);
		assertThat(poured.json().at("/remarks/0/values/ratio").decimalValue()).isEqualByComparingTo("2.06");
	}

	private static List<String> ids(JsonNode rules) {
		return rules.valueStream().map((rule) -> rule.get("id").asString()).toList();
	}

	private Answer csv(String person, String file) {
		return as(person).post("/api/v1/rules.csv", "text/csv;charset=UTF-8", file);
	}

	private Answer test(String report, String result, boolean passed) {
		return as("chemist", "tested", "LAB",
				"\"lot\":\"F1\",\"sample\":\"%1$s\",\"report\":\"%1$s\",\"sampled\":\"2024-09-22T10:00:00+08:00\",\"results\":[{%2$s}],\"passed\":%3$s,\"documentHash\":\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\""
					.formatted(report, result, passed));
	}

	private Answer harvest(String lot, String day, long grams) {
		return as("farmer").record("harvested", event(UUID.randomUUID().toString(), day + "T10:00:00+08:00", "FARM",
				"\"plot\":\"P1\",\"stand\":\"STAND-1\",\"lot\":\"%s\",\"grossGrams\":%d".formatted(lot, grams)));
	}

	private Answer process(String run, String process, String from, long grams, String to, long left) {
		Answer answer = as("farmer", "processed", "FARM",
				"\"run\":\"%s\",\"process\":\"%s\",\"facility\":\"SHED\",\"started\":\"2024-10-01T10:00:00+08:00\",\"inputs\":[{\"lot\":\"%s\",\"grams\":%d}],\"outputs\":[{\"lot\":\"%s\",\"product\":\"RAW-DRIED\",\"grams\":%d}],\"lostGrams\":%d"
					.formatted(run.toUpperCase(Locale.ROOT), process, from, grams, to, left, grams - left));
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer;
	}

	private void pack(String lot, long grams, String packed) {
		as("farmer", "packed", "FARM",
				"\"facility\":\"SHED\",\"inputs\":[{\"lot\":\"%s\",\"grams\":%d}],\"lot\":\"%s\",\"units\":%d,\"unitGrams\":1000"
					.formatted(lot, grams, packed, grams / 1000));
	}

	private Api as(String person) {
		return this.world.as(person);
	}

	private Answer as(String person, String kind, String by, String fields) {
		return as(person).record(kind, event(UUID.randomUUID().toString(),
				OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(1).toString(), by, fields));
	}

	private static String event(String id, String at, String by, String fields) {
		return "{\"id\":\"%s\",\"at\":\"%s\",\"by\":\"%s\",%s}".formatted(id, at, by, fields);
	}

}
