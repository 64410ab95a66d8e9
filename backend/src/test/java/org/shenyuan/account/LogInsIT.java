package org.shenyuan.account;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.neo4j.driver.Driver;
import org.shenyuan.BackendTest;
import org.shenyuan.Fingerprint;
import org.shenyuan.Shenyuan;
import org.shenyuan.Visitor;
import org.shenyuan.World;
import org.shenyuan.graph.DiskFull;
import org.shenyuan.graph.NoRoom;
import org.shenyuan.schema.EmbeddedGraph;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Two backends on one graph, of which the second knows an OpenID provider: who comes in
 * there, and what somebody sees and ends of what they have open.
 */
@BackendTest
@Import(World.class)
@TestInstance(Lifecycle.PER_CLASS)
class LogInsIT {

	private static final String PHONE = "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) "
			+ "Chrome/140.0.0.0 Mobile Safari/537.36";

	private static final String DESK = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	@Autowired
	private EmbeddedGraph graph;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Deeds deeds;

	@Autowired
	private LogIns logIns;

	private final HttpClient http = HttpClient.newHttpClient();

	private OpenIdProvider office;

	private ConfigurableApplicationContext second;

	private String secondAddress = "";

	@BeforeAll
	void join() throws IOException {
		this.office = new OpenIdProvider();
		String client = "--spring.security.oauth2.client.";
		this.second = new SpringApplicationBuilder(Shenyuan.class).run("--server.port=0",
				"--shenyuan.data=target/it-data/second", "--spring.neo4j.uri=" + this.graph.uri(),
				"--spring.neo4j.authentication.username=" + this.graph.user(),
				"--spring.neo4j.authentication.password=" + this.graph.password(),
				client + "provider.office.issuer-uri=" + this.office.issuer(),
				client + "registration.office.client-id=" + OpenIdProvider.CLIENT,
				client + "registration.office.client-secret=secret", client + "registration.office.scope=openid",
				client + "registration.office.client-name=通化政务");
		this.secondAddress = "http://localhost:" + this.second.getEnvironment().getProperty("local.server.port");
	}

	@AfterAll
	void leave() {
		this.second.close();
		this.office.close();
	}

	@BeforeEach
	void settle() {
		this.world.settle();
		this.office.isItself(true);
	}

	@Test
	void whoeverProvesElsewhereWhoTheyAreComesInOnlyWhenInvited() throws Exception {
		this.office.says("sub-1");
		Fingerprint before = Fingerprint.of(this.driver);
		assertThat(proved(visitor(this.secondAddress, DESK), "/oauth2/authorization/office"))
			.endsWith("/login?unknown");
		assertThat(Fingerprint.of(this.driver)).as("nobody is made").isEqualTo(before);

		Visitor li = visitor(this.secondAddress, DESK);
		String key = invite("li.na");
		assertThat(li.get("/join?key=" + key).body()).contains("通化政务", "/join/with/office?key=" + key);
		assertThat(proved(li, "/join/with/office?key=" + key)).endsWith("/stock");
		assertThat(li.get("/account").body()).contains("li.na", "no password of yours is kept here")
			.doesNotContain("name=\"old\"", "name=\"proof\"");
		assertThat(li.get("/join?key=" + key).statusCode()).as("used up").isEqualTo(422);
		assertThat(login(visitor(this.world.address(), DESK), "li.na", "", Map.of())).endsWith("?error");

		Visitor again = visitor(this.secondAddress, PHONE);
		assertThat(proved(again, "/oauth2/authorization/office")).endsWith("/stock");
		this.office.says("sub-2");
		assertThat(proved(visitor(this.secondAddress, DESK), "/oauth2/authorization/office"))
			.endsWith("/login?unknown");
		this.office.says("sub-1");
		this.office.isItself(false);
		assertThat(proved(visitor(this.secondAddress, DESK), "/oauth2/authorization/office"))
			.endsWith("/login?unknown");
		this.office.isItself(true);
		assertThat(proved(visitor(this.secondAddress, DESK), "/join/with/office?key=" + invite("li.er")))
			.as("one account each")
			.endsWith("/login?unknown");

		send(admin(), "/people/li.na", "/close", Map.of());
		assertThat(bounced(li)).isTrue();
		assertThat(proved(visitor(this.secondAddress, DESK), "/oauth2/authorization/office"))
			.endsWith("/login?unknown");
	}

	@Test
	void whereNothingIsConfiguredNobodyIsSentElsewhere() {
		Visitor visitor = visitor(this.world.address(), DESK);
		assertThat(visitor.get("/login").body()).doesNotContain("/oauth2/");
		assertThat(visitor.get("/join/with/office").statusCode()).isEqualTo(404);
		assertThat(visitor(this.secondAddress, DESK).get("/login").body())
			.contains("href=\"/oauth2/authorization/office\"", "Log in with 通化政务");
	}

