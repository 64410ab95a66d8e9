package org.shenyuan.account;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.shenyuan.Api;
import org.shenyuan.BackendTest;
import org.shenyuan.Fingerprint;
import org.shenyuan.Race;
import org.shenyuan.Visitor;
import org.shenyuan.World;
import org.shenyuan.events.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** An account from its invitation to its end. */
@BackendTest
@Import(World.class)
class PeopleIT {

	private static final String PASSWORD = "two words and more";

	private static final String OTHER = "参农 and four words";

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
	void anAccountLivesFromItsInvitationToItsEnd() {
		String link = invite("li.na", "FARM", "GROWER");
		assertThat(this.admin.get("/people").body()).contains("li.na", "invited until");
		assertThat(this.admin.get("/people/li.na").body()).doesNotContain("key=");
		assertThat(entered(visitor(), "li.na", "")).isFalse();
		join(link, PASSWORD);
		Visitor phone = remembered("li.na", PASSWORD);
		assertThat(phone.get("/account").body()).contains("li.na", "参场（演示）", "grower").doesNotContain("processor");
		assertThat(phone.get("/people").statusCode()).isEqualTo(403);
		Api program = Api.as(this.world.address(), "li.na", PASSWORD);
		assertThat(program.get("/api/v1/lots").status()).isEqualTo(200);

		// Other roles hold from the next page on; whoever is remembered stays.
		assertThat(
				send(this.admin, "/people/li.na", "/roles", Map.of("party", "FARM", "roles", "PROCESSOR")).statusCode())
			.isEqualTo(302);
		assertThat(phone.get("/account").body()).contains("processor").doesNotContain("grower");

		// A lost password ends everything that stood on it.
		link = renew("li.na");
		assertThat(bounced(phone)).isTrue();
		assertThat(program.get("/api/v1/lots").status()).isEqualTo(401);
		assertThat(entered(visitor(), "li.na", PASSWORD)).isFalse();
		join(link, OTHER);
		assertThat(entered(visitor(), "li.na", PASSWORD)).isFalse();
		phone = remembered("li.na", OTHER);
		program = Api.as(this.world.address(), "li.na", OTHER);

		assertThat(send(this.admin, "/people/li.na", "/close", Map.of()).statusCode()).isEqualTo(302);
		assertThat(this.admin.get("/people").body()).contains("closed");
		assertThat(bounced(phone)).isTrue();
		assertThat(program.get("/api/v1/lots").status()).isEqualTo(401);
		assertThat(entered(visitor(), "li.na", OTHER)).isFalse();
		// The name is not given to another.
		assertThat(refused("li.na", "FARM2", "GROWER")).contains("The name li.na is taken");
		join(renew("li.na"), PASSWORD);
		assertThat(entered(visitor(), "li.na", PASSWORD)).isTrue();
	}

