package org.shenyuan.account;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.shenyuan.Api;
import org.shenyuan.BackendTest;
import org.shenyuan.Fingerprint;
import org.shenyuan.OneOfEach;
import org.shenyuan.Visitor;
import org.shenyuan.World;
import org.shenyuan.events.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** A grower who keeps the books of a works besides. */
@BackendTest
@Import(World.class)
class MembershipIT {

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	private Visitor admin;

	@BeforeEach
	void settle() {
		this.world.settle();
		this.admin = visitor(Map.of()).login("admin");
	}

	@Test
	void anotherPartyIsOfferedAcceptedAndActedForOneAtATime() {
		Visitor farmer = visitor(Map.of()).login("farmer");
		assertThat(
				post(this.admin, "/people", Map.of("name", "farmer", "party", "WORKS", "roles", "LABORATORY")).body())
			.contains("not registered as");
		assertThat(post(this.admin, "/people", Map.of("name", "farmer", "party", "FARM", "roles", "GROWER")).body())
			.contains("belongs to this party already");
		assertThat(post(this.admin, "/people", Map.of("name", "farmer", "party", "", "roles", "ADMINISTRATOR")).body())
			.contains("The name farmer is taken");
		done(this.admin, "/people", Map.of("name", "farmer", "party", "WORKS", "roles", "PROCESSOR"));
		assertThat(this.admin.get("/people/farmer").body()).contains("offered, not accepted yet", "加工厂（演示）")
			.doesNotContain("key=");
		assertThat(post(farmer, "/account/party", Map.of("party", "WORKS")).statusCode()).as("not yet").isEqualTo(422);
		assertThat(farmer.get("/account").body()).contains("Another party for you").doesNotContain("class=\"parties\"");

		String old = csrf(farmer);
		done(farmer, "/account/offers/accept", Map.of("party", "WORKS"));
		assertThat(farmer.get("/stock").body()).contains("class=\"parties\"", pressed("加工厂（演示）"));
		assertThat(farmer.get("/lots/STAND-1").statusCode()).isEqualTo(404);
		assertThat(farmer.get("/account").body()).contains("processor").doesNotContain("Another party for you");
		Fingerprint before = Fingerprint.of(this.driver);
		assertThat(farmer.send("/field/work", Map.of("_csrf", old, "stand", "STAND-1")).statusCode())
			.as("a page that was opened for the other party")
			.isEqualTo(403);
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);

		done(farmer, "/account/party", Map.of("party", "FARM"));
		assertThat(farmer.get("/stock").body()).contains(pressed("参场（演示）"));
		assertThat(farmer.get("/lots/STAND-1").statusCode()).isEqualTo(200);
		assertThat(post(farmer, "/account/party", Map.of("party", "LAB")).statusCode()).isEqualTo(422);

