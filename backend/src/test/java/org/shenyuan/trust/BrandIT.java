package org.shenyuan.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.shenyuan.Api;
import org.shenyuan.Api.Answer;
import org.shenyuan.BackendTest;
import org.shenyuan.Market;
import org.shenyuan.World;
import org.shenyuan.schema.Audits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The mark of the region on labels: by whom, on what, on how much, and until when. */
@BackendTest
@Import(World.class)
class BrandIT {

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	private Market market;

	@BeforeEach
	void settle() {
		this.market = Market.of(this.world);
		this.market.harvest("F1", 10_000_000);
		this.market.pack("farmer", "FARM", "SHED", "F1", 2_000_000, "PK1");
	}

	@Test
	void onlyByWhomOnWhatAndWhenItIsAuthorised() {
		authorise("MINE", "FARM", "FRESH", "2024-01-01", "2099-12-31", 1_000_000);
		authorise("OTHERS", "WORKS", "FRESH", "2024-01-01", "2099-12-31", 1_000_000);
		authorise("RED-ONLY", "FARM", "RED", "2024-01-01", "2099-12-31", 1_000_000);
		authorise("ENDED", "FARM", "FRESH", "2024-01-01", "2024-12-31", 1_000_000);
		assertThat(issue("PK1", "RUN-1", "NOBODYS", 10).errors()).containsExactly("unknown.authorisation");
		assertThat(issue("PK1", "RUN-1", "P1", 10).errors()).containsExactly("unknown.authorisation");
		assertThat(issue("PK1", "RUN-1", "OTHERS", 10).errors()).containsExactly("brand.party");
		assertThat(issue("PK1", "RUN-1", "RED-ONLY", 10).errors()).containsExactly("brand.product");
		assertThat(issue("PK1", "RUN-1", "ENDED", 10).errors()).containsExactly("brand.period");
		assertThat(issue("PK1", "RUN-1", "MINE", 10).status()).isEqualTo(201);
		JsonNode mark = scanned("RUN-1");
		assertThat(mark.get("brand").asString()).isEqualTo("TONGHUA");
		assertThat(mark.get("authorisation").asString()).isEqualTo("MINE");
		assertThat(mark.get("today").asString()).isEqualTo("VALID");
		assertThat(Api.nobody(this.world.address()).get("/t/" + this.market.code("RUN-1"), "text/html").body())
			.contains("Tonghua Ginseng", "MINE", "valid today");
		assertThat(this.market.issue("farmer", "FARM", "PK1", "PLAIN", "").status()).isEqualTo(201);
		assertThat(scanned("PLAIN").isMissingNode()).isTrue();
		assertThat(Audits.run(this.driver)).isEmpty();
	}

	@Test
	void theQuotaIsCountedInKilogramsAndAVoidLabelNeedsNone() {
		authorise("MINE", "FARM", "FRESH", "2024-01-01", "2099-12-31", 1_000_000);
		assertThat(issue("PK1", "RUN-1", "MINE", 900).status()).isEqualTo(201);
		Answer over = issue("PK1", "RUN-2", "MINE", 101);
		assertThat(over.errors()).containsExactly("brand.quota");
		assertThat(over.error("brand.quota").get("message").asString()).contains("1,000 kg", "900 kg", "101 kg");
		assertThat(issue("PK1", "RUN-2", "MINE", 100).status()).isEqualTo(201);
		assertThat(issue("PK1", "RUN-3", "MINE", 1).errors()).containsExactly("brand.quota");
		this.market.as("farmer", "labelsVoided", "FARM", "\"run\":\"RUN-1\",\"first\":1,\"last\":5,\"reason\":\"破损\"");
		assertThat(issue("PK1", "RUN-3", "MINE", 6).errors()).containsExactly("brand.quota");
		assertThat(issue("PK1", "RUN-3", "MINE", 5).status()).isEqualTo(201);
	}

	@Test
	void aSuspensionStopsNewRunsAndIsShownOnOldLabels() {
		authorise("MINE", "FARM", "FRESH", "2024-01-01", "2099-12-31", 1_000_000);
		assertThat(issue("PK1", "RUN-1", "MINE", 10).status()).isEqualTo(201);
		rule("SUSPENDED");
		Answer stopped = issue("PK1", "RUN-2", "MINE", 10);
		assertThat(stopped.errors()).containsExactly("brand.stopped");
		assertThat(stopped.error("brand.stopped").get("message").asString()).contains("演示复核");
		assertThat(this.world.as("farmer")
			.record("labelsIssued",
					Market.event("labelsIssued", UUID.randomUUID().toString(), packedAt(), "FARM",
							run("PK1", "RUN-2", "MINE", 10)))
			.errors()).contains("brand.stopped");
		assertThat(scanned("RUN-1").get("today").asString()).isEqualTo("SUSPENDED");
		assertThat(scan("RUN-1").json().get("verdict").asString()).isEqualTo("NOT_ACTIVATED");
		rule("REINSTATED");
		assertThat(issue("PK1", "RUN-2", "MINE", 10).status()).isEqualTo(201);
		assertThat(scanned("RUN-1").get("today").asString()).isEqualTo("VALID");
		rule("REVOKED");
		assertThat(scanned("RUN-1").get("today").asString()).isEqualTo("REVOKED");
		assertThat(this.market
			.as("farmer", "brandRuled", "FARM",
					"\"authorisation\":\"MINE\",\"standing\":\"REINSTATED\",\"reason\":\"演示\"")
			.errors()).contains("author.role");
	}

