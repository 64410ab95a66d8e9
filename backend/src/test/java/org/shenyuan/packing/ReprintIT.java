package org.shenyuan.packing;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.shenyuan.Api.Answer;
import org.shenyuan.BackendTest;
import org.shenyuan.Fingerprint;
import org.shenyuan.Visitor;
import org.shenyuan.World;
import org.shenyuan.events.Role;
import org.shenyuan.recall.Chain;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fraud l: labels that count are printed again by two people with a reason, or not at
 * all.
 */
@BackendTest
@Import(World.class)
class ReprintIT {

	private static final String SHEET = "/api/v1/runs/RUN-1/sheet.pdf";

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	private Chain chain;

	@BeforeEach
	void settle() {
		this.world.settle();
		this.world.open("foreman", "FARM", Role.GROWER, Role.PROCESSOR);
		List.of("farmer", "foreman", "worker").forEach(this.world::as);
		this.chain = new Chain(this.world);
		this.chain.dug("F1", "2024-09-18", 2_000);
		this.chain.packed("FARM", "F1", 2_000, 100, "PK");
		this.chain.issued("FARM", "PK", "RUN-1", 20);
	}

	@Test
	void nobodyPrintsAgainAlone() {
		String before = sheet("?first=3&last=4");
		this.chain.activated("FARM", "RUN-1", 1, 10);
		String labels = Chain.range("RUN-1", 3, 4);
		Fingerprint unchanged = Fingerprint.of(this.driver);
		assertThat(reprint("foreman", labels).errors()).contains("field.notMissing");
		assertThat(reprint("foreman", labels + ",\"reason\":\"破损\"").errors()).containsExactly("field.notMissing");
		assertThat(approve("farmer", labels).errors()).containsExactly("field.notMissing");
		assertThat(reprint("foreman", labels + ",\"reason\":\"破损\",\"approval\":\"%s\"".formatted(UUID.randomUUID()))
			.errors()).containsExactly("approval.missing");
		assertThat(approve("farmer", Chain.range("RUN-1", 3, 21) + ",\"reason\":\"破损\"").errors())
			.containsExactly("labels.range", "labels.unprinted");
		assertThat(this.chain.triesAt("reprintApproved", Chain.now(), "WORKS", labels + ",\"reason\":\"破损\"").errors())
			.containsExactly("run.party");
		assertThat(
				this.chain.did("labelsVoided", Chain.now(), "FARM", Chain.range("RUN-1", 9, 9) + ",\"reason\":\"毁\""))
			.isNotEmpty();
		assertThat(approve("farmer", Chain.range("RUN-1", 8, 9) + ",\"reason\":\"破损\"").errors())
			.containsExactly("labels.voided");
		assertThat(Fingerprint.of(this.driver).nodes()).isEqualTo(unchanged.nodes() + 1);

		String approval = approved("farmer", labels);
		String again = labels + ",\"reason\":\"破损\",\"approval\":\"%s\"".formatted(approval);
		assertThat(reprint("farmer", again).errors()).containsExactly("approval.alone");
		assertThat(reprint("foreman", again.replace("\"last\":4", "\"last\":5")).errors())
			.containsExactly("approval.missing");
		assertThat(reprint("foreman", again).status()).isEqualTo(201);
		assertThat(reprint("foreman", again).errors()).containsExactly("approval.used");
		assertThat(sheet("?first=3&last=4")).isEqualTo(before);
	}

	@Test
	void theAuthorityMayBeTheSecondPerson() {
		this.chain.activated("FARM", "RUN-1", 1, 10);
		Answer approval = this.chain.tries("reprintApproved", "AUTH",
				Chain.range("RUN-1", 1, 1) + ",\"reason\":\"破损\"");
		assertThat(approval.status()).as(approval.body()).isEqualTo(201);
		assertThat(reprint("farmer",
				Chain.range("RUN-1", 1, 1)
						+ ",\"reason\":\"破损\",\"approval\":\"%s\"".formatted(approval.json().get("id").asString()))
			.status()).isEqualTo(201);
	}

