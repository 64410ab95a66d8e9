package org.shenyuan.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.shenyuan.Shenyuan;
import org.shenyuan.bench.Shapes.Shape;
import org.shenyuan.trace.FirstTrace;
import org.shenyuan.trace.Trace.Source;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Back from a label to every source: the buyer's page and the API over HTTP, the library
 * in this process, the bare driver with the same statement, and PostgreSQL. They take
 * turns, so that whatever else the machine does hits all of them.
 */
final class Trace {

	private static final int MOST_ROUNDS = 300;

	private static final int FEWEST_ROUNDS = 7;

	/** How many times longer programs warm up than a shape is measured. */
	private static final int WARM = 20;

	/** So long after something was recorded traces are kept again. */
	private static final int SETTLES_MILLIS = 1500;

	private static final int PATH_SECONDS = 10;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Table table = new Table("Trace", "surroundings", "shape", "size", "sources found of real",
			"first page p50 ms", "first page p95 ms", "page again p50 ms", "page again p95 ms", "page bytes",
			"first API p50 ms", "API again p50 ms", "API bytes", "library p50 ms", "driver p50 ms",
			"PostgreSQL p50 ms", "all paths in PostgreSQL", "library / driver", "first API / PostgreSQL",
			"API again / PostgreSQL", "server CPU ms a page again", "INATrace ms", "INATrace / first page",
			"INATrace / page again");

	private final double seconds;

	Trace(double seconds) {
		this.seconds = seconds;
	}

	Table table() {
		return this.table;
	}

	void measure(String surroundings, Server server, List<Shape> shapes, @Nullable Postgres postgres)
			throws Exception {
		String token = server.token();
		try (ConfigurableApplicationContext library = library(server);
				Driver driver = server.driver();
				Http http = new Http(server.port)) {
			byte[] any = Http.get("/api/v1/lots/" + shapes.getFirst().lot() + "/trace", Http.bearer(token));
			for (long end = System.nanoTime() + (long) (WARM * this.seconds * 1e9); System.nanoTime() < end;) {
				http.send(any);
				FirstTrace.of(library, shapes.getFirst().lot());
			}
			for (Shape shape : shapes) {
				measure(surroundings, shape, server, token, http, library, driver, postgres);
			}
			driver.executableQuery("MATCH (e:Event) WHERE e.id STARTS WITH 'bench ' DELETE e").execute();
		}
	}

	/** The same program in this process, on the server's graph. */
	private static ConfigurableApplicationContext library(Server server) throws IOException {
		return SpringApplication.run(Shenyuan.class, "--server.port=0", "--server.address=127.0.0.1",
				"--shenyuan.data=" + server.data, "--spring.neo4j.uri=" + server.bolt(),
				"--spring.neo4j.authentication.username=neo4j",
				"--spring.neo4j.authentication.password=" + server.boltPassword());
	}

