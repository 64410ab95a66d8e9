package org.shenyuan.census;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.shenyuan.BackendTest;
import org.shenyuan.Fingerprint;
import org.shenyuan.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** A person of the authority, with a browser and no script. */
@BackendTest
@Import(World.class)
class ImportPageIT {

	private final HttpClient browser = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	@BeforeEach
	void logIn() throws Exception {
		this.world.settle();
		String page = get("/login").body();
		assertThat(
				form("/login",
						"_csrf=" + field(page, "_csrf") + "&username=authority&password="
								+ URLEncoder.encode(World.PASSWORD, StandardCharsets.UTF_8))
					.statusCode())
			.isEqualTo(200);
	}

	@Test
	void aFileIsLookedAtThenRecordedAsItWasSeen() throws Exception {
		Fingerprint before = Fingerprint.of(this.driver);
		HttpResponse<String> seen = upload(
				Ground.sheet(Ground.row("A-1", "2024", "", Ground.at(0)), Ground.row("A-2", "2024", "", Ground.at(2))));
		assertThat(seen.statusCode()).isEqualTo(200);
		assertThat(seen.body()).contains("2 parcels can be recorded", "ground now", "UTF-8", "will be registered");
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
		String csrf = "_csrf=" + field(seen.body(), "_csrf");
		HttpResponse<String> other = form("/census/import/record", csrf + "&hash=" + "0".repeat(64));
		assertThat(other.statusCode()).isEqualTo(422);
		assertThat(other.body()).contains("Choose it again");
		HttpResponse<String> recorded = form("/census/import/record", csrf + "&hash=" + field(seen.body(), "hash"));
		assertThat(recorded.uri().getPath()).isEqualTo("/census");
		assertThat(recorded.body()).contains("2 parcels surveyed");
		assertThat(upload(Ground.sheet(Ground.row("A-1", "2025", "", Ground.at(0)))).body())
			.contains("will be surveyed again");
	}

	@Test
	void faultsAreShownByRowAndNothingCanBeRecorded() throws Exception {
		HttpResponse<String> seen = upload(Ground.sheet(Ground.row("A-1", "2024", "", Ground.at(0)),
				Ground.row("A-2", "2024", "", Ground.at(0.5)), Ground.row("A-3", "2024", "", "POINT (1 1)")));
		assertThat(seen.body()).contains("2 faults to correct", "Row 3", "Row 4", "ground faulty")
			.doesNotContain("/census/import/record");
		HttpResponse<String> none = upload("PK\u0003\u0004");
		assertThat(none.statusCode()).isEqualTo(422);
		assertThat(none.body()).contains("Excel workbook");
	}

	private HttpResponse<String> upload(String file) throws IOException, InterruptedException {
		String csrf = field(get("/census/import").body(), "_csrf");
		String body = """
				--edge
				Content-Disposition: form-data; name="_csrf"

				%s
				--edge
				Content-Disposition: form-data; name="file"; filename="census.csv"
				Content-Type: text/csv

				%s
				--edge--
				""".formatted(csrf, file.replace("\r", "")).replace("\n", "\r\n");
		return send(request("/census/import/preview").header("Content-Type", "multipart/form-data; boundary=edge")
			.POST(BodyPublishers.ofString(body)));
	}

	private HttpResponse<String> form(String path, String fields) throws IOException, InterruptedException {
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(fields)));
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return send(request(path));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.world.address() + path))
			.header("Accept", "text/html")
			.header("Accept-Language", "en");
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.browser.send(request.build(), BodyHandlers.ofString());
	}

	private static String field(String page, String name) {
		Matcher field = Pattern.compile("name=\"" + name + "\"[^>]* value=\"([^\"]+)\"").matcher(page);
		assertThat(field.find()).as(name + " in " + page).isTrue();
		return field.group(1);
	}

}
