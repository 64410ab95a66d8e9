package org.shenyuan.ledger;

import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.neo4j.driver.Driver;
import org.shenyuan.Api;
import org.shenyuan.BackendTest;
import org.shenyuan.Fingerprint;
import org.shenyuan.OneOfEach;
import org.shenyuan.Problem;
import org.shenyuan.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Sending again is safe, and what was sent is what is kept. */
@BackendTest
@Import(World.class)
@TestInstance(Lifecycle.PER_CLASS)
class RepeatIT {

	/**
	 * A bit of Cypher, SQL, HTML, and of three template languages; twenty characters at a
	 * time.
	 */
	private static final String[] FRAGMENTS = { "'}) DETACH DELETE n", "\\\"; DROP TABLE //", "<script>alert(1)</s",
			"[[${7*7}]] #{x} {0}", "$(run) %s %n {{x}} '", "</td><img src=x>&lt;" };

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	@BeforeAll
	void settle() {
		this.world.settle();
	}

	@Test
	void anEventOfEachKindIsRecordedOnceHoweverOftenItIsSent() {
		new OneOfEach(41).bodies().forEach((kind, body) -> {
			Api.Answer first = record(body, body.toString());
			assertThat(first.status()).as(kind + first.body()).isEqualTo(201);
			Fingerprint before = Fingerprint.of(this.driver);
			Api.Answer second = record(body, body.toString());
			assertThat(second.status()).as(kind).isEqualTo(200);
			assertThat(second.body()).as(kind).isEqualTo(first.body());
			assertThat(Fingerprint.of(this.driver)).as(kind).isEqualTo(before);
		});
	}

	@Test
	void theSameContentInOtherClothesIsTheSameEvent() {
		ObjectNode body = new OneOfEach(42).of("tested");
		prepare(42, "tested");
		body.put("at", "2024-09-19T16:00:00+08:00");
		String first = OneOfEach.with(body, "/results/0/value", "0.40");
		Api.Answer recorded = record(body, first);
		assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);
		String upper = body.get("id").asString().toUpperCase(Locale.ROOT);
		String other = OneOfEach.with(body, "/id", '"' + upper + '"')
			.replace("\"value\":0.4", "\"value\" : 0.40 ")
			.replace("检", "\\u68c0");
		assertThat(other).isNotEqualTo(first);
		Api.Answer again = record(body, other);
		assertThat(again.status()).as(again.body()).isEqualTo(200);
		assertThat(again.body()).isEqualTo(recorded.body());
		assertThat(this.world.as("admin").importFile(first).json().get("again").asLong()).as("through the other door")
			.isEqualTo(1);
	}

	@Test
	void anIdIsNeverUsedForSomethingElse() {
		new OneOfEach(43).bodies().forEach((kind, body) -> {
			String hash = record(body, body.toString()).json().get("hash").asString();
			Fingerprint before = Fingerprint.of(this.driver);
			String other = OneOfEach.with(body, "/at", "\"2025-01-01T00:00:00+08:00\"");
			Problem problem = Problem.of(record(body, other));
			assertThat(problem.status()).as(kind).isEqualTo(409);
			assertThat(problem.keys()).containsExactly("event.conflict");
			Problem.Reason reason = problem.reasons().getFirst();
			assertThat(reason.field()).isEqualTo("id");
			assertThat(reason.values().get("recorded").asString()).isEqualTo(hash);
			assertThat(reason.values().get("sent").asString()).matches("[0-9a-f]{64}").isNotEqualTo(hash);
			assertThat(Fingerprint.of(this.driver)).as(kind).isEqualTo(before);
		});
	}

	@Test
	void anIdOfOneKindIsNotFreeForAnother() {
		ObjectNode party = new OneOfEach(44).of("partyRegistered");
		assertThat(record(party, party.toString()).status()).isEqualTo(201);
		ObjectNode base = new OneOfEach(44).of("baseRegistered");
		base.set("id", party.get("id"));
		assertThat(Problem.of(record(base, base.toString())).status()).isEqualTo(409);
	}

	@Test
	void fragmentsOfCypherHtmlAndTemplatesAreTextInEveryField() {
		for (int i = 0; i < FRAGMENTS.length; i++) {
			String fragment = FRAGMENTS[i];
			Fingerprint before = Fingerprint.of(this.driver);
			for (ObjectNode body : new OneOfEach(10 + i).bodies().values()) {
				OneOfEach.fields(body, (name, pointer) -> {
					if (body.at(pointer).asString("").matches(".*[^ -~].*|Haulier|Damaya|Base three|mancozeb|2 g/L")) {
						int end = pointer.lastIndexOf('/');
						((ObjectNode) body.at(pointer.substring(0, end))).put(pointer.substring(end + 1), fragment);
					}
				});
				Api.Answer answer = record(body, body.toString());
				assertThat(answer.status()).as(body + answer.body()).isEqualTo(201);
				Api.Answer kept = this.world.as("admin").get("/api/v1/events/" + body.get("id").asString());
				assertThat(kept.json().get("event")).isEqualTo(body);
			}
			assertThat(Fingerprint.of(this.driver).nodes()).isGreaterThan(before.nodes() + 28);
			assertThat(this.world.as("admin").get("/api/v1/lots/PACKS-" + (10 + i) + "/trace").body()).contains("清河基地");
		}
	}

	@Test
	void charactersOfFourBytesAndAllScriptsAreKept() {
		ObjectNode body = new OneOfEach(20).of("partyRegistered");
		body.put("name", "𠀀𪛖 參農 인삼 Ω é 🌱 ½ “x”");
		assertThat(record(body, body.toString()).status()).isEqualTo(201);
		assertThat(this.world.as("admin").get("/api/v1/events/" + body.get("id").asString()).json().at("/event/name"))
			.isEqualTo(body.get("name"));
	}

	@Test
	void anEventThatNobodyRecordedIsNotFound() {
		Problem problem = Problem.of(this.world.as("admin").get("/api/v1/events/" + UUID.randomUUID()));
		assertThat(problem.status()).isEqualTo(404);
		assertThat(Problem.of(this.world.as("admin").get("/api/v1/events/no-id")).status()).isEqualTo(400);
	}

	private void prepare(int chain, String until) {
		for (ObjectNode body : new OneOfEach(chain).bodies().values()) {
			if (body.get("type").asString().equals(until)) {
				return;
			}
			assertThat(record(body, body.toString()).status()).isEqualTo(201);
		}
	}

	private Api.Answer record(ObjectNode body, String json) {
		return this.world.as("admin").record(body.get("type").asString(), json);
	}

}
