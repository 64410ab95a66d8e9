package org.shenyuan.ledger;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.shenyuan.Api;
import org.shenyuan.BackendTest;
import org.shenyuan.Fingerprint;
import org.shenyuan.OneOfEach;
import org.shenyuan.Problem;
import org.shenyuan.World;
import org.shenyuan.events.EventKinds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bodies that are no events, and texts that nobody should read: all refused, and none of
 * them changes the graph.
 */
@BackendTest
@Import(World.class)
@TestInstance(Lifecycle.PER_CLASS)
class HostileTextIT {

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	private final HttpClient http = HttpClient.newHttpClient();

	private String token = "";

	private Fingerprint before = new Fingerprint(0, 0, "");

	@BeforeAll
	void settle() throws IOException, InterruptedException {
		this.world.settle();
		String basic = Base64.getEncoder().encodeToString("admin:a test's own".getBytes(StandardCharsets.UTF_8));
		String answer = this.http
			.send(HttpRequest.newBuilder(URI.create(this.world.address() + "/api/v1/tokens"))
				.header("Authorization", "Basic " + basic)
				.POST(BodyPublishers.noBody())
				.build(), BodyHandlers.ofString())
			.body();
		this.token = new Api.Answer(201, answer).json().get("token").asString();
	}

	@BeforeEach
	void remember() {
		this.before = Fingerprint.of(this.driver);
	}

