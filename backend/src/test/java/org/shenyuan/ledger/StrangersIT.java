package org.shenyuan.ledger;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.shenyuan.BackendTest;
import org.shenyuan.Fingerprint;
import org.shenyuan.OneOfEach;
import org.shenyuan.Problem;
import org.shenyuan.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody records for others, with others' goods, on others' land, or without a name. */
@BackendTest
@Import(World.class)
@TestInstance(Lifecycle.PER_CLASS)
class StrangersIT {

	private static final List<String> PEOPLE = List.of("authority", "farmer", "farmer2", "worker", "chemist", "expert");

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	private final HttpClient http = HttpClient.newHttpClient();

	private final OneOfEach next = new OneOfEach(20);

	@BeforeAll
	void settle() {
		this.world.settle();
		new OneOfEach(10).bodies()
			.forEach((kind, body) -> assertThat(this.world.as("admin").record(kind, body.toString()).status()).as(kind)
				.isEqualTo(201));
		PEOPLE.forEach(this.world::as);
	}

	@Test
	void whoDoesNotSpeakForAPartyRecordsNothingForIt() {
		this.next.bodies().forEach((kind, body) -> {
			String speaks = switch (body.get("by").asString()) {
				case "AUTH" -> "authority";
				case "PANEL" -> "expert";
				case "FARM" -> "farmer";
				case "WORKS" -> "worker";
				default -> "chemist";
			};
			PEOPLE.stream().filter((person) -> !person.equals(speaks)).forEach((person) -> {
				Problem problem = refused(person, kind, body.toString());
				assertThat(problem.status()).isEqualTo(422);
				assertThat(problem.keys()).as("%s as %s", kind, person).contains("author.party");
				assertThat(problem.reason("author.party").field()).isEqualTo("by");
			});
		});
	}

	@ParameterizedTest(name = "{0} as {1}")
	@CsvSource({ "partyRegistered,farmer,FARM", "plotRegistered,worker,WORKS", "certificateRegistered,chemist,LAB",
			"seedRegistered,worker,WORKS", "harvested,chemist,LAB", "harvested,authority,AUTH", "purchased,chemist,LAB",
			"purchased,authority,AUTH", "processed,farmer2,FARM2", "packed,authority,AUTH", "tested,farmer,FARM",
			"tested,authority,AUTH", "released,chemist,LAB", "released,farmer,FARM", "labelsIssued,chemist,LAB",
			"labelsIssued,authority,AUTH" })
	void aRoleRecordsWhatIsItsOwn(String kind, String person, String party) {
		Problem problem = refused(person, kind, OneOfEach.with(this.next.of(kind), "/by", '"' + party + '"'));
		assertThat(problem.keys()).contains("author.role", "party.role");
		assertThat(problem.reason("author.role").message()).isNotBlank();
	}

	@ParameterizedTest(name = "{0} as {1}: {3}")
	@CsvSource({ "adjusted,worker,WORKS,lot.custody", "shipped,worker,WORKS,lot.custody",
			"regrouped,farmer,FARM,lot.custody", "processed,farmer,FARM,lot.custody",
			"processed,farmer,FARM,place.operator", "packed,farmer,FARM,lot.custody",
			"packed,farmer,FARM,place.operator", "sown,farmer2,FARM2,lot.custody", "sown,farmer2,FARM2,place.operator",
			"harvested,farmer2,FARM2,lot.custody", "harvested,farmer2,FARM2,place.operator",
			"fieldWorked,farmer2,FARM2,lot.custody", "fieldWorked,farmer2,FARM2,place.operator",
			"labelsIssued,farmer,FARM,lot.custody", "labelsActivated,farmer,FARM,run.party",
			"labelsVoided,farmer,FARM,run.party", "received,farmer,FARM,lot.custody", "held,farmer2,FARM2,lot.custody",
			"corrected,worker,WORKS,correction.party" })
	void goodsAndLandOfOthersStayUntouched(String kind, String person, String party, String key) {
		// The lots of the first chain, which are there.
		ObjectNode body = new OneOfEach(10).of(kind);
		String json = OneOfEach.with(body, "/by", '"' + party + '"');
		if (kind.equals("corrected")) {
			json = json.replace(body.get("event").asString(), harvest());
		}
		assertThat(refused(person, kind, json).keys()).contains(key);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Bearer made-up", "Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "Bearer ",
			"Basic YWRtaW46YWRtaW4=" })
	void withoutAKnownTokenNothingIsReadOrRecorded(String authorization) {
		Fingerprint before = Fingerprint.of(this.driver);
		Stream.of("events", "lots", "lots/PACKS-10", "lots/PACKS-10/trace", "runs/RUN-10", "runs/RUN-10/sheet.pdf")
			.forEach((path) -> assertThat(status(path, authorization, null)).as(path).isEqualTo(401));
		this.next.bodies()
			.forEach((kind, body) -> assertThat(status("events/" + kind, authorization, body.toString())).as(kind)
				.isEqualTo(401));
		assertThat(status("imports", authorization, this.next.of("purchased").toString())).isEqualTo(401);
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
	}

	private int status(String path, String authorization, @Nullable String body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.world.address() + "/api/v1/" + path))
			.header("Content-Type", path.equals("imports") ? "application/jsonl" : "application/json");
		if (!authorization.isEmpty()) {
			request.header("Authorization", authorization);
		}
		if (body != null) {
			request.POST(BodyPublishers.ofString(body));
		}
		try {
			return this.http.send(request.build(), BodyHandlers.ofString()).statusCode();
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Problem refused(String person, String kind, String json) {
		Fingerprint before = Fingerprint.of(this.driver);
		Problem problem = Problem.of(this.world.as(person).record(kind, json));
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
		return problem;
	}

	private String harvest() {
		return this.world.as("admin").get("/api/v1/lots/FRESH-10").json().at("/account/0/event").asString();
	}

}