	@Test
	void aLinkWorksOnceForItsOwnerUntilItEnds() {
		String first = invite("one", "FARM", "GROWER");
		String second = invite("two", "FARM", "GROWER");
		assertThat(visitor().get(first).body()).contains("Your name is one.");
		Fingerprint before = Fingerprint.of(this.driver);
		assertThat(choose(first, "eleven char", "eleven char")).contains("at least 12 characters, this one has 11",
				"password-error");
		assertThat(choose(first, "参".repeat(25), "参".repeat(25))).contains("at most 72 bytes, this one has 75");
		assertThat(choose(first, PASSWORD, PASSWORD + "!")).contains("not the same as above", "again-error");
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
		Visitor open = visitor();
		Map<String, String> form = Visitor.fields(open.get(first).body(),
				Map.of("password", PASSWORD, "again", PASSWORD, "name", "two", "username", "two"));
		assertThat(visitor().send("/join", form).statusCode()).as("without a session").isEqualTo(403);
		assertThat(open.send("/join", form).statusCode()).isEqualTo(302);
		assertThat(entered(visitor(), "two", PASSWORD)).isFalse();
		assertThat(entered(visitor(), "one", PASSWORD)).isTrue();

		// Used, replaced, ended, invented.
		assertThat(open.send("/join", form).body()).contains("This link was used");
		assertThat(visitor().get(first).body()).contains("This link was used");
		String third = renew("two");
		assertThat(visitor().get(second).body()).contains("This link was used");
		assertThat(visitor().get(third).statusCode()).isEqualTo(200);
		this.driver.executableQuery("MATCH (a:Account {name: 'two'}) SET a.invitedUntil = datetime('2020-01-01')")
			.execute();
		assertThat(visitor().get(third).statusCode()).isEqualTo(422);
		assertThat(this.admin.get("/people/two").body()).contains("link ended");
		assertThat(visitor().get("/join?key=").statusCode()).isEqualTo(422);
		assertThat(visitor().get("/join").statusCode()).isEqualTo(422);
		join(renew("two"), "参".repeat(24));
		assertThat(this.driver.executableQuery("MATCH (a:Account) WHERE a.name > '' RETURN a").execute().records())
			.noneMatch((row) -> row.toString().contains(key(first)) || row.toString().contains(PASSWORD));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "Li", "1a", "a-", "a b", "аdmin", "李娜", "<b>x</b>", "a/b", "a\u202eb", "__${7*7}__",
			"aaaaaaaaaabbbbbbbbbbccccccccccddd" })
	void aNameThatReadsLikeAnotherOrNoneIsRefused(String name) {
		Fingerprint before = Fingerprint.of(this.driver);
		assertThat(refused(name, "FARM", "GROWER")).contains("name-error", "cannot be a name").doesNotContain("<b>x");
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ab", "li-na.1_x", "aaaaaaaaaabbbbbbbbbbccccccccccdd" })
	void anyOtherNameIsAName(String name) {
		assertThat(invite(name, "FARM", "GROWER")).startsWith("/join?key=");
	}

	@ParameterizedTest
	@CsvSource({ "FARM,LABORATORY,not registered as laboratory", "'',GROWER,a party is needed",
			"FARM,'',Tick at least one role", "NONE,GROWER,No party NONE", "P1,GROWER,No party P1",
			"FARM,KING,cannot be read" })
	void nobodySpeaksForAPartyAsWhatItIsNot(String party, String roles, String sentence) {
		Fingerprint before = Fingerprint.of(this.driver);
		assertThat(refused("somebody", party, roles)).containsIgnoringCase(sentence);
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
		invite("somebody", "FARM", "GROWER,PROCESSOR");
		invite("helper", "", "ADMINISTRATOR");
	}

	@Test
	void thereIsAlwaysAnAdministrator() throws Exception {
		for (String step : new String[] { "/roles", "/parties/end", "/administrator", "/link", "/close" }) {
			Fingerprint before = Fingerprint.of(this.driver);
			HttpResponse<String> answer = send(this.admin, "/people/admin", step,
					Map.of("party", "FARM", "roles", "GROWER"));
			assertThat(answer.statusCode()).as(step).isEqualTo(422);
			assertThat(answer.body()).contains("there always is an administrator");
			assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
		}
		this.world.open("second", "", Role.ADMINISTRATOR);
		Visitor second = visitor().login("second");
		String own = csrf(this.admin, "/people/second");
		String others = csrf(second, "/people/admin");
		Race.of(2, (i) -> (i == 0) ? this.admin.send("/people/second/close", Map.of("_csrf", own))
				: second.send("/people/admin/close", Map.of("_csrf", others)));
		assertThat(this.driver.executableQuery("""
				MATCH (a:Account) WHERE 'ADMINISTRATOR' IN a.roles AND a.closed IS NULL RETURN a.name
				""").execute().records()).hasSize(1);
	}

	@Test
	void peopleAreForAdministratorsAlone() {
		for (String person : new String[] { "farmer", "authority", "expert" }) {
			Visitor other = visitor().login(person);
			assertThat(other.get("/people").statusCode()).as(person).isEqualTo(403);
			assertThat(other.get("/people/admin").statusCode()).as(person).isEqualTo(403);
			Map<String, String> form = Map.of("_csrf", csrf(other, "/account"), "name", "mine", "roles",
					"ADMINISTRATOR");
			Fingerprint before = Fingerprint.of(this.driver);
			for (String path : new String[] { "/people", "/people/admin/close", "/people/admin/link",
					"/people/farmer/roles", "/people/farmer/parties/end", "/people/farmer/administrator" }) {
				assertThat(other.send(path, form).statusCode()).as(person + path).isEqualTo(403);
			}
			assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
		}
		assertThat(this.admin.send("/people", Map.of("name", "mine", "roles", "ADMINISTRATOR")).statusCode())
			.as("without its session's mark")
			.isEqualTo(403);
		assertThat(this.admin.get("/people/nobody").statusCode()).isEqualTo(404);
		assertThat(this.admin.send("/people/nobody/close", Map.of("_csrf", csrf(this.admin, "/people"))).statusCode())
			.isEqualTo(404);
	}

	@Test
	void everybodyChangesTheirPasswordAndKeepsTheirTokens() {
		Visitor farmer = visitor().login("farmer");
		Visitor elsewhere = visitor().login("farmer");
		assertThat(send(farmer, "/account", "/tokens", Map.of("proof", "wrong")).body()).contains("proof-error");
		assertThat(send(farmer, "/account", "/tokens", Map.of("proof", World.PASSWORD)).statusCode()).isEqualTo(302);
		String page = farmer.get("/account").body();
		String token = found(page, "id=\"token\">([^<]+)<");
		String number = found(page, "name=\"token\" value=\"([0-9a-f]{12})\"");
		assertThat(farmer.get("/account").body()).contains(number).doesNotContain(token);
		assertThat(status(token)).isEqualTo(200);
		// Another cannot revoke it, the owner can.
		send(visitor().login("worker"), "/account", "/tokens/revoke", Map.of("token", number));
		assertThat(status(token)).isEqualTo(200);
		send(farmer, "/account", "/tokens/revoke", Map.of("token", number));
		assertThat(status(token)).isEqualTo(401);

		Api program = this.world.as("farmer");
		for (Map<String, String> wrong : List.of(Map.of("old", "no", "password", PASSWORD, "again", PASSWORD),
				Map.of("old", World.PASSWORD, "password", "short", "again", "short"),
				Map.of("old", World.PASSWORD, "password", PASSWORD, "again", ""))) {
			Fingerprint before = Fingerprint.of(this.driver);
			assertThat(send(farmer, "/account", "/password", wrong).statusCode()).isEqualTo(422);
			assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
		}
		assertThat(program.get("/api/v1/lots").status()).isEqualTo(200);
		Map<String, String> change = Map.of("old", World.PASSWORD, "password", PASSWORD, "again", PASSWORD);
		assertThat(send(farmer, "/account", "/password", change).statusCode()).isEqualTo(302);
		assertThat(bounced(farmer)).isTrue();
		assertThat(bounced(elsewhere)).isTrue();
		assertThat(program.get("/api/v1/lots").status()).isEqualTo(401);
		assertThat(entered(visitor(), "farmer", World.PASSWORD)).isFalse();
		assertThat(entered(visitor(), "farmer", PASSWORD)).isTrue();
	}

	@Test
	void whoeverGuessesPasswordsIsToldToWait() {
		Visitor guesser = from("203.0.113.77");
		for (int i = 0; i < 30; i++) {
			assertThat(entered(guesser, "farmer", "guess " + i)).isFalse();
		}
		HttpResponse<String> told = login(guesser, "/login", "farmer", World.PASSWORD, Map.of());
		assertThat(told.statusCode()).isEqualTo(429);
		assertThat(told.body()).contains("Wait a few minutes");
		assertThat(told.headers().firstValue("Retry-After")).isPresent();
		assertThat(login(guesser, "/%6cogin", "farmer", World.PASSWORD, Map.of()).statusCode()).isEqualTo(429);
		assertThat(guesser.get("/bases").statusCode()).isEqualTo(200);
		// Who knows the password is not counted, and nobody waits for another's guesses.
		for (int i = 0; i < 40; i++) {
			assertThat(entered(from("203.0.113.78"), "farmer", World.PASSWORD)).isTrue();
		}
	}

	/** From an address whose wrong passwords no other test counts. */
	private Visitor visitor() {
		return from("203.0.113.9");
	}

	private Visitor from(String address) {
		return new Visitor(this.world.address(), Map.of("X-Forwarded-For", address));
	}

	private int status(String token) {
		return new Visitor(this.world.address(), Map.of("Authorization", "Bearer " + token)).get("/stock").statusCode();
	}

	private static HttpResponse<String> login(Visitor visitor, String path, String name, String password,
			Map<String, String> more) {
		Map<String, String> form = Visitor.fields(visitor.get("/login").body(),
				Map.of("username", name, "password", password));
		form.putAll(more);
		return visitor.send(path, form);
	}

	private static boolean entered(Visitor visitor, String name, String password) {
		HttpResponse<String> answer = login(visitor, "/login", name, password, Map.of());
		assertThat(answer.statusCode()).isEqualTo(302);
		return !answer.headers().firstValue("Location").orElseThrow().endsWith("?error");
	}

	private Visitor remembered(String name, String password) {
		Visitor visitor = visitor();
		login(visitor, "/login", name, password, Map.of("remember-me", "on"));
		return visitor;
	}

	/** Whether the log-in of a visitor has ended. */
	private static boolean bounced(Visitor visitor) {
		HttpResponse<String> answer = visitor.get("/account");
		return answer.statusCode() == 302 && answer.headers().firstValue("Location").orElseThrow().endsWith("/login");
	}

	private static String csrf(Visitor visitor, String page) {
		return Visitor.fields(visitor.get(page).body(), Map.of()).getOrDefault("_csrf", "");
	}

	private static HttpResponse<String> send(Visitor visitor, String page, String step, Map<String, String> filled) {
		Map<String, String> form = new HashMap<>(filled);
		form.put("_csrf", csrf(visitor, page));
		return visitor.send(page + step, form);
	}

	private HttpResponse<String> invitation(String name, String party, String roles) {
		return send(this.admin, "/people", "", Map.of("name", name, "party", party, "roles", roles));
	}

	private String refused(String name, String party, String roles) {
		HttpResponse<String> answer = invitation(name, party, roles);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
		return answer.body();
	}

	private String invite(String name, String party, String roles) {
		HttpResponse<String> answer = invitation(name, party, roles);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		return link(name);
	}

	private String renew(String name) {
		assertThat(send(this.admin, "/people/" + name, "/link", Map.of()).statusCode()).isEqualTo(302);
		return link(name);
	}

	private String link(String name) {
		return "/join?key=" + found(this.admin.get("/people/" + name).body(), "/join\\?key=([\\w-]{43})<");
	}

	private static String key(String link) {
		return link.substring(link.indexOf('=') + 1);
	}

	private String choose(String link, String password, String again) {
		Visitor visitor = visitor();
		HttpResponse<String> answer = visitor.send("/join",
				Visitor.fields(visitor.get(link).body(), Map.of("password", password, "again", again)));
		assertThat(answer.statusCode()).isEqualTo(422);
		return answer.body();
	}

	private void join(String link, String password) {
		Visitor visitor = visitor();
		assertThat(visitor
			.send("/join", Visitor.fields(visitor.get(link).body(), Map.of("password", password, "again", password)))
			.statusCode()).isEqualTo(302);
	}

	private static String found(String page, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(page);
		assertThat(matcher.find()).as(pattern + page).isTrue();
		return matcher.group(1);
	}

}