	@Test
	void theTwoDoItOnThePage() {
		this.chain.activated("FARM", "RUN-1", 1, 10);
		Visitor first = new Visitor(this.world.address(), Map.of()).login("farmer");
		Visitor second = new Visitor(this.world.address(), Map.of()).login("foreman");
		String page = first.get("/runs/RUN-1").body();
		assertThat(page).contains("Approve the reprint");
		// A page knows seconds, and all of this happened within one.
		String soon = LocalDateTime.now(ZoneId.of("Asia/Shanghai")).plusSeconds(30).toString();
		Map<String, String> form = Visitor.fields(page, Map.of("act", "approve", "id", UUID.randomUUID().toString(),
				"at", soon, "first", "3", "last", "4", "reason", "破损"));
		assertThat(first.send("/runs/RUN-1", form).statusCode()).isEqualTo(302);
		assertThat(first.get("/runs/RUN-1").body()).contains("Somebody else has to log in")
			.doesNotContain("value=\"reprint\"");
		String offered = second.get("/runs/RUN-1").body();
		assertThat(offered).contains("farmer approved it");
		String asked = offered.substring(offered.indexOf("by-two"));
		Map<String, String> again = Visitor.fields(asked.substring(0, asked.indexOf("</form>")), Map.of());
		again.put("at", soon);
		HttpResponse<String> alone = first.send("/runs/RUN-1", with(again, "_csrf", token(page)));
		assertThat(alone.statusCode()).isEqualTo(422);
		assertThat(alone.body()).contains("farmer approved this and cannot be the one who does it as well");
		assertThat(second.send("/runs/RUN-1", with(again, "_csrf", token(offered))).statusCode()).isEqualTo(302);
		assertThat(second.get("/runs/RUN-1").body()).doesNotContain("value=\"reprint\"");
		assertThat(this.world.as("farmer").get("/api/v1/runs/RUN-1").json().at("/run/reprinted/0/last").asInt())
			.isEqualTo(4);
	}

	@Test
	void onThePageTheAuthorityApprovesAndNoMoreAndStrangersSeeNothing() {
		this.chain.activated("FARM", "RUN-1", 1, 10);
		Visitor authority = new Visitor(this.world.address(), Map.of()).login("authority");
		String page = authority.get("/runs/RUN-1").body();
		assertThat(page).contains("Approve the reprint", "Where the labels are")
			.doesNotContain("Void for ever", "I printed them");
		String soon = LocalDateTime.now(ZoneId.of("Asia/Shanghai")).plusSeconds(30).toString();
		Map<String, String> form = Visitor.fields(page, Map.of("act", "approve", "id", UUID.randomUUID().toString(),
				"at", soon, "first", "3", "last", "4", "reason", "破损"));
		Visitor stranger = new Visitor(this.world.address(), Map.of()).login("worker");
		assertThat(stranger.get("/runs/RUN-1").statusCode()).isEqualTo(404);
		Fingerprint before = Fingerprint.of(this.driver);
		assertThat(stranger.send("/runs/RUN-1", with(form, "_csrf", token(stranger.get("/trace").body()))).statusCode())
			.isEqualTo(404);
		assertThat(authority.send("/runs/RUN-1", with(form, "act", "void")).statusCode()).isEqualTo(422);
		assertThat(authority.send("/runs/RUN-1", with(form, "act", "burn")).statusCode()).isEqualTo(422);
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
		assertThat(authority.send("/runs/RUN-1", form).statusCode()).isEqualTo(302);
		assertThat(new Visitor(this.world.address(), Map.of()).login("farmer").get("/runs/RUN-1").body())
			.contains("authority approved it", "I printed them again");
	}

	private static String token(String page) {
		return Visitor.fields(page, Map.of()).getOrDefault("_csrf", "");
	}

	private static Map<String, String> with(Map<String, String> fields, String name, String value) {
		var all = new LinkedHashMap<>(fields);
		all.put(name, value);
		return all;
	}

	private String sheet(String range) {
		return new String(this.world.as("farmer").bytes(SHEET + range), StandardCharsets.ISO_8859_1);
	}

	private String approved(String person, String labels) {
		Answer answer = approve(person, labels + ",\"reason\":\"破损\"");
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer.json().get("id").asString();
	}

	private Answer approve(String person, String fields) {
		return as(person, "reprintApproved", fields);
	}

	private Answer reprint(String person, String fields) {
		return as(person, "labelsReprinted", fields);
	}

	private Answer as(String person, String kind, String fields) {
		return this.world.as(person)
			.record(kind, "{\"id\":\"%s\",\"at\":\"%s\",\"by\":\"FARM\",%s}".formatted(UUID.randomUUID(), Chain.now(),
					fields));
	}

}
