package org.shenyuan.ledger;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.shenyuan.Api;
import org.shenyuan.BackendTest;
import org.shenyuan.Problem;
import org.shenyuan.World;
import org.shenyuan.schema.Audits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Mass neither appears nor vanishes, and moves only by those who have it in hand. */
@BackendTest
@Import(World.class)
class LedgerIT {

	private static final String PROCESSED = """
			"at":"2024-10-02T17:00:00+08:00","by":"FARM","run":"R-1","process":"RED","facility":"SHED","started":"2024-09-20T08:00:00+08:00",""";

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	@BeforeEach
	void oneHundredKilograms() {
		this.world.settle();
		accept("farmer", "harvested",
				"""
						"at":"2024-09-18T15:30:00+08:00","by":"FARM","plot":"P1","stand":"STAND-1","lot":"FRESH","grossGrams":104000,"soilGrams":4000""");
	}

	@Test
	void whatGoesInComesOutOrIsLost() {
		Problem problem = refuse("farmer", "processed", PROCESSED
				+ """
						"inputs":[{"lot":"FRESH","grams":100000}],"outputs":[{"lot":"RED","product":"RED","grams":27000}],"lostGrams":63000""");
		Problem.Reason reason = problem.reason("mass.conservation");
		assertThat(reason.values().get("in").asLong()).isEqualTo(100_000);
		assertThat(reason.values().get("out").asLong()).isEqualTo(90_000);
		assertThat(reason.values().get("difference").asLong()).isEqualTo(10_000);
		assertThat(reason.message()).contains("100 kg", "90 kg", "10 kg");
		refuse("farmer", "regrouped",
				"""
						"at":"2024-09-20T08:00:00+08:00","by":"FARM","inputs":[{"lot":"FRESH","grams":100}],"outputs":[{"lot":"A1","grams":60},{"lot":"A2","grams":41}]""")
			.reason("mass.conservation");
		refuse("farmer", "packed",
				"""
						"at":"2024-09-20T08:00:00+08:00","by":"FARM","facility":"SHED","inputs":[{"lot":"FRESH","grams":1000}],"lot":"PK","units":3,"unitGrams":300""")
			.reason("mass.conservation");
		assertThat(left("FRESH")).isEqualTo(100_000);
	}

	@Test
	void aHarvestIsWhatIsLeftWithoutTheSoil() {
		assertThat(lot("FRESH").at("/lot/grams").asLong()).isEqualTo(100_000);
		Problem problem = refuse("farmer", "harvested",
				"""
						"at":"2024-09-19T15:30:00+08:00","by":"FARM","plot":"P1","stand":"STAND-1","lot":"MUD","grossGrams":5000,"soilGrams":5000""");
		assertThat(problem.reason("harvest.soil").field()).isEqualTo("soilGrams");
	}

	@Test
	void moreThanIsLeftCannotBeTakenInOneGoNorInTwo() {
		accept("farmer", "adjusted", """
				"at":"2024-09-19T08:00:00+08:00","by":"FARM","lot":"FRESH","lostGrams":1500,"reason":"霉变"
				""");
		assertThat(left("FRESH")).isEqualTo(98_500);
		Problem.Reason reason = refuse("farmer", "adjusted", """
				"at":"2024-09-19T09:00:00+08:00","by":"FARM","lot":"FRESH","lostGrams":98501,"reason":"霉变"
				""").reason("lot.left");
		assertThat(reason.values().get("left").asLong()).isEqualTo(98_500);
		assertThat(reason.values().get("asked").asLong()).isEqualTo(98_501);
		assertThat(reason.message()).contains("98.5 kg", "98.501 kg");
		Problem.Reason twice = refuse("farmer", "regrouped",
				"""
						"at":"2024-09-20T08:00:00+08:00","by":"FARM","inputs":[{"lot":"FRESH","grams":50000},{"lot":"FRESH","grams":50000}],"outputs":[{"lot":"A1","grams":100000}]""")
			.reason("lot.left");
		assertThat(twice.values().get("asked").asLong()).isEqualTo(100_000);
	}

	@Test
	void goodsMoveOnlyByWhoHasThemInHand() {
		accept("farmer", "shipped",
				"""
						"at":"2024-09-20T10:00:00+08:00","by":"FARM","to":"WORKS","lines":[{"lot":"FRESH","grams":60000,"as":"ROAD"}]""");
		String back = """
				"at":"2024-09-20T11:00:00+08:00","by":"FARM","lot":"ROAD","lostGrams":5,"reason":"霉变"
				""";
		assertThat(refuse("farmer", "adjusted", back).keys()).contains("lot.custody", "lot.transit");
		assertThat(refuse("worker", "adjusted", back.replace("FARM", "WORKS")).keys()).containsExactly("lot.transit");
		assertThat(lot("ROAD").at("/lot/holder").asString()).isEqualTo("WORKS");
		assertThat(left("FRESH")).isEqualTo(40_000);
	}