	@AfterEach
	void nothingChanged() {
		assertThat(Fingerprint.of(this.driver)).isEqualTo(this.before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\u0000", "a\\u0000b", "\\u202Eabc", "\\u2066x", "\\uD800", "\\uDC00\\uD800", "a\\u0007",
			"a\\u001B[31m", "a\\nb", "a\\u2028b", "\\u200B", "a\\uFEFFb", "\\uE000", "\\uFFFE", "\\uFFFD", " ",
			"\\u3000", "" })
	void aTextThatCannotBeReadAsItIsMeantIsRefused(String text) {
		for (String kind : List.of("partyRegistered", "baseRegistered")) {
			Problem problem = refused(kind, "/name", '"' + text + '"');
			assertThat(problem.status()).isEqualTo(422);
			assertThat(problem.fields()).containsExactly("name");
			assertThat(problem.keys()).containsExactly("field.text");
			assertThat(problem.reasons().getFirst().message()).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}]");
		}
		assertThat(refused("partyRegistered", "/party", '"' + text + '"').fields()).containsExactly("party");
	}

	@Test
	void aMegabyteOfTextIsRefusedAndNotGivenBack() {
		String megabyte = '"' + "参".repeat(1 << 20) + '"';
		new OneOfEach(1).bodies().forEach((kind, body) -> OneOfEach.fields(body, (name, pointer) -> {
			if (body.at(pointer).isString() && List.of("name", "reason", "lot", "id", "at").contains(name)) {
				Api.Answer answer = this.world.as("admin").record(kind, OneOfEach.with(body, pointer, megabyte));
				assertThat(answer.body()).as(kind + " " + name).hasSizeLessThan(2000);
				assertThat(Problem.of(answer).fields()).as(kind + " " + name).containsExactly(name);
			}
		}));
	}

	@Test
	void aValueOfAnotherTypeIsRefusedAtItsField() {
		Map<String, List<String>> wrong = new LinkedHashMap<>();
		wrong.put("/name", List.of("7", "true", "[\"a\"]", "{\"a\":1}", "0.5"));
		wrong.put("/roles", List.of("\"GROWER\"", "{}", "7", "[\"KING\"]", "[7]", "[[\"GROWER\"]]", "[null]"));
		wrong.put("/id", List.of("7", "[]", "\"no id\"", "\"0160c3d4\"", "\"\""));
		wrong.forEach((pointer, values) -> values.forEach((value) -> {
			Problem problem = refused("partyRegistered", pointer, value);
			assertThat(problem.reasons()).as(pointer + " " + value).hasSize(1);
			assertThat(problem.fields().getFirst()).as(pointer + " " + value).startsWith(pointer.substring(1));
		}));
		assertThat(refused("corrected", "/replacedBy", "[null]").fields())
			.allMatch((field) -> field.startsWith("replacedBy"));
		for (String value : List.of("{}", "\"SEED-1\"", "[7]", "[\"SEED-1\"]", "[[]]", "[null]", "[]", "null")) {
			Problem problem = refused("sown", "/seed", value);
			assertThat(problem.fields()).as(value).allMatch((field) -> field.startsWith("seed"));
		}
	}

	@Test
	void anUnknownFieldIsNamedInEveryKind() {
		new OneOfEach(1).bodies().forEach((kind, body) -> {
			Problem problem = refused(kind, "/colour", "\"red\"");
			assertThat(problem.keys()).as(kind).containsExactly("json.unknown");
			assertThat(problem.fields()).as(kind).containsExactly("colour");
		});
		assertThat(refused("sown", "/seed/0/colour", "1").fields()).containsExactly("seed[0].colour");
	}

	@Test
	void aFieldThatIsSentTwiceIsRefused() {
		new OneOfEach(1).bodies().forEach((kind, body) -> {
			String twice = body.toString().replaceFirst("\\{", "{\"by\":\"LAB\",");
			assertThat(refused(kind, twice).status()).as(kind).isEqualTo(400);
		});
		String deep = OneOfEach.with(body("sown"), "/seed/0", "{\"lot\":\"A1\",\"lot\":\"SEED-1\",\"grams\":1}");
		assertThat(refused("sown", deep).status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null", "7", "\"text\"", "[]", "[{}]", "{", "{\"a\":}", "{} {}", "{}x", "<a/>",
			"{'id':1}", "NaN", "\uFEFF{}", "{\"id\": // \n 1}", "\u0000", "{\"type\":null}" })
	void whatIsNoJsonObjectIsRefused(String body) {
		EventKinds.all().keySet().forEach((kind) -> assertThat(refused(kind, body).status()).isIn(400, 422));
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 5_000, 500_000 })
	void nestingHasAnEnd(int depth) {
		String nested = "[".repeat(depth) + "]".repeat(depth);
		assertThat(refused("sown", nested).status()).isEqualTo(400);
		assertThat(refused("sown", "/seed", nested).status()).isEqualTo(400);
		assertThat(refused("sown", "{\"a\":".repeat(depth) + "1" + "}".repeat(depth)).status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "dreamed", "Harvested", "harvested%20", "harvested%00x", "TraceEvent", "class",
			"java.lang.Object", "%E2%80%AEharvested" })
	void aKindThatDoesNotExistIsNotFound(String kind) {
		Api.Answer answer = this.world.as("admin").record(kind, body("harvested").toString());
		// The server itself turns an address with a NUL away.
		assertThat(answer.status()).isIn(404, kind.contains("%00") ? 400 : 404);
		assertThat(answer.body()).doesNotContain("Exception", "org.shenyuan");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"sown\"", "\"\"", "null", "7", "[\"harvested\"]", "{}" })
	void aTypeThatContradictsTheAddressIsRefused(String type) {
		Problem problem = refused("harvested", "/type", type);
		assertThat(problem.status()).isEqualTo(422);
		assertThat(problem.keys()).containsExactly("json.kind");
		assertThat(problem.fields()).containsExactly("type");
	}

	@Test
	void bytesThatAreNoUtf8AreRefusedAndNotGuessed() throws IOException, InterruptedException {
		byte[] broken = body("partyRegistered").toString().replace("运输户（演示）", "~~").getBytes(StandardCharsets.UTF_8);
		for (int[] pair : new int[][] { { 0xC3, 0x28 }, { 0xED, 0xA0 }, { 0xFF, 0xFE }, { 0xC0, 0x80 } }) {
			byte[] body = broken.clone();
			int at = new String(body, StandardCharsets.ISO_8859_1).indexOf("~~");
			body[at] = (byte) pair[0];
			body[at + 1] = (byte) pair[1];
			HttpResponse<String> answer = send("partyRegistered", body);
			assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 422);
			assertThat(answer.headers().firstValue("Content-Type"))
				.hasValueSatisfying((type) -> assertThat(type).startsWith("application/problem+json"));
		}
	}

	/** Past {@link Api}, which sends text only. */
	private HttpResponse<String> send(String kind, byte[] body) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(URI.create(this.world.address() + "/api/v1/events/" + kind))
			.header("Authorization", "Bearer " + this.token)
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofByteArray(body))
			.build(), BodyHandlers.ofString());
	}

	private static ObjectNode body(String kind) {
		return new OneOfEach(1).of(kind);
	}

	private Problem refused(String kind, String pointer, String value) {
		return refused(kind, OneOfEach.with(body(kind), pointer, value));
	}

	private Problem refused(String kind, String json) {
		return Problem.of(this.world.as("admin").record(kind, json));
	}

}
