package org.shenyuan.land;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shenyuan.Api;
import org.shenyuan.Api.Answer;
import org.shenyuan.BackendTest;
import org.shenyuan.World;
import org.shenyuan.geometry.Outline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** Plots on parcels, and certificates over bases: each refusal beside what is allowed. */
@BackendTest
@Import(World.class)
class LandIT {

	private static final String PARCEL = """
			"parcel":"%s","county":"220582","town":"清河镇","squareMetres":6000,"landClass":"FARMLAND","level":1,\
			"grade":2,"status":"%s","round":"2024","surveyed":"2024-06-12","outline":"%s\"""";

	private static final String PLOT = """
			"plot":"%s","name":"演示","base":"BASE-1","parcel":"%s","operator":"FARM","cultivation":"GARDEN-FARMLAND",\
			"bedSquareMetres":%d""";

	private static final String GROUND = "POLYGON ((126.01 41.4, 126.0109 41.4, 126.0109 41.4007, 126.01 41.4007, 126.01 41.4))";

	private static final String BED = "POLYGON ((126.0102 41.4001, 126.0105 41.4001, 126.0105 41.4006, 126.0102 41.4006, 126.0102 41.4001))";

	@Autowired
	private World world;

	@BeforeEach
	void settle() {
		this.world.settle();
		assertThat(record("parcelRegistered", "2024-06-13", PARCEL.formatted("G-1", "PLANTED", GROUND)).status())
			.isEqualTo(201);
	}

	@Test
	void bedsDoNotCoverMoreThanTheirParcel() {
		assertThat(record("plotRegistered", "2024-06-14", PLOT.formatted("B-1", "G-1", 4000)).json().path("remarks"))
			.isEmpty();
		Answer refused = record("plotRegistered", "2024-06-14", PLOT.formatted("B-2", "G-1", 2001));
		assertThat(refused.errors()).containsExactly("plot.beds");
		assertThat(refused.error("plot.beds").get("values").toString()).contains("6000", "4000", "2001", "100.02");
		Answer warned = record("plotRegistered", "2024-06-14", PLOT.formatted("B-2", "G-1", 1000));
		assertThat(warned.json().at("/remarks/0/rule/id").asString()).isEqualTo("BEDS-1");
	}

	@Test
	void unsuitableLandIsNotPlanted() {
		record("parcelRegistered", "2024-06-13",
				PARCEL.formatted("G-2", "UNSUITABLE", GROUND.replace("126.01", "126.02")));
		Answer refused = record("plotRegistered", "2024-06-14", PLOT.formatted("B-2", "G-2", 1000));
		assertThat(refused.errors()).containsExactly("plot.status");
		Answer surveyed = record("parcelSurveyed", "2025-06-13", """
				"parcel":"G-2","squareMetres":6000,"landClass":"FARMLAND","level":1,"grade":3,"status":"UNPLANTED",\
				"round":"2025","surveyed":"2025-06-12"\
				""");
		assertThat(surveyed.status()).as(surveyed.body()).isEqualTo(201);
		assertThat(record("plotRegistered", "2025-06-14", PLOT.formatted("B-2", "G-2", 1000)).status()).isEqualTo(201);
	}

	@Test
	void aPlotLiesOnItsParcel() {
		String plot = PLOT.formatted("B-1", "G-1", 1000) + ",\"outline\":\"%s\"";
		assertThat(record("plotRegistered", "2024-06-14", plot.formatted(BED.replace("126.01", "126.02"))).errors())
			.containsExactly("plot.within");
		String displaced = Outline.find(BED).orElseThrow().toGcj02().toString();
		assertThat(record("plotRegistered", "2024-06-14", plot.formatted(displaced)).errors())
			.containsExactly("plot.datum");
		assertThat(record("plotRegistered", "2024-06-14", plot.formatted(BED)).status()).isEqualTo(201);
	}

	@Test
	void aCertificateCoversNoMoreThanTheLandOfItsBase() {
		Answer refused = certify("C-1", 20_001);
		assertThat(refused.errors()).containsExactly("certificate.area");
		assertThat(refused.error("certificate.area").get("values").get("ground").asLong()).isEqualTo(20_000);
		assertThat(certify("C-1", 20_000).status()).isEqualTo(201);
		record("plotRegistered", "2024-06-14", PLOT.formatted("B-1", "G-1", 1000));
		assertThat(certify("C-2", 26_001).errors()).containsExactly("certificate.area");
		assertThat(certify("C-2", 26_000).status()).isEqualTo(201);
	}

	@Test
	void aCertificateIsRuledInOrderAndNotBeforeItIsIssued() {
		certify("C-1", 20_000);
		assertThat(rule("2024-06-19", "SUSPENDED").errors()).containsExactly("ruling.before");
		assertThat(rule("2024-08-10", "REINSTATED").errors()).containsExactly("ruling.same");
		assertThat(bases()).contains("valid today").doesNotContain("suspended");
		assertThat(rule("2024-08-10", "SUSPENDED").status()).isEqualTo(201);
		assertThat(bases()).contains("suspended").doesNotContain("valid today");
		assertThat(rule("2024-08-09", "REINSTATED").errors()).containsExactly("ruling.order");
		assertThat(rule("2024-09-10", "REINSTATED").status()).isEqualTo(201);
		assertThat(bases()).contains("valid today");
		assertThat(rule("2024-10-10", "REVOKED").status()).isEqualTo(201);
		assertThat(rule("2024-11-10", "REINSTATED").errors()).containsExactly("ruling.revoked");
		assertThat(bases()).contains("revoked").doesNotContain("valid today");
	}