	@Test
	void whatTheBrandAsksOfTheRootsIsTrueOfEveryGram() {
		authorise("MINE", "FARM", "FRESH", "2024-01-01", "2099-12-31", 1_000_000);
		buy("MARKET-1", "PANAX-GINSENG", 1_000);
		this.market.merge("farmer", "FARM", "F1", 999_000, "MARKET-1", 1_000, "MIX");
		this.market.pack("farmer", "FARM", "SHED", "MIX", 1_000_000, "PK-MIX");
		Answer mixed = issue("PK-MIX", "RUN-1", "MINE", 10);
		assertThat(mixed.errors()).containsExactlyInAnyOrder("brand.county", "brand.certified");
		assertThat(mixed.error("brand.certified").get("message").asString()).contains("99.9 %", "100 %");
		buy("MARKET-2", "PANAX-QUINQUEFOLIUS", 100_000);
		this.market.pack("farmer", "FARM", "SHED", "MARKET-2", 100_000, "PK-PQ");
		assertThat(issue("PK-PQ", "RUN-1", "MINE", 10).errors()).contains("brand.species");
	}

	/**
	 * Different lots, so that nothing but the authorisation stands between the writers.
	 */
	@Test
	void manyAtOnceNeverExceedTheQuota() throws Exception {
		authorise("MINE", "FARM", "FRESH", "2024-01-01", "2099-12-31", 1_000_000);
		List<Callable<Answer>> writers = new ArrayList<>();
		for (int i = 0; i < 16; i++) {
			String lot = "PACKS-" + i;
			String run = "RACE-" + i;
			this.market.pack("farmer", "FARM", "SHED", "F1", 150_000, lot);
			writers.add(() -> issue(lot, run, "MINE", 150));
		}
		List<Answer> answers = new ArrayList<>();
		try (var threads = Executors.newFixedThreadPool(16)) {
			for (Future<Answer> answer : threads.invokeAll(writers)) {
				answers.add(answer.get());
			}
		}
		assertThat(answers).filteredOn((answer) -> answer.status() == 201).hasSize(6);
		assertThat(answers).filteredOn((answer) -> answer.status() != 201)
			.hasSize(10)
			.allSatisfy((answer) -> assertThat(answer.errors()).containsExactly("brand.quota"));
	}

	private void authorise(String number, String holder, String product, String from, String to, long grams) {
		Answer answer = this.market.at("authority", "brandAuthorised", "2024-01-01T09:00:00+08:00", "AUTH",
				"\"authorisation\":\"%s\",\"brand\":\"TONGHUA\",\"holder\":\"%s\",\"products\":[\"%s\"],\"validFrom\":\"%s\",\"validTo\":\"%s\",\"quotaGrams\":%d"
					.formatted(number, holder, product, from, to, grams));
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
	}

	private void rule(String standing) {
		Answer answer = this.market.as("authority", "brandRuled", "AUTH",
				"\"authorisation\":\"MINE\",\"standing\":\"%s\",\"reason\":\"演示复核\"".formatted(standing));
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
	}

	private void buy(String lot, String species, long grams) {
		this.market.as("farmer", "purchased", "FARM",
				"\"lot\":\"%s\",\"lotKind\":\"FRESH\",\"product\":\"FRESH\",\"species\":\"%s\",\"grams\":%d,\"seller\":\"散户\""
					.formatted(lot, species, grams));
	}

	private Answer issue(String lot, String run, String authorisation, int count) {
		return this.market.as("farmer", "labelsIssued", "FARM", run(lot, run, authorisation, count));
	}

	private static String run(String lot, String run, String authorisation, int count) {
		return "\"run\":\"%s\",\"lot\":\"%s\",\"count\":%d,\"claims\":{\"brand\":\"%s\"}".formatted(run, lot, count,
				authorisation);
	}

	private Answer scan(String run) {
		return this.market.scan(this.market.code(run));
	}

	private JsonNode scanned(String run) {
		return scan(run).json().path("brand");
	}

	private String packedAt() {
		return this.world.as("farmer").get("/api/v1/lots/PK1").json().at("/lot/since").asString();
	}

}