	private void measure(String surroundings, Shape shape, Server server, String token, Http http, BeanFactory library,
			Driver driver, @Nullable Postgres postgres) throws Exception {
		String scan = JSON.readTree(http.send(Http.get("/api/v1/runs/" + shape.run(), Http.bearer(token))).text())
			.get("scan")
			.asString();
		byte[] ofPage = Http.get("/t/" + scan.substring(scan.lastIndexOf('/') + 1),
				"Accept: text/html\r\nAccept-Language: en\r\n");
		byte[] ofApi = Http.get("/api/v1/lots/" + shape.lot() + "/trace", Http.bearer(token));
		Http.Answer page = expect(http.send(ofPage));
		Http.Answer api = expect(http.send(ofApi));
		String found = String.format(Locale.ROOT, "page %d of %d bases, API %d, library %d%s of %d",
				bases(page.text()), shape.bases(), sources(JSON.readTree(api.text()).get("sources")),
				sources(FirstTrace.of(library, shape.lot())),
				(postgres != null) ? ", PostgreSQL " + postgres.trace(shape.lot()) : "", shape.sources());
		var firstPages = new Times();
		var firstApis = new Times();
		var ours = new Times();
		var floor = new Times();
		var tables = new Times();
		rounds((warm) -> {
			mark(driver);
			(warm ? firstPages : new Times()).time(() -> http.send(ofPage));
			mark(driver);
			(warm ? firstApis : new Times()).time(() -> http.send(ofApi));
			(warm ? ours : new Times()).time(() -> FirstTrace.of(library, shape.lot()));
			(warm ? floor : new Times()).time(() -> bare(driver, shape.lot()));
			if (postgres != null) {
				(warm ? tables : new Times()).time(() -> postgres.trace(shape.lot()));
			}
		});
		Thread.sleep(SETTLES_MILLIS);
		var pages = new Times();
		var apis = new Times();
		rounds((warm) -> {
			(warm ? pages : new Times()).time(() -> http.send(ofPage));
			(warm ? apis : new Times()).time(() -> http.send(ofApi));
		});
		this.table.row(surroundings, shape.kind(), shape.size(), found, firstPages.median(), firstPages.percentile(95),
				pages.median(), pages.percentile(95), page.bytes(), firstApis.median(), apis.median(), api.bytes(),
				ours.median(), floor.median(), tables.median(), (postgres != null) ? paths(postgres, shape) : "",
				ours.median() / floor.median(), firstApis.median() / tables.median(), apis.median() / tables.median(),
				cpu(server, http, ofPage), (shape.peer() > 0) ? shape.peer() : Double.NaN,
				(shape.peer() > 0) ? shape.peer() / firstPages.median() : Double.NaN,
				(shape.peer() > 0) ? shape.peer() / pages.median() : Double.NaN);
	}

	/** Some that do not count, and then as many as there is time for. */
	private void rounds(Round round) throws Exception {
		for (double until : new double[] { this.seconds, 4 * this.seconds }) {
			boolean warm = until > this.seconds;
			long end = System.nanoTime() + (long) (until * 1e9);
			for (int i = 0; i < (warm ? FEWEST_ROUNDS : 2) || (System.nanoTime() < end && i < MOST_ROUNDS); i++) {
				round.run(warm);
			}
		}
	}

	@FunctionalInterface
	private interface Round {

		void run(boolean warm) throws Exception;

	}

	/** As if something had been recorded, so that no trace is given again. */
	private static void mark(Driver driver) {
		driver.executableQuery("CREATE (:Event {id: 'bench ' + randomUUID(), recorded: datetime()})").execute();
	}

	static Http.Answer expect(Http.Answer answer) {
		if (answer.status() / 100 != 2) {
			throw new IllegalStateException(answer.status() + " " + answer.text());
		}
		return answer;
	}

	/** What one costs the server, whoever else uses the machine. */
	private double cpu(Server server, Http http, byte[] request) throws IOException {
		double before = server.cpuSeconds();
		int times = 0;
		for (long end = System.nanoTime() + (long) (this.seconds * 1e9); System.nanoTime() < end; times++) {
			http.send(request);
		}
		return (server.cpuSeconds() - before) * 1000 / times;
	}

	private static int bare(Driver driver, String lot) {
		try (Session session = driver.session()) {
			return session.executeRead((tx) -> tx.run(FirstTrace.STATEMENT, Map.of("lot", lot)).list().size());
		}
	}

	private static String paths(Postgres postgres, Shape shape) throws Exception {
		long begun = System.nanoTime();
		long paths = postgres.paths(shape.lot(), PATH_SECONDS);
		return (paths < 0) ? String.format(Locale.ROOT, "more than %d s", PATH_SECONDS)
				: String.format(Locale.ROOT, "%,d in %,.1f ms", paths, (System.nanoTime() - begun) / 1e6);
	}

	private static long bases(String page) {
		return java.util.stream.IntStream.range(0, 19)
			.filter((base) -> page.contains("测量基地" + base + "号"))
			.count();
	}

	private static long sources(JsonNode sources) {
		return StreamSupport.stream(sources.spliterator(), false)
			.mapToLong((source) -> source.get("harvests").asLong())
			.sum();
	}

	private static long sources(org.shenyuan.trace.Trace trace) {
		return trace.sources().stream().mapToLong(Source::harvests).sum();
	}

}