	@Test
	void everyLogInIsSeenAndEndedFromAnyOther() {
		Visitor desk = visitor(this.world.address(), DESK);
		login(desk, "farmer", World.PASSWORD, Map.of());
		Visitor phone = visitor(this.secondAddress, PHONE);
		login(phone, "farmer", World.PASSWORD, Map.of("remember-me", "on"));
		Visitor stranger = visitor(this.world.address(), DESK);
		login(stranger, "worker", World.PASSWORD, Map.of());

		String page = desk.get("/account").body();
		assertThat(page).contains("Firefox · Windows", "this one", "Chrome · Android", "stays logged in");
		assertThat(phone.get("/account").body()).contains("Firefox · Windows", "Chrome · Android");
		assertThat(stranger.get("/account").body()).doesNotContain("Chrome · Android");
		String number = found(page, "name=\"logIn\" value=\"(\\w{12})\"");
		send(stranger, "/account", "/log-ins/end", Map.of("logIn", number));
		assertThat(bounced(phone)).as("by somebody else").isFalse();
		send(desk, "/account", "/log-ins/end", Map.of("logIn", number));
		assertThat(bounced(phone)).isTrue();
		assertThat(bounced(phone)).as("though it was to be remembered").isTrue();
		assertThat(bounced(desk)).isFalse();

		login(phone, "farmer", World.PASSWORD, Map.of("remember-me", "on"));
		send(desk, "/account", "/log-ins/end-others", Map.of());
		assertThat(bounced(phone)).isTrue();
		assertThat(bounced(desk)).isFalse();
		assertThat(bounced(stranger)).isFalse();
		send(desk, "", "/logout", Map.of());
		assertThat(
				this.driver.executableQuery("MATCH (l:LogIn)-[:FOR]->({name: 'farmer'}) RETURN l").execute().records())
			.isEmpty();
	}

	@Test
	void aBrowserGoesOnAtAnotherBackendWithTheFormThatIsOpen() {
		for (Map<String, String> remember : List.of(Map.<String, String>of(), Map.of("remember-me", "on"))) {
			Visitor phone = visitor(this.world.address(), PHONE);
			login(phone, "farmer", World.PASSWORD, remember);
			String open = phone.get("/account").body();
			Visitor elsewhere = phone.at(this.secondAddress);
			assertThat(
					location(elsewhere.send("/account/tokens/revoke", Visitor.fields(open, Map.of("token", "none")))))
				.endsWith("/account");
			assertThat(bounced(elsewhere)).isFalse();
			assertThat(elsewhere.get("/account").body()).containsOnlyOnce("Chrome · Android</span>");
			send(elsewhere, "", "/logout", Map.of());
			assertThat(bounced(elsewhere)).isTrue();
			assertThat(bounced(phone)).isTrue();
		}
	}

	@Test
	void whereTheDiskIsFullPeopleReadOnAndNobodyIsHalfLoggedIn() {
		Visitor desk = visitor(this.world.address(), DESK);
		login(desk, "farmer", World.PASSWORD, Map.of());
		Person farmer = this.accounts.find("farmer").orElseThrow();
		LogIns full = new LogIns(NoRoom.of(this.driver), this.accounts, this.deeds,
				Clock.offset(Clock.systemUTC(), Duration.ofMinutes(20)), Duration.ofDays(60));
		String hash = this.driver.executableQuery("MATCH (l:LogIn)-[:FOR]->({name: 'farmer'}) RETURN l.hash AS hash")
			.execute()
			.records()
			.getFirst()
			.get("hash")
			.asString();
		assertThat(full.acting(farmer, hash)).hasValue(farmer.party());

		MockHttpServletRequest request = new MockHttpServletRequest();
		HttpSession session = request.getSession();
		Remembered remembered = new Remembered("key", full);
		var login = UsernamePasswordAuthenticationToken.authenticated(farmer, null, farmer.getAuthorities());
		assertThatThrownBy(() -> remembered.loginSuccess(request, new MockHttpServletResponse(), login))
			.isInstanceOf(DiskFull.class);
		assertThat(request.getSession(false)).isNotSameAs(session).isNull();
	}

	@Test
	void whatHasNoLogInActsForNobodyElse() {
		Person farmer = this.accounts.find("farmer").orElseThrow();
		assertThat(this.logIns.act(farmer, "none", farmer.party())).isFalse();
	}

	/** Through the provider and back; where one is sent in the end. */
	private String proved(Visitor visitor, String path) throws IOException, InterruptedException {
		String there = location(visitor.get(path));
		if (there.startsWith("/") || there.startsWith(this.secondAddress)) {
			there = location(visitor.get(there.replace(this.secondAddress, "")));
		}
		assertThat(there).startsWith(this.office.issuer() + "/authorize?");
		String back = location(
				this.http.send(HttpRequest.newBuilder(URI.create(there)).build(), BodyHandlers.ofString()));
		return location(visitor.get(back.replace(this.secondAddress, "")));
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElse("stayed: " + answer.statusCode() + answer.body());
	}

	private static Visitor visitor(String address, String agent) {
		return new Visitor(address, Map.of("User-Agent", agent, "X-Forwarded-For", "203.0.113.44"));
	}

	private Visitor admin() {
		return visitor(this.world.address(), DESK).login("admin");
	}

	private String invite(String name) {
		Visitor admin = admin();
		send(admin, "/people", "", Map.of("name", name, "party", "FARM", "roles", "GROWER"));
		return found(admin.get("/people/" + name).body(), "/join\\?key=([\\w-]{43})<");
	}

	private static String login(Visitor visitor, String name, String password, Map<String, String> more) {
		Map<String, String> form = Visitor.fields(visitor.get("/login").body(),
				Map.of("username", name, "password", password));
		form.putAll(more);
		return location(visitor.send("/login", form));
	}

	private static void send(Visitor visitor, String page, String step, Map<String, String> filled) {
		Map<String, String> form = Visitor.fields(visitor.get(page.isEmpty() ? "/account" : page).body(), Map.of());
		Map<String, String> sent = new HashMap<>(filled);
		sent.put("_csrf", form.getOrDefault("_csrf", ""));
		assertThat(visitor.send(page + step, sent).statusCode()).isEqualTo(302);
	}

	private static boolean bounced(Visitor visitor) {
		return location(visitor.get("/account")).endsWith("/login");
	}

	private static String found(String page, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(page);
		assertThat(matcher.find()).as(pattern + page).isTrue();
		return matcher.group(1);
	}

}
