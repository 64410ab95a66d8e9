package org.shenyuan.growing;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shenyuan.Api;
import org.shenyuan.BackendTest;
import org.shenyuan.Visitor;
import org.shenyuan.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What a phone sends that was in the forest, in the words that were typed there. */
@BackendTest
@Import(World.class)
class FieldIT {

	private static final byte[] JPEG = { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1, 2, 3, 4, 5 };

	private static final String BOUNDARY = "between-two-parts";

	@Autowired
	World world;

	private final HttpClient http = HttpClient.newHttpClient();

	private String token;

	@BeforeEach
	void settle() {
		this.world.settle();
		this.token = Api.tokenOf(this.world.address(), "farmer", World.PASSWORD);
	}

	@Test
	void whatWasTypedIsReadAsTheGrowerMeansIt() throws Exception {
		Map<String, String> harvest = harvest();
		harvest.put("unit", "jin");
		harvest.put("grossGrams", "２５．２");
		harvest.put("soilGrams", "1.2");
		assertThat(send("harvest", harvest).statusCode()).isEqualTo(200);
		assertThat(this.world.as("farmer").get("/api/v1/lots/F-1").json().at("/lot/grams").asLong()).isEqualTo(12_000);
	}

	@Test
	void aPhotographAndAPlaceAreKeptWithTheEntry() throws Exception {
		Map<String, String> harvest = harvest();
		harvest.putAll(Map.of("latitude", "41.123456", "longitude", "126.5", "accuracy", "8"));
		HttpResponse<String> answer = send("harvest", harvest, JPEG);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		JsonNode evidence = this.world.as("farmer")
			.get("/api/v1/events/" + harvest.get("id"))
			.json()
			.at("/event/evidence");
		assertThat(evidence.at("/position/latitude").asString()).isEqualTo("41.123456");
		assertThat(evidence.at("/position/accuracyMetres").asInt()).isEqualTo(8);
		String hash = evidence.at("/photos/0").asString();
		String photo = "/api/v1/events/" + harvest.get("id") + "/photos/" + hash;
		assertThat(this.world.as("farmer").bytes(photo)).isEqualTo(JPEG);
		assertThat(this.world.as("authority").bytes(photo)).isEqualTo(JPEG);
		assertThat(this.world.as("farmer2").get(photo).status()).isEqualTo(404);
		String other = "/api/v1/events/" + harvest.get("id") + "/photos/" + "0".repeat(64);
		assertThat(this.world.as("farmer").get(other).status()).isEqualTo(404);

		// The net was gone before the answer came: sent again it is the same.
		assertThat(send("harvest", harvest, JPEG).statusCode()).isEqualTo(200);
		assertThat(this.world.as("farmer").get("/api/v1/lots/STAND-1").json().at("/lot/yielded").asLong())
			.isEqualTo(12_000);
	}

	@Test
	void theBookOfAYearHasWhatWasDoneOnOnesOwnPlots() throws Exception {
		Map<String, String> harvest = harvest();
		harvest.put("witness", "刘检员（演示）");
		assertThat(send("harvest", harvest, JPEG).statusCode()).isEqualTo(200);
		String book = new Visitor(this.world.address(), Map.of()).login("farmer").get("/field-book").body();
		assertThat(book).contains("Field book 2024", "一号地", "12.6 kg", "刘检员（演示）", "1 photograph", "20,000", "30.0 mu")
			.doesNotContain("二号地");
		assertThat(new Visitor(this.world.address(), Map.of()).login("farmer").get("/field-book?year=2019").body())
			.contains("SEED-1 50 kg");
		assertThat(new Visitor(this.world.address(), Map.of()).login("farmer2").get("/field-book?year=2024").body())
			.contains("Nothing was recorded")
			.doesNotContain("F-1");
	}

	@Test
	void whatIsNoPhotographIsRefusedAndNothingRecorded() throws Exception {
		Map<String, String> harvest = harvest();
		HttpResponse<String> answer = send("harvest", harvest,
				"<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(errors(answer).get(0).get("key").asString()).isEqualTo("photo.kind");
		answer = send("harvest", harvest, JPEG, JPEG, JPEG, JPEG, JPEG, JPEG);
		assertThat(errors(answer).get(0).get("key").asString()).isEqualTo("photos.many");
		assertThat(this.world.as("farmer").get("/api/v1/events/" + harvest.get("id")).status()).isEqualTo(404);
	}

	@Test
	void everyFieldThatCannotBeReadIsNamedAtOnce() throws Exception {
		Map<String, String> harvest = harvest();
		harvest.put("at", "yesterday");
		harvest.put("grossGrams", "plenty");
		harvest.put("latitude", "north");
		HttpResponse<String> answer = send("harvest", harvest);
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(errors(answer).valueStream().map((error) -> error.get("field").asString())).contains("at",
				"grossGrams", "latitude");
	}

	@Test
	void nobodyRecordsOnTheBedOfAnother() throws Exception {
		Map<String, String> harvest = harvest();
		harvest.put("stand", "STAND-2");
		HttpResponse<String> answer = send("harvest", harvest);
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(errors(answer).valueStream().map((error) -> error.get("key").asString())).contains("lot.custody");
	}

	@Test
	void anUnknownActIsNotFound() throws Exception {
		assertThat(send("burn", harvest()).statusCode()).isEqualTo(404);
	}

	/** Twelve kilograms. */
	private static Map<String, String> harvest() {
		return new LinkedHashMap<>(Map.of("id", UUID.randomUUID().toString(), "at", "2024-09-18T15:30", "stand",
				"STAND-1", "lot", "f-1", "unit", "kg", "grossGrams", "12.6", "soilGrams", "0.6"));
	}

	private HttpResponse<String> send(String act, Map<String, String> fields, byte[]... photos) throws Exception {
		var body = new ByteArrayOutputStream();
		for (Map.Entry<String, String> field : fields.entrySet()) {
			part(body, "name=\"" + field.getKey() + "\"", field.getValue().getBytes(StandardCharsets.UTF_8));
		}
		for (byte[] photo : photos) {
			part(body, "name=\"photos\"; filename=\"../../1.jpg\"", photo);
		}
		body.write(("--" + BOUNDARY + "--").getBytes(StandardCharsets.UTF_8));
		return this.http.send(HttpRequest.newBuilder(URI.create(this.world.address() + "/api/v1/field/" + act))
			.header("Authorization", "Bearer " + this.token)
			.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
			.POST(BodyPublishers.ofByteArray(body.toByteArray()))
			.build(), BodyHandlers.ofString());
	}

	private static void part(ByteArrayOutputStream body, String name, byte[] content) {
		body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + name + "\r\n\r\n")
			.getBytes(StandardCharsets.UTF_8));
		body.writeBytes(content);
		body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
	}

	private static JsonNode errors(HttpResponse<String> answer) {
		return JsonMapper.shared().readTree(answer.body()).get("errors");
	}

}