	@Test
	void nobodyShipsToThemselves() {
		String shipped = """
				"at":"2024-09-20T10:00:00+08:00","by":"FARM","to":"FARM","lines":[{"lot":"FRESH","grams":60000,"as":"ROAD"}]""";
		Problem.Reason reason = refuse("farmer", "shipped", shipped).reason("ship.self");
		assertThat(reason.field()).isEqualTo("to");
		assertThat(reason.message()).contains("FARM");
		accept("farmer", "shipped", shipped.replace("\"to\":\"FARM\"", "\"to\":\"FARM2\""));
	}

	@Test
	void aCorrectionNamesEventsThatAreThere() {
		String loss = "{\"type\":\"adjusted\",\"id\":\"%s\",\"at\":\"2024-09-19T08:00:00+08:00\",\"by\":\"FARM\",\"lot\":\"FRESH\",\"lostGrams\":%d,\"reason\":\"霉变\"}";
		String wrong = UUID.randomUUID().toString();
		String right = UUID.randomUUID().toString();
		assertThat(this.world.as("farmer").importFile(loss.formatted(wrong, 1500)).status()).isEqualTo(200);
		String correction = "\"at\":\"2024-09-20T08:00:00+08:00\",\"by\":\"FARM\",\"event\":\"" + wrong
				+ "\",\"reason\":\"记错\",\"replacedBy\":[\"%s\"]";
		Problem.Reason unknown = refuse("farmer", "corrected", correction.formatted(right)).reason("unknown.event");
		assertThat(unknown.field()).isEqualTo("replacedBy");
		assertThat(unknown.message()).contains(right);
		assertThat(refuse("farmer", "corrected", correction.formatted(wrong)).keys())
			.containsExactly("correction.self");

		Api.Answer together = this.world.as("farmer")
			.importFile("{\"type\":\"corrected\",\"id\":\"" + UUID.randomUUID() + "\"," + correction.formatted(right)
					+ "}\n" + loss.formatted(right, 500));
		assertThat(together.status()).as(together.body()).isEqualTo(200);
		assertThat(left("FRESH")).isEqualTo(99_500);
	}

	@Test
	void aDifferenceOnArrivalIsWeighedAndHasAReason() {
		accept("farmer", "shipped",
				"""
						"at":"2024-09-20T10:00:00+08:00","by":"FARM","to":"WORKS","lines":[{"lot":"FRESH","grams":60000,"as":"ROAD"}]""");
		String received = """
				"at":"2024-09-20T15:00:00+08:00","by":"WORKS","lot":"ROAD","declaredGrams":60000,"weighedGrams":50000,"as":"IN\"""";
		Problem.Reason silent = refuse("worker", "received", received).reason("receipt.reason");
		assertThat(silent.message()).contains("60 kg", "50 kg");
		Problem.Reason other = refuse("worker", "received", received.replace("60000", "59000"))
			.reason("receipt.declared");
		assertThat(other.values().get("shipped").asLong()).isEqualTo(60_000);
		accept("worker", "received", received + ",\"reason\":\"途中失水\"");
		assertThat(left("IN")).isEqualTo(50_000);
		assertThat(left("ROAD")).isZero();
		refuse("worker", "received", received.replace("IN\"", "IN2\",\"reason\":\"再次\"")).reason("lot.left");
		assertThat(Audits.run(this.driver)).isEmpty();
	}

	@Test
	void twoSpeciesNeverBecomeOneLot() {
		accept("farmer", "purchased",
				"""
						"at":"2024-09-19T15:00:00+08:00","by":"FARM","lot":"XIYANG-1","lotKind":"FRESH","product":"FRESH","species":"PANAX-QUINQUEFOLIUS","grams":5000,"seller":"散户"
						""");
		Problem problem = refuse("farmer", "regrouped",
				"""
						"at":"2024-09-20T08:00:00+08:00","by":"FARM","inputs":[{"lot":"FRESH","grams":95000},{"lot":"XIYANG-1","grams":5000}],"outputs":[{"lot":"MIX","grams":100000}]""");
		assertThat(problem.reason("species.mixed").values().get("species").toString()).contains("PANAX-GINSENG",
				"PANAX-QUINQUEFOLIUS");
		assertThat(refuse("farmer", "processed", PROCESSED
				+ """
						"inputs":[{"lot":"FRESH","grams":95000},{"lot":"XIYANG-1","grams":5000}],"outputs":[{"lot":"MIX","product":"RED","grams":30000}],"lostGrams":70000""")
			.keys()).containsExactly("species.mixed");
	}

