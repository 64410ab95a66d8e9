package org.shenyuan;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.shenyuan.events.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
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

	private static final List<String> FULL = List.of("authority", "expert", "administrator");

	/** Where a cookie counts for nothing. */
	private static final Set<String> COOKIELESS = Set.of("POST /t/{code}/scans", "POST /api/v1/tokens",
			"DELETE /api/v1/tokens");

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

	private final Map<String, String> examples = new HashMap<>();

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

	/**
	 * A line of the table.
	 *
	 * @param who may, {@code answer} what they get, {@code others} what others get
	 * @param json that is sent
	 */
	record Line(String method, String path, List<String> who, String answer, String others, String json) {

		static Line of(String line) {
			String[] cells = line.split("\\|", -1);
			return new Line(cells[0].strip(), cells[1].strip(), List.of(cells[2].strip().split(" ", -1)),
					cells[3].strip(), (cells.length > 4) ? cells[4].strip() : "",
					(cells.length > 5) ? cells[5].strip() : "{}");
		}

		String door() {
			return this.method + " " + this.path.replaceAll("\\?.*", "").replaceAll(":[^}]*}", "}");
		}

		String address() {
			return this.path.replaceAll("\\{\\w+:([^}]*)}", "$1");
		}

		boolean isOfPrograms() {
			return this.path.startsWith("/api/");
		}

		boolean isWrite() {
			return !this.method.equals("GET") && !this.method.equals("ANY");
		}

		boolean isFor(String person) {
			return this.who.contains("anyone") || this.who.contains(person)
					|| (this.who.contains("everyone") && !person.equals(NOBODY))
					|| (this.who.contains("full") && FULL.contains(person));
		}

		String expected(String person) {
			return isFor(person) ? this.answer
					: (person.equals(NOBODY) ? (isOfPrograms() ? "401" : TO_LOGIN) : this.others);
		}

		@Override
		public String toString() {
			return this.method + " " + this.path;
		}

	}

	@BeforeAll
	void settle() throws IOException, InterruptedException {
		this.world.settle();
		new OneOfEach(10).bodies().forEach((kind, body) -> {
			assertThat(this.world.as("admin").record(kind, body.toString()).status()).as(kind).isEqualTo(201);
			this.examples.put("@" + kind, body.get("id").asString());
		});
		account("grower", "FARM", Role.GROWER);
		account("neighbour", "FARM2", Role.GROWER);
		account("processor", "WORKS", Role.PROCESSOR);
		account("trader", "PARTY-10", Role.TRADER);
		account("laboratory", "LAB", Role.LABORATORY);
		account("expert", "PANEL", Role.EXPERT);
		account("authority", "AUTH", Role.AUTHORITY);
		account("administrator", "", Role.ADMINISTRATOR);
		furnish(this.world.as("processor"));
		Api authority = this.world.as("authority");
		this.examples.put("@snapshot",
				authority.get("/api/v1/recalls/" + this.examples.get("@recalled"))
					.json()
					.at("/snapshots/0/id")
					.asString());
		this.examples.put("@code",
				authority.get("/api/v1/runs/RUN-10").json().get("scan").asString().replaceAll(".*/", ""));
		HttpRequest login = HttpRequest.newBuilder(URI.create(this.world.address() + "/login")).build();
		this.csrf = Visitor.fields(this.browser.send(login, BodyHandlers.ofString()).body(), Map.of())
			.getOrDefault("_csrf", "");
	}

	private void account(String name, String party, Role role) {
		this.world.open(name, party, role);
		this.tokens.put(name, Api.tokenOf(this.world.address(), name, World.PASSWORD));
	}

	/** What a party has of its own besides lots. */
	private void furnish(Api works) {
		String stock = """
				{"name":"标签","geometry":{"paperWidth":210,"paperHeight":297,"labelWidth":90,"labelHeight":50,\
				"grids":[{"columns":2,"rows":5,"left":12,"top":20,"pitchX":95,"pitchY":52}]}}""";
		String printer = "{\"name\":\"打印机\",\"dpi\":300,\"right\":0,\"down\":0}";
		Map.of("stocks/STOCK-1", stock, "stocks/STOCK-2", stock, "printers/PRINTER-1", printer, "printers/PRINTER-2",
				printer, "company-prefix", "{\"prefix\":\"9521234\"}")
			.forEach((path, body) -> assertThat(works.put("/api/v1/" + path, body).status()).as(path).isEqualTo(200));
		Api.Answer cartons = works.put("/api/v1/lots/PACKS-10/cartons/CARTONS-1", "{\"count\":1,\"units\":10}");
		assertThat(cartons.status()).as(cartons.body()).isEqualTo(200);
		this.examples.put("@sscc", cartons.json().get("first").asString());
	}

	@Test
	void everyDoorHasALineAndEveryLineADoor() throws IOException {
		assertThat(doors().map(Door::name).collect(Collectors.toSet())).isNotEmpty()
			.containsExactlyInAnyOrderElementsOf(lines().map(Line::door).collect(Collectors.toSet()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("lines")
	void aDoorOpensForThoseWhomTheTableNames(Line line) throws Exception {
		assertThat(doors().filter((door) -> door.name().equals(line.door()))).as(line.toString())
			.isNotEmpty()
			.allSatisfy((door) -> {
				Map<String, String> expected = new TreeMap<>();
				Map<String, String> found = new TreeMap<>();
				Stream.concat(Stream.of(NOBODY), this.tokens.keySet().stream())
					.forEach((person) -> expected.put(person, line.expected(person)));
				Optional<Fingerprint> before = fingerprint(line);
				for (String person : expected.keySet()) {
					if (!line.isFor(person)) {
						found.put(person, answer(line, door, person));
					}
				}
				assertThat(fingerprint(line)).isEqualTo(before);
				for (String person : expected.keySet()) {
					if (line.isFor(person)) {
						found.put(person, answer(line, door, person));
					}
				}
				assertThat(found).isEqualTo(expected);
			});
	}

	@Test
	void aBrowserWritesNothingWithoutTheTokenOfTheForm() throws IOException {
		assertThat(lines().filter(Line::isWrite).filter((line) -> !COOKIELESS.contains(line.door()))).isNotEmpty()
			.allSatisfy((line) -> assertThat(answer(line, new Door("", "", ""), this.browser, "X-CSRF-TOKEN", "forged"))
				.isEqualTo("403"));
	}

	/** Reading is believed to change nothing. */
	private Optional<Fingerprint> fingerprint(Line line) {
		return line.isWrite() ? Optional.of(Fingerprint.of(this.driver)) : Optional.empty();
	}

	private Stream<Door> doors() {
		return this.routing.values()
			.stream()
			.flatMap((mapping) -> mapping.getHandlerMethods().keySet().stream())
			.flatMap(Door::of);
	}

	static Stream<Line> lines() throws IOException {
		return new ClassPathResource("doors.txt").getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.map(Line::of);
	}

	private String answer(Line line, Door door, String person) throws IOException, InterruptedException {
		return person.equals(NOBODY) ? answer(line, door, this.browser, "X-CSRF-TOKEN", this.csrf)
				: answer(line, door, this.programs, "Authorization", "Bearer " + this.tokens.get(person));
	}

	/** The status, or that one is sent to log in. */
	private String answer(Line line, Door door, HttpClient client, String header, String value)
			throws IOException, InterruptedException {
		String path = line.address();
		for (Map.Entry<String, String> example : this.examples.entrySet()) {
			path = path.replaceAll(example.getKey() + "(?![a-zA-Z])", example.getValue());
		}
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.world.address() + path))
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
