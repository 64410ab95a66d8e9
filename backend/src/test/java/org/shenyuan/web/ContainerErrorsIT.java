package org.shenyuan.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import jakarta.servlet.Filter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.shenyuan.BackendTest;
import org.shenyuan.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** What a filter turns away, or fails at. */
@BackendTest
@Import(World.class)
class ContainerErrorsIT {

	private static final String TOO_LONG = "x".repeat(5_000_000);

	@Autowired
	private World world;

	@Autowired
	private WebApplicationContext context;

	private final HttpClient http = HttpClient.newHttpClient();

	private MockMvcTester errors;

	@BeforeEach
	void settle() {
		this.world.settle();
		Filter security = this.context.getBean("springSecurityFilterChain", Filter.class);
		this.errors = MockMvcTester.from(this.context, (mvc) -> mvc.addFilters(security).build());
	}

	@Test
	void whatIsTooLongIsTurnedAwayInTheLanguageOfItsSender() throws Exception {
		HttpResponse<String> program = tooLong("/api/v1/events/purchased", "*/*");
		assertThat(program.statusCode()).isEqualTo(413);
		assertThat(program.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(program.body()).contains("\"status\":413").doesNotContain("timestamp");
		assertThat(program.headers().firstValue("X-Trace-Id")).isPresent();
		assertThat(tooLong("/pack", "text/html").body()).contains("<h1").contains("413");
	}

	@Test
	void aDatabaseThatIsAwayWhenATokenIsLookedUpIsNoMistakeOfOurs() {
		var away = new ServletException(new ServiceUnavailableException("gone"));
		assertThat(this.errors.get()
			.uri("/error")
			.header("Accept-Language", "en")
			.requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/events/harvested")
			.requestAttr(RequestDispatcher.ERROR_EXCEPTION, away)).hasStatus(503)
			.bodyText()
			.startsWith("{")
			.contains("The database does not answer");
		assertThat(this.errors.get()
			.uri("/error")
			.accept("text/html")
			.header("Accept-Language", "en")
			.requestAttr(RequestDispatcher.ERROR_EXCEPTION, away)).hasStatus(503)
			.bodyText()
			.contains("The database does not answer");
	}

	@Test
	void whoTakesNoPagesIsToldAllTheSame() {
		for (String accept : List.of("application/json", "application/problem+json", "text/csv", "image/png")) {
			assertThat(this.errors.get()
				.uri("/error")
				.header("Accept", accept)
				.header("Accept-Language", "en")
				.requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/field/work")
				.requestAttr(RequestDispatcher.ERROR_EXCEPTION, new ServiceUnavailableException("gone"))).as(accept)
				.hasStatus(503)
				.bodyText()
				.contains("The database does not answer");
		}
	}

	@Test
	void aMistakeOfOursIsAnIdAndNothingMore() {
		assertThat(this.errors.get()
			.uri("/error")
			.accept("text/html")
			.header("Accept-Language", "en")
			.requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("of the inside"))).hasStatus(500)
			.bodyText()
			.containsPattern("[0-9a-f]{32}")
			.doesNotContain("of the inside", "IllegalState");
	}

	private HttpResponse<String> tooLong(String path, String accept) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(URI.create(this.world.address() + path))
			.header("Accept", accept)
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(TOO_LONG))
			.build(), BodyHandlers.ofString());
	}

}
