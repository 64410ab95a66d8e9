package org.shenyuan;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;
import org.shenyuan.Doors.Line;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everybody at every door, as {@code doors.txt} says. The doors are those that Spring
 * itself routes to, so that one which nobody thought of is found here.
 */
@BackendTest
@Import(World.class)
@TestInstance(Lifecycle.PER_CLASS)
class DoorsIT {

	/** Where a cookie counts for nothing. */
	private static final Set<String> COOKIELESS = Set.of("POST /t/{code}/scans", "POST /api/v1/tokens",
			"DELETE /api/v1/tokens", "POST /actuator/audit");

	/** Behind the name of one with the same party and role, and no other. */
	private static final String OF_SEVERAL = " of several";

	private static final String NOBODY = "nobody";

	private static final String TO_LOGIN = "302 /login";

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	@Autowired
	private Map<String, RequestMappingInfoHandlerMapping> routing;

	private final HttpClient programs = HttpClient.newHttpClient();

	private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	private final Map<String, String> tokens = new LinkedHashMap<>();

	private Doors doors;

	private String csrf = "";

	/**
	 * Where Spring routes to.
	 *
	 * @param name its method and pattern
	 * @param sends the type of what it takes, {@code gets} of what it answers
	 */
	record Door(String name, String sends, String gets) {

		static Stream<Door> of(RequestMappingInfo info) {
			String sends = types(info.getConsumesCondition().getConsumableMediaTypes());
			String gets = types(info.getProducesCondition().getProducibleMediaTypes());
			Collection<?> methods = info.getMethodsCondition().getMethods();
			return info.getPatternValues()
				.stream()
				.flatMap((pattern) -> (methods.isEmpty() ? Set.of("ANY") : methods).stream()
					.map((method) -> new Door(method + " " + pattern, sends, gets)));
		}

		private static String types(Collection<MediaType> types) {
			return types.stream().findFirst().map(MediaType::toString).orElse("");
		}

	}

	@BeforeAll
	void settle() throws IOException, InterruptedException {
		this.doors = Doors.settle(this.world);
		this.doors.people()
			.forEach((name) -> this.tokens.put(name, Api.tokenOf(this.world.address(), name, World.PASSWORD)));
		this.doors.several()
			.forEach((party, same) -> this.tokens.put(same + OF_SEVERAL,
					Api.tokenOf(this.world.address(), Doors.SEVERAL, World.PASSWORD, party)));
		HttpRequest login = HttpRequest.newBuilder(URI.create(this.world.address() + "/login")).build();
		this.csrf = Visitor.fields(this.browser.send(login, BodyHandlers.ofString()).body(), Map.of())
			.getOrDefault("_csrf", "");
	}

	@Test
	void everyDoorHasALineAndEveryLineADoor() throws IOException {
		assertThat(routed().map(Door::name).collect(Collectors.toSet())).isNotEmpty()
			.containsExactlyInAnyOrderElementsOf(lines().map(Line::door).collect(Collectors.toSet()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("lines")
	void aDoorOpensForThoseWhomTheTableNames(Line line) throws Exception {
		assertThat(routed().filter((door) -> door.name().equals(line.door()))).as(line.toString())
			.isNotEmpty()
			.allSatisfy((door) -> {
				Map<String, String> expected = new TreeMap<>();
				Map<String, String> found = new TreeMap<>();
				Stream.concat(Stream.of(NOBODY), this.tokens.keySet().stream())
					.filter((person) -> person.equals(same(person)) || !isUsedUp(line))
					.forEach((person) -> expected.put(person, line.expected(same(person))));
				Optional<Fingerprint> before = fingerprint(line);
				for (String person : expected.keySet()) {
					if (!line.isFor(same(person))) {
						found.put(person, answer(line, door, person));
					}
				}
				assertThat(fingerprint(line)).isEqualTo(before);
				for (String person : expected.keySet()) {
					if (line.isFor(same(person))) {
						found.put(person, answer(line, door, person));
					}
				}
				assertThat(found).isEqualTo(expected);
			});
	}

	@Test
	void aBrowserWritesNothingWithoutTheTokenOfTheForm() throws IOException {
		assertThat(lines().filter(Line::isWrite).filter((line) -> !COOKIELESS.contains(line.door()))).isNotEmpty()
			.allSatisfy((line) -> assertThat(answer(line, new Door("", "", ""), this.browser, "X-XSRF-TOKEN", "forged"))
				.isEqualTo("403"));
	}

	private static String same(String person) {
		return person.replace(OF_SEVERAL, "");
	}

	/** What one has removed is not there for the next. */
	private static boolean isUsedUp(Line line) {
		return line.method().equals("DELETE") || line.path().contains("/remove?");
	}

	/** Reading is believed to change nothing. */
	private Optional<Fingerprint> fingerprint(Line line) {
		return line.isWrite() ? Optional.of(Fingerprint.of(this.driver)) : Optional.empty();
	}

	private Stream<Door> routed() {
		return this.routing.values()
			.stream()
			.flatMap((mapping) -> mapping.getHandlerMethods().keySet().stream())
			.flatMap(Door::of);
	}

	static Stream<Line> lines() throws IOException {
		return Doors.lines();
	}

	private String answer(Line line, Door door, String person) throws IOException, InterruptedException {
		return person.equals(NOBODY) ? answer(line, door, this.browser, "X-XSRF-TOKEN", this.csrf)
				: answer(line, door, this.programs, "Authorization", "Bearer " + this.tokens.get(person));
	}

	/** The status, or that one is sent to log in. */
	private String answer(Line line, Door door, HttpClient client, String header, String value)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create(this.world.address() + this.doors.address(line)))
			.header(header, value)
			// Nobody else's share of what one address may send.
			.header("X-Forwarded-For", "203.0.113.7")
			.header("Accept", !door.gets().isEmpty() ? door.gets() : (line.isOfPrograms() ? "*/*" : "text/html"));
		if (line.isWrite()) {
			write(line, door, request);
		}
		HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
		boolean login = response.headers().firstValue("Location").filter((to) -> to.endsWith("/login")).isPresent();
		return login ? TO_LOGIN : String.valueOf(response.statusCode());
	}

	/** As little as can be sent: a form without a word in it, a file of one letter. */
	private static void write(Line line, Door door, HttpRequest.Builder request) {
		String type = !door.sends().isEmpty() ? door.sends()
				: (line.isOfPrograms() ? "application/json" : "multipart/form-data; boundary=edge");
		String body = !door.sends().isEmpty() ? "x" : (line.isOfPrograms() ? line.json() : """
				--edge\r
				Content-Disposition: form-data; name="file"; filename="file"\r
				\r
				x\r
				--edge--\r
				""");
		request.header("Content-Type", type).method(line.method(), BodyPublishers.ofString(body));
	}

}
