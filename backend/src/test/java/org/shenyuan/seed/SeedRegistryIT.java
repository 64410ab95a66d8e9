package org.shenyuan.seed;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shenyuan.Api.Answer;
import org.shenyuan.BackendTest;
import org.shenyuan.Market;
import org.shenyuan.World;
import org.shenyuan.events.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** From a label back to the germplasm, and what experts say of it. */
@BackendTest
@Import(World.class)
class SeedRegistryIT {

	@Autowired
	private World world;

	private Market market;

	@BeforeEach
	void settle() {
		this.market = Market.of(this.world);
		this.market.admin("partyRegistered", "2018-01-02T09:00:00+08:00", "AUTH",
				"\"party\":\"PANEL2\",\"name\":\"专家二（演示）\",\"roles\":[\"EXPERT\"],\"county\":\"220500\"");
		this.world.open("expert2", "PANEL2", Role.EXPERT);
		ok("authority", "accessionRegistered", "AUTH", accession("GERM-1", "PANAX-GINSENG", "2015-08-20"));
		ok("authority", "varietyRegistered", "AUTH", variety("FUXING", "PANAX-GINSENG", "GERM-1"));
		ok("farmer", "seedRegistered", "FARM", seed("SEED-9", "FUXING"));
	}

	@Test
	void aVarietyIsApprovedByTwoExpertsAndUntilThenItsNameIsNotReviewed() {
		assertThat(sow("STAND-8").json().at("/remarks/0/key").asString()).isEqualTo("variety.review");
		assertThat(seedOf("STAND-8").get("approval").asString()).isEqualTo("NOT_REVIEWED");
		judge("expert", "PANEL", true);
		judge("expert", "PANEL", true);
		assertThat(seedOf("STAND-8").get("approval").asString()).isEqualTo("IN_REVIEW");
		judge("expert2", "PANEL2", true);
		assertThat(seedOf("STAND-8").get("approval").asString()).isEqualTo("APPROVED");
		assertThat(sow("STAND-9").json().path("remarks")).isEmpty();
		judge("expert", "PANEL", false);
		judge("expert2", "PANEL2", false);
		assertThat(seedOf("STAND-8").get("approval").asString()).isEqualTo("DECLINED");
		assertThat(this.market.as("farmer", "varietyJudged", "FARM", opinion(true)).errors()).contains("author.role");
	}

	@Test
	void aTraceWalksBackToTheGermplasmAndThePapers() {
		sow("STAND-9");
		ok("farmer", "paperFiled", "FARM", paper("SEED-9", "QUARANTINE"));
		JsonNode seed = seedOf("STAND-9");
		assertThat(seed.get("variety").asString()).isEqualTo("福星（演示）");
		assertThat(seed.at("/accessions/0/number").asString()).isEqualTo("演示-GERM-1");
		assertThat(seed.at("/accessions/0/collected").asString()).isEqualTo("2015-08-20");
		assertThat(seed.at("/accessions/0").has("collector")).isFalse();
		assertThat(seed.at("/papers/0/kind").asString()).isEqualTo("QUARANTINE");
	}

	@Test
	void papersAreOfSeedInHandOrFiledByTheAuthority() {
		this.market.harvest("F1", 1_000);
		assertThat(this.market.as("farmer", "paperFiled", "FARM", paper("F1", "QUARANTINE")).errors())
			.containsExactly("lot.kind");
		assertThat(this.market.as("farmer2", "paperFiled", "FARM2", paper("SEED-9", "QUARANTINE")).errors())
			.containsExactly("lot.custody");
		assertThat(this.market
			.as("farmer", "paperFiled", "FARM", paper("SEED-9", "QUARANTINE").replace("2099-12-31", "1999-12-31"))
			.errors()).containsExactly("certificate.period");
		ok("authority", "paperFiled", "AUTH", paper("SEED-9", "PRODUCTION-PERMIT"));
	}

	@Test
	void germplasmIsOlderThanItsEntryAndOfItsVarietysSpecies() {
		assertThat(this.market
			.as("authority", "accessionRegistered", "AUTH", accession("GERM-2", "PANAX-GINSENG", "2099-01-01"))
			.errors()).containsExactly("accession.collected");
		assertThat(this.market
			.as("authority", "varietyRegistered", "AUTH", variety("OTHER", "PANAX-QUINQUEFOLIUS", "GERM-1"))
			.errors()).containsExactly("accession.species");
	}

	@Test
	void whatIsMissingIsListedWithWhoCouldSupplyIt() {
		this.market.harvest("F1", 1_000_000);
		assertThat(gaps("F1"))
			.contains("ACCESSION AUTHORITY", "APPROVAL EXPERT", "SEED-PAPER GROWER", "WITNESS GROWER",
					"TEST LABORATORY", "CONFORMITY GROWER")
			.doesNotContain("CERTIFICATE AUTHORITY", "ORIGIN TRADER");
		this.market.as("farmer", "purchased", "FARM",
				"\"lot\":\"M1\",\"lotKind\":\"FRESH\",\"product\":\"FRESH\",\"species\":\"PANAX-GINSENG\",\"grams\":1000,\"seller\":\"散户\"");
		assertThat(gaps("M1")).contains("ORIGIN TRADER", "TEST LABORATORY").doesNotContain("APPROVAL EXPERT");
		JsonNode paper = this.market.trace("F1")
			.get("missing")
			.valueStream()
			.filter((gap) -> gap.path("detail").asString("").equals("QUARANTINE"))
			.findFirst()
			.orElseThrow();
		assertThat(paper.get("party").asString()).isEqualTo("参场（演示）");
		assertThat(paper.at("/lots/0").asString()).isEqualTo("SEED-1");
		assertThat(paper.get("count").asInt()).isEqualTo(1);
	}

