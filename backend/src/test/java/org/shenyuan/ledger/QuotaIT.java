package org.shenyuan.ledger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.shenyuan.BackendTest;
import org.shenyuan.Problem;
import org.shenyuan.World;
import org.shenyuan.schema.Audits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** 480 kg of red ginseng in packs of 300 g, and never more than 1,600 labels for them. */
@BackendTest
@Import(World.class)
class QuotaIT {

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	@BeforeEach
	void sixteenHundredPacks() {
		this.world.settle();
		accept("purchased",
				"""
						"at":"2024-09-20T15:00:00+08:00","lot":"RED","lotKind":"PROCESSED","product":"RED","species":"PANAX-GINSENG","grams":490000,"seller":"散户（演示）\"""");
		accept("packed",
				"""
						"at":"2024-10-04T08:00:00+08:00","facility":"WORKSHOP","inputs":[{"lot":"RED","grams":480000}],"lot":"PACKS","units":1600,"unitGrams":300""");
	}

	@Test
	void sixteenHundredAndOneAtOnceAreRefusedWithTheCap() {
		assertThat(labelsLeft()).isEqualTo(1600);
		Problem problem = refuse("labelsIssued", issue("RUN", 1601));
		assertThat(problem.keys()).containsExactly("labels.cap");
		Problem.Reason reason = problem.reasons().getFirst();
		assertThat(reason.field()).isEqualTo("count");
		assertThat(reason.values().get("cap").asLong()).isEqualTo(1600);
		assertThat(reason.values().get("issued").asLong()).isZero();
		assertThat(reason.values().get("asked").asLong()).isEqualTo(1601);
		assertThat(reason.message()).contains("PACKS", "1,600", "0", "1,601");
	}

	@Test
	void oneMoreAfterSixteenHundredIsRefused() {
		accept("labelsIssued", issue("RUN", 1000));
		accept("labelsIssued", issue("RUN-B", 600));
		assertThat(labelsLeft()).isZero();
		Problem.Reason reason = refuse("labelsIssued", issue("RUN-C", 1)).reason("labels.cap");
		assertThat(reason.values().get("cap").asLong()).isEqualTo(1600);
		assertThat(reason.values().get("issued").asLong()).isEqualTo(1600);
		assertThat(reason.values().get("asked").asLong()).isEqualTo(1);
		assertThat(reason.message()).contains("1,600 labels", "1,600 are issued", "so 1 more");
		assertThat(Audits.run(this.driver)).isEmpty();
	}

	@Test
	void voidingGivesPlaceForAsManyAgain() {
		accept("labelsIssued", issue("RUN", 1600));
		accept("labelsVoided", range(11, 15, ",\"reason\":\"打印不清\""));
		assertThat(labelsLeft()).isEqualTo(5);
		refuse("labelsIssued", issue("RUN-B", 6)).reason("labels.cap");
		accept("labelsIssued", issue("RUN-B", 5));
		refuse("labelsIssued", issue("RUN-C", 1)).reason("labels.cap");
		assertThat(Audits.run(this.driver)).isEmpty();
	}

	@Test
	void goodsThatAreGoneNeedNoLabels() {
		accept("adjusted", """
				"at":"2024-10-05T08:00:00+08:00","lot":"PACKS","lostGrams":301,"reason":"样品\"""");
		assertThat(labelsLeft()).isEqualTo(1598);
		assertThat(refuse("labelsIssued", issue("RUN", 1599)).reason("labels.cap").values().get("cap").asLong())
			.isEqualTo(1598);
		accept("labelsIssued", issue("RUN", 1598));
	}

	@Test
	void whatIsVoidStaysVoid() {
		accept("labelsIssued", issue("RUN", 100));
		accept("labelsVoided", range(40, 42, ",\"reason\":\"打印不清\""));
		Problem.Reason reason = refuse("labelsActivated", range(1, 100, "")).reason("labels.voided");
		assertThat(reason.values().get("count").asLong()).isEqualTo(3);
		refuse("labelsVoided", range(42, 43, ",\"reason\":\"再次\"")).reason("labels.voided");
		accept("labelsActivated", range(1, 39, ""));
		accept("labelsActivated", range(43, 100, ""));
		JsonNode run = this.world.as("worker").get("/api/v1/runs/RUN").json();
		assertThat(run.get("activated").asLong()).isEqualTo(97);
		assertThat(run.get("voided").asLong()).isEqualTo(3);
	}

	@Test
	void anActiveLabelIsNotActivatedAgainAndEndsWhenItIsVoided() {
		accept("labelsIssued", issue("RUN", 100));
		accept("labelsActivated", range(1, 50, ""));
		assertThat(
				refuse("labelsActivated", range(50, 60, "")).reason("labels.activated").values().get("count").asLong())
			.isEqualTo(1);
		accept("labelsVoided", range(50, 50, ",\"reason\":\"脱落\""));
		assertThat(this.world.as("worker").get("/api/v1/runs/RUN").json().get("activated").asLong()).isEqualTo(49);
	}

	@Test
	void aRangeLiesInItsRun() {
		accept("labelsIssued", issue("RUN", 100));
		for (String range : new String[] { range(1, 101, ""), range(101, 101, ""), range(60, 59, "") }) {
			Problem.Reason reason = refuse("labelsActivated", range).reason("labels.range");
			assertThat(reason.values().get("count").asLong()).isEqualTo(100);
			refuse("labelsVoided", range + ",\"reason\":\"打印不清\"").reason("labels.range");
		}
		assertThat(refuse("labelsActivated", range(0, 5, "")).fields()).containsExactly("first");
		assertThat(refuse("labelsVoided", range(1, 5, "")).fields()).containsExactly("reason");
		refuse("labelsIssued", issue("RUN", 1)).reason("run.exists");
	}

	@Test
	void onlyPackedGoodsAreLabelledAndNoneThatAreHeld() {
		refuse("labelsIssued", issue("RUN", 1).replace("PACKS", "RED")).reason("labels.packed");
		accept("labelsIssued", issue("RUN", 100));
		accept("held", """
				"at":"2024-10-05T12:00:00+08:00","lot":"PACKS","reason":"复检\"""");
		refuse("labelsIssued", issue("RUN-B", 1)).reason("lot.held");
		refuse("labelsActivated", range(1, 1, "")).reason("lot.held");
		accept("labelsVoided", range(1, 1, ",\"reason\":\"复检\""));
	}

	private static String issue(String run, int count) {
		return """
				"at":"2024-10-05T08:00:00+08:00","run":"%s","lot":"PACKS","count":%d""".formatted(run, count);
	}

	private static String range(int first, int last, String more) {
		return """
				"at":"2024-10-06T08:00:00+08:00","run":"RUN","first":%d,"last":%d%s""".formatted(first, last, more);
	}

	private void accept(String kind, String fields) {
		new Desk(this.world.as("worker"), this.driver).accept(kind, "\"by\":\"WORKS\"," + fields);
	}

	private Problem refuse(String kind, String fields) {
		return new Desk(this.world.as("worker"), this.driver).refuse(kind, "\"by\":\"WORKS\"," + fields);
	}

	private long labelsLeft() {
		return this.world.as("worker").get("/api/v1/lots/PACKS").json().get("labelsLeft").asLong();
	}

}