	@Test
	void aBuyerSeesTheCertificateAsItStoodAtHarvestAndAsItStandsNow() {
		certify("C-1", 20_000);
		at("farmer", "harvested", "2024-09-18", "FARM",
				"\"plot\":\"P1\",\"stand\":\"STAND-1\",\"lot\":\"F1\",\"grossGrams\":9000");
		at("farmer", "packed", "2024-09-19", "FARM",
				"\"facility\":\"SHED\",\"inputs\":[{\"lot\":\"F1\",\"grams\":9000}],\"lot\":\"PK1\",\"units\":9,\"unitGrams\":1000");
		at("farmer", "labelsIssued", "2024-09-20", "FARM", "\"run\":\"RUN-1\",\"lot\":\"PK1\",\"count\":9");
		at("farmer", "labelsActivated", "2024-09-21", "FARM", "\"run\":\"RUN-1\",\"first\":1,\"last\":9");
		String link = this.world.as("farmer").get("/api/v1/runs/RUN-1").json().get("scan").asString();
		String page = "/t/" + link.substring(link.lastIndexOf('/') + 1);
		Api buyer = Api.nobody(this.world.address());
		assertThat(buyer.get(page, "text/html").body()).contains(">valid at harvest<", ">valid today<");
		assertThat(rule("2024-10-10", "REVOKED").status()).isEqualTo(201);
		assertThat(buyer.get(page, "text/html").body()).contains(">valid at harvest<", ">not valid today<")
			.doesNotContain(">valid today<");
		assertThat(buyer.get(page)
			.json()
			.at("/trace/sources/0/certificates")
			.valueStream()
			.filter((paper) -> paper.get("number").asString().equals("演示"))).singleElement()
			.satisfies((paper) -> assertThat(paper.get("atHarvest").asBoolean()).isTrue())
			.satisfies((paper) -> assertThat(paper.get("today").asBoolean()).isFalse());
	}

	@Test
	void theAuthorityCertifiesByPageAndNobodyElse() {
		assertThat(this.world.as("farmer").get("/certificates", "text/html").status()).isEqualTo(403);
		Api authority = this.world.as("authority");
		assertThat(authority.get("/certificates", "text/html").body()).contains("演示-001");
		String form = "id=%s&certificate=c-9&number=演示-9&certificateKind=GAP-BASE&level=CITY&base=BASE-1"
				+ "&species=PANAX-GINSENG&validFrom=2026-01-01&validTo=%s&squareMetres=%s";
		String id = UUID.randomUUID().toString();
		Answer wrong = authority.post("/certificates", "application/x-www-form-urlencoded",
				form.formatted(id, "2025-12-31", "90000"));
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.body()).contains("90,000", "20,000").contains("id=\"validTo-error\"");
		Answer issued = authority.post("/certificates", "application/x-www-form-urlencoded",
				form.formatted(id, "2099-12-31", "20,000"));
		assertThat(issued.status()).as(issued.body()).isEqualTo(302);
		assertThat(bases()).contains("演示-9");
		Answer ruled = authority.post("/certificates/rulings", "application/x-www-form-urlencoded",
				"id=%s&certificate=C-9&standing=REVOKED&reason=演示".formatted(UUID.randomUUID()));
		assertThat(ruled.status()).as(ruled.body()).isEqualTo(302);
		assertThat(bases()).contains("revoked");
	}

	private String bases() {
		return Api.nobody(this.world.address()).get("/bases", "text/html").body();
	}

	private Answer certify(String id, long squareMetres) {
		return record("certificateRegistered", "2024-06-20", """
				"certificate":"%s","number":"演示","certificateKind":"GAP-BASE","level":"CITY","base":"BASE-1",\
				"species":"PANAX-GINSENG","validFrom":"2024-07-01","validTo":"2099-06-30","squareMetres":%d"""
			.formatted(id, squareMetres));
	}

	private Answer rule(String day, String standing) {
		return record("certificateRuled", day,
				"\"certificate\":\"C-1\",\"standing\":\"%s\",\"reason\":\"演示\"".formatted(standing));
	}

	private void at(String person, String kind, String day, String by, String fields) {
		Answer answer = send(person, kind, day, by, fields);
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
	}

	private Answer record(String kind, String day, String fields) {
		return send("authority", kind, day, "AUTH", fields);
	}

	private Answer send(String person, String kind, String day, String by, String fields) {
		return this.world.as(person)
			.record(kind, "{\"id\":\"%s\",\"at\":\"%sT10:00:00+08:00\",\"by\":\"%s\",%s}".formatted(UUID.randomUUID(),
					day, by, fields));
	}

}
