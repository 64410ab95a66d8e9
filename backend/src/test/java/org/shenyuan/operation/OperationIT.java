package org.shenyuan.operation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.shenyuan.Api;
import org.shenyuan.BackendTest;
import org.shenyuan.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/** What whoever runs the service sees of it. */
@BackendTest
@Import(World.class)
class OperationIT {

	private static final Pattern URI_TAG = Pattern.compile("http_server_requests_seconds_count\\{.*?uri=\"([^\"]*)\"");

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	@Autowired
	private RequestMappingHandlerMapping requestMappingHandlerMapping;

	private final HttpClient http = HttpClient.newHttpClient();

	@BeforeEach
	void settle() {
		this.world.settle();
	}

	@Test
	void figuresAreForAdministratorsAndHealthIsForAnybody() {
		Api nobody = Api.nobody(this.world.address());
		for (String path : new String[] { "/actuator/prometheus", "/actuator/audit" }) {
			assertThat(nobody.get(path, "*/*").status()).isEqualTo(401);
			assertThat(this.world.as("authority").get(path, "*/*").status()).isEqualTo(403);
		}
		assertThat(nobody.get("/actuator/health").body()).contains("\"status\":\"UP\"").doesNotContain("neo4j");
		assertThat(this.world.as("admin").get("/actuator/health").json().at("/components/neo4j/status").asString())
			.isEqualTo("UP");
		for (String path : new String[] { "/livez", "/readyz" }) {
			assertThat(nobody.get(path)).isEqualTo(new Api.Answer(200, "{\"status\":\"UP\"}"));
		}
	}

	@Test
	void whatIsRecordedRefusedAndScannedIsCounted() {
		double recorded = figure("shenyuan_events_total{kind=\"purchased\"}");
		double refused = figure("shenyuan_refusals_total{reason=\"lot.exists\",rule=\"\"}");
		double strangers = figure("shenyuan_scan_pages_total{verdict=\"NOT_OURS\"}");
		String id = UUID.randomUUID().toString();
		Api worker = this.world.as("worker");
		assertThat(worker.record("purchased", purchased(id)).status()).isEqualTo(201);
		assertThat(worker.record("purchased", purchased(id)).status()).isEqualTo(200);
		assertThat(worker.record("purchased", purchased(UUID.randomUUID().toString())).errors())
			.containsExactly("lot.exists");
		assertThat(worker.get("/t/0000-0000-0000-0000").status()).isEqualTo(404);
		assertThat(figure("shenyuan_events_total{kind=\"purchased\"}") - recorded).isOne();
		assertThat(figure("shenyuan_refusals_total{reason=\"lot.exists\",rule=\"\"}") - refused).isOne();
		assertThat(figure("shenyuan_scan_pages_total{verdict=\"NOT_OURS\"}") - strangers).isOne();
		assertThat(figures()).contains("shenyuan_graph_seconds_count{error=\"none\",mode=\"WRITE\"}",
				"shenyuan_graph_active_seconds_count", "disk_free_bytes", "jvm_memory_used_bytes");
	}

	@Test
	void noAddressThatSomebodyMadeUpBecomesASeries() {
		for (int i = 0; i < 20; i++) {
			this.world.as("worker").get("/made/up/" + i);
			this.world.as("worker").get("/lots/MADE-UP-" + i, "text/html");
			this.world.as("worker").get("/js/made-up-" + i);
		}
		Set<String> known = this.requestMappingHandlerMapping.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap((mapping) -> mapping.getPatternValues().stream())
			.collect(Collectors.toSet());
		known.addAll(Set.of("UNKNOWN", "NOT_FOUND", "REDIRECTION", "root", "/**", "/webjars/**", "/swagger-ui*/**",
				"/swagger-ui*/*swagger-initializer.js", "/actuator", "/actuator/health", "/actuator/health/**",
				"/actuator/prometheus", "/actuator/audit", "/livez", "/readyz"));
		assertThat(URI_TAG.matcher(figures()).results().map((tag) -> tag.group(1)).distinct()).isSubsetOf(known);
	}

	@Test
	void anAuditIsMadeWhenItIsAskedForAndTellsWhatItFound() {
		Api admin = this.world.as("admin");
		assertThat(admin.post("/actuator/audit", "application/json", "{}").json().at("/findings").size()).isZero();
		assertThat(admin.get("/actuator/health").json().at("/components/ledger/status").asString()).isEqualTo("UP");
		this.driver.executableQuery("MATCH (l:Lot {id: 'SEED-1'}) SET l.left = l.left + 1").execute();
		try {
			admin.post("/actuator/audit", "application/json", "{}");
			assertThat(admin.get("/actuator/audit").json().at("/findings/what_is_left_adds_up").asLong()).isOne();
			assertThat(admin.get("/actuator/health").json().at("/components/ledger/status").asString())
				.isEqualTo("DOWN");
			assertThat(figure("shenyuan_audit_findings")).isOne();
			assertThat(admin.get("/readyz").status()).as("nobody is turned away").isEqualTo(200);
		}
		finally {
			this.driver.executableQuery("MATCH (l:Lot {id: 'SEED-1'}) SET l.left = l.left - 1").execute();
			admin.post("/actuator/audit", "application/json", "{}");
		}
	}

	@Test
	void aRequestKeepsTheTraceItCameWithOrGetsOne() throws IOException, InterruptedException {
		String parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
		assertThat(traceOf("/", parent)).isEqualTo("0af7651916cd43dd8448eb211c80319c");
		assertThat(traceOf("/", "00-<script>")).matches("[0-9a-f]{32}").isNotEqualTo(traceOf("/", ""));
	}

	private String traceOf(String path, String parent) throws IOException, InterruptedException {
		HttpResponse<String> answer = this.http.send(
				HttpRequest.newBuilder(URI.create(this.world.address() + path)).header("traceparent", parent).build(),
				BodyHandlers.ofString());
		return answer.headers().firstValue("X-Trace-Id").orElseThrow();
	}

	private String figures() {
		return this.world.as("admin").get("/actuator/prometheus", "*/*").body();
	}

	private double figure(String name) {
		return figures().lines()
			.filter((line) -> line.startsWith(name + " "))
			.mapToDouble((line) -> Double.parseDouble(line.substring(name.length() + 1)))
			.sum();
	}

	private static String purchased(String id) {
		return """
				{"id":"%s","at":"2024-09-26T09:00:00+08:00","by":"WORKS","lot":"BOUGHT-1","lotKind":"FRESH",
				 "product":"FRESH","species":"PANAX-GINSENG","grams":500,"seller":"市场（演示）"}
				""".formatted(id);
	}

}