	@Test
	void aHoldStopsEverythingMadeOfTheLotUntilItIsReleased() {
		makeRed();
		accept("chemist", "held", """
				"at":"2024-10-03T08:00:00+08:00","by":"LAB","lot":"FRESH","reason":"复检"
				""");
		String shipped = """
				"at":"2024-10-04T10:00:00+08:00","by":"FARM","to":"WORKS","lines":[{"lot":"RED","grams":10000,"as":"ROAD"}]""";
		Problem.Reason reason = refuse("farmer", "shipped", shipped).reason("lot.held");
		assertThat(reason.values().get("holds").toString()).contains("FRESH");
		assertThat(reason.message()).contains("FRESH");
		refuse("chemist", "held", """
				"at":"2024-10-03T09:00:00+08:00","by":"LAB","lot":"FRESH","reason":"再次"
				""").reason("hold.already");
		refuse("farmer", "released", """
				"at":"2024-10-03T09:00:00+08:00","by":"FARM","lot":"FRESH","reason":"没事"
				""").reason("author.role");
		accept("authority", "released", """
				"at":"2024-10-05T08:00:00+08:00","by":"AUTH","lot":"FRESH","reason":"合格"
				""");
		accept("farmer", "shipped", shipped);
		refuse("authority", "released", """
				"at":"2024-10-05T09:00:00+08:00","by":"AUTH","lot":"FRESH","reason":"合格"
				""").reason("hold.none");
	}

	@Test
	void aCorrectionGivesTheGramsBackOnce() {
		String wrong = makeRed();
		assertThat(left("FRESH")).isZero();
		String correction = """
				"at":"2024-10-03T08:00:00+08:00","by":"FARM","event":"%s","reason":"称错"
				""".formatted(wrong);
		refuse("worker", "corrected", correction.replace("FARM", "WORKS")).reason("correction.party");
		refuse("farmer", "corrected", correction.replace("2024-10-03", "2024-10-01")).reason("time.before");
		accept("farmer", "corrected", correction);
		assertThat(left("FRESH")).isEqualTo(100_000);
		assertThat(left("RED")).isZero();
		assertThat(lot("RED").at("/lot/voided").asBoolean()).isTrue();
		assertThat(this.world.as("farmer").get("/api/v1/events/" + wrong).json().get("corrected").asBoolean()).isTrue();
		refuse("farmer", "corrected", correction).reason("correction.again");
		refuse("farmer", "adjusted", """
				"at":"2024-10-04T08:00:00+08:00","by":"FARM","lot":"RED","lostGrams":1,"reason":"霉变"
				""").reason("lot.voided");
		assertThat(Audits.run(this.driver)).isEmpty();
	}

	@Test
	void whatIsUsedCannotBeTakenBack() {
		String wrong = makeRed();
		accept("farmer", "adjusted", """
				"at":"2024-10-03T08:00:00+08:00","by":"FARM","lot":"RED","lostGrams":1,"reason":"样品"
				""");
		Problem.Reason reason = refuse("farmer", "corrected", """
				"at":"2024-10-04T08:00:00+08:00","by":"FARM","event":"%s","reason":"称错"
				""".formatted(wrong)).reason("correction.used");
		assertThat(reason.values().get("left").asLong()).isEqualTo(26_999);
		assertThat(reason.values().get("made").asLong()).isEqualTo(27_000);
	}

	@Test
	void theAccountOfALotExplainsWhatIsLeft() {
		String wrong = makeRed();
		accept("farmer", "corrected", """
				"at":"2024-10-03T08:00:00+08:00","by":"FARM","event":"%s","reason":"称错"
				""".formatted(wrong));
		accept("farmer", "adjusted", """
				"at":"2024-10-04T08:00:00+08:00","by":"FARM","lot":"FRESH","lostGrams":1234,"reason":"霉变"
				""");
		accept("chemist", "sampled", """
				"at":"2024-10-04T09:00:00+08:00","by":"LAB","lot":"FRESH","sample":"SP-1","sampler":"刘检员"
				""");
		for (String lot : new String[] { "FRESH", "RED" }) {
			long counted = lot(lot).get("account")
				.valueStream()
				.filter((line) -> !line.path("corrected").asBoolean())
				.mapToLong((line) -> line.get("grams").asLong())
				.sum();
			assertThat(counted).as(lot).isEqualTo(left(lot));
		}
		assertThat(lot("FRESH").get("account").valueStream().map((line) -> line.get("type").asString()))
			.containsExactly("harvested", "processed", "adjusted", "sampled");
	}

	private String makeRed() {
		return accept("farmer", "processed", PROCESSED
				+ """
						"inputs":[{"lot":"FRESH","grams":100000}],"outputs":[{"lot":"RED","product":"RED","grams":27000}],"lostGrams":73000""");
	}

	private String accept(String person, String kind, String fields) {
		return new Desk(this.world.as(person), this.driver).accept(kind, fields);
	}

	private Problem refuse(String person, String kind, String fields) {
		return new Desk(this.world.as(person), this.driver).refuse(kind, fields);
	}

	private JsonNode lot(String lot) {
		return this.world.as("authority").get("/api/v1/lots/" + lot).json();
	}

	private long left(String lot) {
		return lot(lot).at("/lot/left").asLong();
	}

}
