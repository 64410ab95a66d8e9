package org.shenyuan.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shenyuan.Api;
import org.shenyuan.BackendTest;
import org.shenyuan.OneOfEach;
import org.shenyuan.Problem;
import org.shenyuan.World;
import org.shenyuan.events.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Who reads what: every role at every door, with own goods and with others'. */
@BackendTest
@Import(World.class)
@TestInstance(Lifecycle.PER_CLASS)
class AccessIT {

	private static final Set<String> FULL = Set.of("admin", "authority", "expert");

	private static final List<String> OTHERS = List.of("farmer", "farmer2", "worker", "chemist");

	@Autowired
	private World world;

	/** Somebody who belongs to two parties, for one of them at a time. */
	private final Map<String, Api> clerk = new HashMap<>();

	private final Map<String, ObjectNode> chain = new OneOfEach(10).bodies();

	@BeforeAll
	void settle() {
		this.world.settle();
		this.chain
			.forEach((kind, body) -> assertThat(this.world.as("admin").record(kind, body.toString()).status()).as(kind)
				.isEqualTo(201));
		this.world.open("clerk", "FARM2", Role.GROWER);
		this.world.open("clerk", "WORKS", Role.PROCESSOR, Role.TRADER);
		Map.of("farmer2", "FARM2", "worker", "WORKS")
			.forEach((same, party) -> this.clerk.put(same,
					Api.as(this.world.address(), "clerk", World.PASSWORD, party)));
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "lots/FRESH-10,farmer chemist", "lots/FRESH-10/trace,farmer chemist",
			"lots/FRESH-10/forward,farmer chemist", "lots/ROAD-10,farmer worker", "lots/ROAD-10/trace,farmer worker",
			"lots/ROAD-10/forward,farmer worker", "lots/IN-10,worker", "lots/PACKS-10,worker",
			"lots/PACKS-10/trace,worker", "lots/PACKS-10/forward,worker", "lots/STAND-2,farmer2",
			"lots/STAND-2/trace,farmer2", "plots/P1/forward,farmer", "plots/P2/forward,farmer2",
			"plots/P1/tag.pdf,farmer", "plots/P2/tag.pdf,farmer2", "lots/PACKS-10/cartons,worker", "runs/RUN-10,worker",
			"runs/RUN-10/sheet.pdf,worker", "runs/RUN-10/sheet.svg,worker", "runs/RUN-10/sheet.png,worker",
			"runs/RUN-10/sheet.zpl,worker", "runs/RUN-10/reconciliation,worker", "events/@harvested,farmer",
			"events/@harvested/forward,farmer", "events/@shipped,farmer worker", "events/@received,worker",
			"events/@received/forward,worker", "events/@tested,farmer chemist", "events/@held,farmer chemist",
			"events/@released,farmer", "events/@recalled,farmer", "events/@processed,worker",
			"events/@labelsIssued,worker", "events/@plotRegistered,farmer", "events/@baseRegistered,farmer",
			"events/@certificateRegistered,farmer", "events/@certificateRuled,farmer", "events/@partyRegistered," })
	void everyDoorOpensForThoseWhomItConcerns(String path, String readers) {
		String address = "/api/v1/" + named(path);
		List<String> concerned = (readers != null) ? List.of(readers.split(" ", -1)) : List.of();
		FULL.forEach(
				(person) -> assertThat(this.world.as(person).get(address, "*/*").status()).as(person).isEqualTo(200));
		for (String person : OTHERS) {
			Api.Answer answer = this.world.as(person).get(address, "*/*");
			assertThat(answer.status()).as(person + answer.body()).isEqualTo(concerned.contains(person) ? 200 : 404);
		}
		this.clerk.forEach((same, clerk) -> assertThat(clerk.get(address, "*/*").status()).as("clerk as " + same)
			.isEqualTo(concerned.contains(same) ? 200 : 404));
	}

	@ParameterizedTest
	@CsvSource({ "lots/PACKS-10,PACKS-10,PACKS-99", "lots/PACKS-10/trace,PACKS-10,PACKS-99",
			"lots/PACKS-10/forward,PACKS-10,PACKS-99", "plots/P1/forward,P1,P99", "runs/RUN-10,RUN-10,RUN-99",
			"runs/RUN-10/sheet.pdf,RUN-10,RUN-99", "events/@processed,@processed,0198a7c4-0000-7000-8000-000000000000",
			"events/@processed/forward,@processed,0198a7c4-0000-7000-8000-000000000000" })
	void whatIsHiddenAnswersLikeWhatIsNotThere(String path, String hidden, String absent) {
		Api stranger = this.world.as("farmer2");
		String there = named(path);
		String id = named(hidden);
		Api.Answer answer = stranger.get("/api/v1/" + there, "*/*");
		assertThat(Problem.of(answer).keys()).containsExactly("not-found");
		assertThat(answer.body().replace(id, absent))
			.isEqualTo(stranger.get("/api/v1/" + there.replace(id, absent), "*/*").body().replace(id, absent));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/lots/PACKS-10", "/lots/PACKS-10/labels", "/lots/PACKS-10/cartons", "/runs/RUN-10" })
	void pagesOpenForTheSame(String path) {
		for (String person : List.of("worker", "authority", "expert")) {
			assertThat(this.world.as(person).get(path, "text/html").status()).as(person).isEqualTo(200);
		}
		for (String person : List.of("farmer", "farmer2", "chemist")) {
			Api.Answer answer = this.world.as(person).get(path, "text/html");
			assertThat(answer.status()).as(person).isEqualTo(404);
			assertThat(answer.body()).doesNotContain("加工厂（演示）");
		}
	}

	@Test
	void theTracePageFindsWhatItsReaderMayRead() {
		assertThat(this.world.as("worker").get("/trace?lot=PACKS-10", "text/html").body()).contains("清河基地");
		assertThat(this.world.as("farmer2").get("/trace?lot=PACKS-10", "text/html").body()).doesNotContain("清河基地")
			.contains("PACKS-10");
	}

	@Test
	void whatOthersMadeIsCountedAndNoMore() {
		Api.Answer whole = this.world.as("authority").get("/api/v1/lots/FRESH-10/forward");
		assertThat(whole.json().get("lots").valueStream().map((lot) -> lot.get("lot").asString())).hasSize(7)
			.contains("PACKS-10");
		assertThat(whole.json().get("elsewhere")).isEmpty();
		Api.Answer own = this.world.as("farmer").get("/api/v1/lots/FRESH-10/forward");
		assertThat(own.json().get("lots").valueStream().map((lot) -> lot.get("lot").asString()))
			.containsExactly("FRESH-10", "ROAD-10");
		assertThat(own.json()
			.get("elsewhere")
			.valueStream()
			.map((made) -> made.get("kind").asString() + " " + made.get("product").asString() + " "
					+ made.get("lots").asInt()))
			.containsExactlyInAnyOrder("FRESH FRESH 1", "PROCESSED RED 3", "PACKED RED 1");
		assertThat(own.body()).doesNotContain("PACKS-10", "RUN-10", "RED-10");
		assertThat(this.world.as("farmer").get("/lots/FRESH-10", "text/html").body()).contains("ROAD-10")
			.doesNotContain("PACKS-10", "RED-10");
	}

	@Test
	void aPartysLogIsTheLogWithoutWhatDoesNotConcernIt() {
		List<String> all = log("admin");
		assertThat(log("authority")).isEqualTo(all);
		assertThat(log("expert")).isEqualTo(all);
		for (String person : OTHERS) {
			List<String> readable = all.stream()
				.filter((id) -> this.world.as(person).get("/api/v1/events/" + id).status() == 200)
				.toList();
			assertThat(readable).as(person).isNotEmpty().hasSizeLessThan(all.size());
			assertThat(log(person)).as(person).isEqualTo(readable);
		}
	}

	private List<String> log(String person) {
		List<String> ids = new ArrayList<>();
		String after = "";
		while (true) {
			JsonNode page = this.world.as(person).get("/api/v1/events?limit=7" + after).json();
			page.get("events").valueStream().map((entry) -> entry.at("/event/id").asString()).forEach(ids::add);
			if (!page.get("more").asBoolean()) {
				return ids;
			}
			after = "&after=" + page.get("next").asString();
		}
	}

	/** {@code @shipped} is the id of the chain's event of that kind. */
	private String named(String path) {
		for (Map.Entry<String, ObjectNode> event : this.chain.entrySet()) {
			path = path.replaceAll("@" + event.getKey() + "(?![a-zA-Z])", event.getValue().get("id").asString());
		}
		return path;
	}

}