		// The device knows it after a log-out as well; another person's choice is nothing
		// to it.
		done(farmer, "/account/party", Map.of("party", "WORKS"));
		done(farmer, "/logout", Map.of());
		assertThat(farmer.login("worker").get("/stock").body()).doesNotContain("class=\"parties\"");
		done(farmer, "/logout", Map.of());
		assertThat(farmer.login("farmer").get("/stock").body()).contains(pressed("加工厂（演示）"));
		assertThat(visitor(Map.of()).login("farmer").get("/stock").body()).contains(pressed("参场（演示）"));
	}

	@Test
	void anOfferIsTakenBackOrDeclined() {
		Visitor farmer = visitor(Map.of()).login("farmer");
		Map<String, String> works = Map.of("party", "WORKS");
		done(this.admin, "/people", Map.of("name", "farmer", "party", "WORKS", "roles", "PROCESSOR"));
		done(this.admin, "/people/farmer/parties/end", works);
		assertThat(post(farmer, "/account/offers/accept", works).statusCode()).isEqualTo(422);
		done(this.admin, "/people", Map.of("name", "farmer", "party", "WORKS", "roles", "PROCESSOR"));
		assertThat(post(visitor(Map.of()).login("worker"), "/account/offers/accept", works).statusCode())
			.as("another's")
			.isEqualTo(422);
		done(farmer, "/account/offers/decline", works);
		assertThat(post(farmer, "/account/offers/accept", works).statusCode()).isEqualTo(422);
		assertThat(post(this.admin, "/people/farmer/parties/end", works).statusCode()).isEqualTo(422);
	}

	@Test
	void aTokenActsForOnePartyAndNoOther() {
		this.world.open("farmer", "WORKS", Role.PROCESSOR);
		Api none = Api.nobody(this.world.address());
		assertThat(none.get("/api/v1/session").status()).isEqualTo(401);
		assertThat(tokenWithout("farmer")).contains("422", "account.several", "FARM", "WORKS");
		Api farm = Api.as(this.world.address(), "farmer", World.PASSWORD, "FARM");
		Api works = Api.as(this.world.address(), "farmer", World.PASSWORD, "WORKS");
		assertThat(farm.get("/api/v1/lots/STAND-1").status()).isEqualTo(200);
		assertThat(works.get("/api/v1/lots/STAND-1").status()).isEqualTo(404);
		String sown = String.valueOf(new OneOfEach(10).bodies().get("sown"));
		assertThat(works.record("sown", sown).status()).isEqualTo(422);
		assertThat(Api.as(this.world.address(), "worker", World.PASSWORD).get("/api/v1/lots").status())
			.as("whoever has one party says no more than before")
			.isEqualTo(200);
	}

	@Test
	void whatEndsEndsAtOnceAndNothingElseDoes() {
		this.world.open("farmer", "WORKS", Role.PROCESSOR);
		Visitor office = visitor(Map.of()).login("farmer");
		Visitor phone = visitor(Map.of());
		phone.send("/login", Visitor.fields(phone.get("/login").body(),
				Map.of("username", "farmer", "password", World.PASSWORD, "remember-me", "on")));
		done(phone, "/account/party", Map.of("party", "WORKS"));
		Api farm = Api.as(this.world.address(), "farmer", World.PASSWORD, "FARM");
		Api works = Api.as(this.world.address(), "farmer", World.PASSWORD, "WORKS");
		assertThat(works.get("/api/v1/lots").status()).isEqualTo(200);

		done(this.admin, "/people/farmer/roles", Map.of("party", "WORKS", "roles", "TRADER"));
		assertThat(phone.get("/account").body()).contains("trader").doesNotContain("grower ·");
		done(this.admin, "/people/farmer/parties/end", Map.of("party", "WORKS"));
		assertThat(phone.get("/account").headers().firstValue("Location").orElse("")).endsWith("/login");
		assertThat(works.get("/api/v1/lots").status()).isEqualTo(401);
		assertThat(farm.get("/api/v1/lots").status()).isEqualTo(200);
		assertThat(office.get("/account").statusCode()).isEqualTo(200);
		assertThat(visitor(Map.of()).login("farmer").get("/stock").body()).doesNotContain("class=\"parties\"");
	}

	@Test
	void anEntryGoesOutForThePartyItWasWrittenFor() {
		this.world.open("farmer", "WORKS", Role.PROCESSOR);
		Visitor phone = visitor(Map.of("Acting-For", "FARM", "Accept", "application/json")).login("farmer");
		done(phone, "/account/party", Map.of("party", "WORKS"));
		assertThat(entry(phone).statusCode()).isEqualTo(200);
		assertThat(this.driver.executableQuery("""
				MATCH (e:Event {kind: 'fieldWorked'})-[:BY]->(p) RETURN p.id AS party
				""").execute().records()).singleElement().matches((row) -> row.get("party").asString().equals("FARM"));

		Visitor unsaid = visitor(Map.of("Acting-For", "", "Accept", "application/json")).login("farmer");
		Fingerprint before = Fingerprint.of(this.driver);
		assertThat(entry(unsaid).body()).contains("account.several");
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);

		done(this.admin, "/people/farmer/parties/end", Map.of("party", "FARM"));
		Fingerprint ended = Fingerprint.of(this.driver);
		HttpResponse<String> refused = entry(phone);
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("account.party", "does not belong to the party FARM");
		assertThat(Fingerprint.of(this.driver)).isEqualTo(ended);
	}

	private static HttpResponse<String> entry(Visitor phone) {
		return post(phone, "/api/v1/field/work", Map.of("id", UUID.randomUUID().toString(), "at", "2020-06-01T08:00",
				"stand", "STAND-1", "work", "WEED"));
	}

	private String tokenWithout(String name) {
		try {
			return Api.tokenOf(this.world.address(), name, World.PASSWORD);
		}
		catch (IllegalStateException ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	private static String pressed(String party) {
		return "aria-pressed=\"true\">" + party + "<";
	}

	private Visitor visitor(Map<String, String> headers) {
		Map<String, String> all = new HashMap<>(headers);
		all.put("X-Forwarded-For", "203.0.113.10");
		return new Visitor(this.world.address(), all);
	}

	private static String csrf(Visitor visitor) {
		return Visitor.fields(visitor.get("/account").body(), Map.of()).getOrDefault("_csrf", "");
	}

	private static HttpResponse<String> post(Visitor visitor, String path, Map<String, String> filled) {
		Map<String, String> form = new HashMap<>(filled);
		form.put("_csrf", csrf(visitor));
		return visitor.send(path, form);
	}

	private static void done(Visitor visitor, String path, Map<String, String> filled) {
		HttpResponse<String> answer = post(visitor, path, filled);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
	}

}