	@Test
	void theRegistryIsReadByWhoReadsEverythingAndListsOpinionsLotsAndPapers() {
		judge("expert", "PANEL", false);
		judge("expert", "PANEL", true);
		ok("farmer", "paperFiled", "FARM", paper("SEED-9", "QUARANTINE").replace("2099-12-31", "2024-06-30"));
		assertThat(this.world.as("farmer").get("/api/v1/varieties").status()).isEqualTo(404);
		assertThat(this.world.as("farmer").get("/api/v1/varieties/FUXING").status()).isEqualTo(404);
		JsonNode row = this.world.as("expert2")
			.get("/api/v1/varieties")
			.json()
			.valueStream()
			.filter((one) -> one.get("id").asString().equals("FUXING"))
			.findFirst()
			.orElseThrow();
		assertThat(row.get("approval").asString()).isEqualTo("IN_REVIEW");
		assertThat(row.get("approving").asInt()).isEqualTo(1);
		assertThat(row.get("least").asInt()).isEqualTo(2);
		JsonNode sheet = this.world.as("authority").get("/api/v1/varieties/FUXING").json();
		assertThat(sheet.get("opinions").valueStream().map((opinion) -> opinion.get("counts").asBoolean()))
			.containsExactly(true, false);
		assertThat(sheet.at("/accessions/0/number").asString()).isEqualTo("演示-GERM-1");
		assertThat(sheet.at("/seed/0/lot").asString()).isEqualTo("SEED-9");
		assertThat(sheet.at("/seed/0/papers/0/valid").asBoolean()).isFalse();
		assertThat(this.world.as("authority").get("/api/v1/varieties/P1").status()).isEqualTo(404);
	}

	@Test
	void thePagesShowWhatTheRegistrySays() {
		ok("farmer", "paperFiled", "FARM", paper("SEED-9", "QUARANTINE"));
		judge("expert", "PANEL", true);
		assertThat(page("expert", "/seeds")).contains("福星（演示）", "not reviewed yet: under review",
				"1 of 2 approve, 0 against");
		assertThat(page("expert", "/seeds/FUXING")).contains("演示-GERM-1", "SEED-9", "Plant quarantine certificate",
				"性状一致", "name=\"interest\"");
		assertThat(page("authority", "/seeds/FUXING")).contains("SEED-9").doesNotContain("name=\"interest\"");
		assertThat(this.world.as("farmer").get("/seeds", "text/html").status()).isEqualTo(404);
		sow("STAND-9");
		assertThat(page("authority", "/trace?lot=STAND-9")).contains("演示-GERM-1", "Plant quarantine certificate",
				"What is missing");
	}

	private String page(String person, String path) {
		Answer answer = this.world.as(person).get(path, "text/html");
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.body();
	}

	private List<String> gaps(String lot) {
		return this.market.trace(lot)
			.get("missing")
			.valueStream()
			.map((gap) -> gap.get("what").asString() + " " + gap.get("who").asString())
			.toList();
	}

	private JsonNode seedOf(String lot) {
		return this.market.trace(lot).at("/seeds/0");
	}

	private Answer sow(String stand) {
		Answer sown = this.market.as("farmer", "sown", "FARM",
				"\"plot\":\"P1\",\"stand\":\"%s\",\"seed\":[{\"lot\":\"SEED-9\",\"grams\":1000}]".formatted(stand));
		assertThat(sown.status()).as(sown.body()).isEqualTo(201);
		return sown;
	}

	private void judge(String person, String party, boolean approved) {
		Answer answer = this.market.as(person, "varietyJudged", party, opinion(approved));
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
	}

	private void ok(String person, String kind, String by, String fields) {
		Answer answer = this.market.as(person, kind, by, fields);
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
	}

	private static String opinion(boolean approved) {
		return "\"variety\":\"FUXING\",\"approved\":%s,\"reason\":\"性状一致\",\"interest\":\"无\"".formatted(approved);
	}

	private static String accession(String id, String species, String collected) {
		return "\"accession\":\"%1$s\",\"number\":\"演示-%1$s\",\"name\":\"福星牛类型\",\"species\":\"%2$s\",\"county\":\"220621\",\"collected\":\"%3$s\",\"collector\":\"演示\""
			.formatted(id, species, collected);
	}

	private static String variety(String id, String species, String accession) {
		return "\"variety\":\"%s\",\"name\":\"福星（演示）\",\"varietyKind\":\"REGISTERED\",\"species\":\"%s\",\"accessions\":[\"%s\"]"
			.formatted(id, species, accession);
	}

	private static String seed(String lot, String variety) {
		return "\"lot\":\"%s\",\"species\":\"PANAX-GINSENG\",\"variety\":\"%s\",\"form\":\"DRIED-SEED\",\"grams\":60000"
			.formatted(lot, variety);
	}

	private static String paper(String lot, String kind) {
		return "\"lot\":\"%s\",\"paperKind\":\"%s\",\"number\":\"演示 7\",\"issuer\":\"检疫站（演示）\",\"validFrom\":\"2024-01-01\",\"validTo\":\"2099-12-31\""
			.formatted(lot, kind);
	}

}
