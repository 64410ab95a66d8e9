package org.shenyuan.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.shenyuan.Api;
import org.shenyuan.BackendTest;
import org.shenyuan.Visitor;
import org.shenyuan.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** What is done with accounts is written down, and nothing secret with it. */
@BackendTest
@Import(World.class)
class AccountAuditIT {

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	private Visitor admin;

	@BeforeEach
	void settle() {
		this.world.settle();
		this.admin = visitor().login("admin");
	}

	@Test
	void aLineForEverythingThatIsDoneWithAnAccount() {
		Visitor farmer = visitor().login("farmer");
		Visitor guesser = visitor();
		for (String name : List.of("farmer", "my secret password")) {
			guesser.send("/login",
					Visitor.fields(guesser.get("/login").body(), Map.of("username", name, "password", "wrong secret")));
		}
		post(this.admin, "/people", Map.of("name", "li.na", "party", "FARM2", "roles", "GROWER"));
		post(this.admin, "/people", Map.of("name", "farmer", "party", "WORKS", "roles", "PROCESSOR"));
		post(farmer, "/account/offers/accept", Map.of("party", "WORKS"));
		String token = Api.tokenOf(this.world.address(), "farmer", World.PASSWORD, "WORKS");
		post(this.admin, "/people/farmer/roles", Map.of("party", "WORKS", "roles", "TRADER"));
		post(this.admin, "/people/farmer/parties/end", Map.of("party", "WORKS"));
		post(this.admin, "/people/farmer/administrator", Map.of("administers", "true"));
		post(this.admin, "/people/worker/close", Map.of());
		Visitor again = visitor().login("farmer");
		post(again, "/account/log-ins/end-others", Map.of());
		post(again, "/account/password",
				Map.of("old", World.PASSWORD, "password", "four words and more", "again", "four words and more"));

		assertThat(deeds()).containsExactly("TOKEN admin admin", "LOG_IN admin admin", "LOG_IN farmer farmer",
				"LOG_IN_REFUSED farmer ", "LOG_IN_REFUSED  ", "INVITED li.na admin", "OFFERED farmer admin",
				"ACCEPTED farmer farmer", "TOKEN farmer farmer", "ROLES farmer admin", "MEMBERSHIP_ENDED farmer admin",
				"ADMINISTRATOR farmer admin", "CLOSED worker admin", "LOG_IN farmer farmer", "PASSWORD farmer farmer");
		String page = this.admin.get("/audit/accounts").body();
		assertThat(page).contains("Log-in refused", "no such account", "加工厂（演示）", "Membership ended");
		assertThat(this.admin.get("/audit/accounts?person=worker").body()).contains("Account closed")
			.doesNotContain("<b>li.na</b>");
		assertThat(this.admin.get("/audit/accounts?deed=ROLES").body()).contains("trader")
			.doesNotContain("<b>li.na</b>");
		String table = this.world.as("admin").get("/audit/accounts.csv", "text/csv").body();
		assertThat(table.lines()).hasSize(16);
		String all = this.driver.executableQuery("MATCH (d:Deed) RETURN collect(properties(d)) AS all")
			.execute()
			.records()
			.getFirst()
			.toString();
		assertThat(all + page + table).doesNotContain("secret", World.PASSWORD, token, "four words", "203.0.113");
	}

	@Test
	void whoWasAtWorkWhenIsForAdministratorsAlone() {
		assertThat(visitor().login("authority").get("/audit").body()).doesNotContain("/audit/accounts");
		assertThat(visitor().login("authority").get("/audit/accounts").statusCode()).isEqualTo(403);
		assertThat(this.admin.get("/audit").body()).contains("/audit/accounts");
	}

	private List<String> deeds() {
		return this.driver.executableQuery("""
				MATCH (d:Deed)
				WHERE d.at > datetime('2000-01-01')
				RETURN d.deed + ' ' + d.name + ' ' + d.by AS line
				ORDER BY d.at
				""").execute().records().stream().map((row) -> row.get("line").asString()).toList();
	}

	private Visitor visitor() {
		return new Visitor(this.world.address(), Map.of("X-Forwarded-For", "203.0.113.13"));
	}

	private static void post(Visitor visitor, String path, Map<String, String> filled) {
		Map<String, String> form = new HashMap<>(filled);
		form.put("_csrf", Visitor.fields(visitor.get("/account").body(), Map.of()).getOrDefault("_csrf", ""));
		assertThat(visitor.send(path, form).statusCode()).as(path).isEqualTo(302);
	}

}
