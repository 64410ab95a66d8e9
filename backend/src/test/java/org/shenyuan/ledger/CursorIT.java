package org.shenyuan.ledger;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.shenyuan.Api;
import org.shenyuan.BackendTest;
import org.shenyuan.Problem;
import org.shenyuan.World;
import org.shenyuan.graph.NoRoom;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Page by page, everything is seen once, whoever writes meanwhile. */
@BackendTest
@Import(World.class)
class CursorIT {

	private static final String PURCHASE = """
			{"type":"purchased","id":"%s","at":"2024-09-20T15:00:00+08:00","by":"WORKS","lot":"%s","lotKind":"FRESH","product":"FRESH","species":"PANAX-GINSENG","grams":%d,"seller":"散户（演示）"}""";

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	private Api api;

	/** How many events there are when a test begins. */
	private int recorded;

	@BeforeEach
	void twoHundredLots() {
		this.world.settle();
		this.api = this.world.as("worker");
		int setting = this.api.get("/api/v1/events?limit=1000").json().get("events").size();
		assertThat(this.api.importFile(file("OLD", 200)).json().get("recorded").asInt()).isEqualTo(200);
		this.recorded = setting + 200;
	}

	@Test
	void aLogThatGrowsIsReadOnceAndInOrder() throws Exception {
		List<String> before = new ArrayList<>();
		read("/api/v1/events?limit=1000", "events", before);
		assertThat(before).hasSize(this.recorded);
		for (int limit : new int[] { 1, 7, 100 }) {
			List<String> seen = new ArrayList<>();
			// A log that is written as fast as it is read has no end.
			whileWriting("L" + limit + "-",
					() -> read("/api/v1/events?limit=" + limit, "events", seen, this.recorded + 30));
			assertThat(seen).doesNotHaveDuplicates().startsWith(before.toArray(String[]::new));
		}
	}

	@Test
	void whatIsRecordedIsReadAlsoWhereTheDiskIsFull() {
		Events full = new Events(NoRoom.of(this.driver), Clock.systemUTC());
		int all = this.driver.executableQuery("MATCH (e:Event) RETURN count(e) AS all")
			.execute()
			.records()
			.getFirst()
			.get("all")
			.asInt();
		assertThat(full.after(0, 1000)).hasSize(all).hasSizeGreaterThan(200);
	}

	@Test
	void aFollowerMissesNothingThatIsRecordedBehindItsBack() throws Exception {
		Set<String> seen = ConcurrentHashMap.newKeySet();
		AtomicBoolean written = new AtomicBoolean();
		try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
			Future<?> reader = threads.submit(() -> follow(seen, written));
			while (seen.size() < this.recorded) {
				Thread.sleep(10);
			}
			Future<Api.Answer> large = threads.submit(() -> this.api.importFile(file("LARGE", 3000)));
			for (int i = 0; !large.isDone(); i++) {
				assertThat(this.api.importFile(file("SMALL" + i, 1)).status()).isEqualTo(200);
			}
			assertThat(large.get().status()).isEqualTo(200);
			written.set(true);
			reader.get();
		}
		List<String> all = new ArrayList<>();
		read("/api/v1/events?limit=1000", "events", all);
		assertThat(all).hasSizeGreaterThan(3000);
		assertThat(all.stream().filter((id) -> !seen.contains(id)).count())
			.as("recorded, but never seen by the follower")
			.isZero();
	}

	@Test
	void atTheEndOfTheLogOneWaitsForTheNextEvent() {
		JsonNode all = this.api.get("/api/v1/events?limit=1000").json();
		assertThat(all.get("more").asBoolean()).isFalse();
		String end = "/api/v1/events?after=" + all.get("next").asString();
		JsonNode nothing = this.api.get(end).json();
		assertThat(nothing.get("events")).isEmpty();
		assertThat(nothing.get("more").asBoolean()).isFalse();
		assertThat(nothing.get("next")).isEqualTo(all.get("next"));

		this.api.importFile(file("LATER", 2));
		JsonNode first = this.api.get(end + "&limit=1").json();
		JsonNode second = this.api.get("/api/v1/events?after=" + first.get("next").asString()).json();
		assertThat(first.get("more").asBoolean()).isTrue();
		assertThat(Stream.of(first, second).map((page) -> page.at("/events/0/event/lot").asString()))
			.containsExactly("LATER-00000", "LATER-00001");
		assertThat(second.get("more").asBoolean()).isFalse();
	}

	@Test
	void aLogThatIsFullOfOthersIsReadInBoundedSteps() {
		Api stranger = this.world.as("farmer2");
		String end = stranger.get("/api/v1/events?limit=1000").json().get("next").asString();
		assertThat(this.api.importFile(file("MANY", 1001)).status()).isEqualTo(200);
		JsonNode first = stranger.get("/api/v1/events?after=" + end).json();
		assertThat(first.get("events")).isEmpty();
		assertThat(first.get("more").asBoolean()).isTrue();
		JsonNode second = stranger.get("/api/v1/events?after=" + first.get("next").asString()).json();
		assertThat(second.get("events")).isEmpty();
		assertThat(second.get("more").asBoolean()).isFalse();
	}

	@Test
	void lotsAreReadOnceEachWhileMoreArrive() throws Exception {
		for (int limit : new int[] { 1, 7, 100 }) {
			List<String> seen = new ArrayList<>();
			whileWriting("N" + limit + "-", () -> read("/api/v1/lots?limit=" + limit, "lots", seen));
			assertThat(seen).doesNotHaveDuplicates().isSorted();
			assertThat(seen).containsAll(IntStream.range(0, 200).mapToObj("OLD-%05d"::formatted).toList());
		}
	}

	@Test
	void aCursorThatIsNoneIsRefused() {
		for (String after : new String[] { "x", "AAAA", "%20", "MjAyNC0wMS0wMVQwMDowMDowMFogMSBh" }) {
			Api.Answer answer = this.api.get("/api/v1/events?after=" + after);
			if (answer.status() != 200) {
				assertThat(Problem.of(answer).keys()).containsExactly("cursor");
			}
		}
		assertThat(Problem.of(this.api.get("/api/v1/events?after=x")).fields()).containsExactly("after");
		assertThat(Problem.of(this.api.get("/api/v1/events?limit=many")).status()).isEqualTo(400);
		assertThat(this.api.get("/api/v1/events?limit=-5").json().get("events")).hasSize(1);
		assertThat(this.api.get("/api/v1/events?limit=2000000000").json().get("events")).hasSize(this.recorded);
	}

	/** Some thread appends one event after another as long as the reading goes on. */
	private void whileWriting(String lots, Runnable reading) throws Exception {
		AtomicBoolean read = new AtomicBoolean();
		try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
			Future<Integer> writer = thread.submit(() -> {
				int written = 0;
				while (!read.get() || written == 0) {
					this.api.importFile(PURCHASE.formatted(UUID.randomUUID(), lots + written++, 1));
				}
				return written;
			});
			try {
				reading.run();
			}
			finally {
				read.set(true);
			}
			assertThat(writer.get()).isPositive();
		}
	}

	/** Reads on and on, until everything is written and nothing more comes. */
	private void follow(Set<String> seen, AtomicBoolean written) {
		String after = "";
		for (boolean last = false; !last;) {
			boolean quiet = written.get();
			JsonNode page = this.api.get("/api/v1/events?limit=3" + after).json();
			for (JsonNode entry : page.get("events")) {
				assertThat(seen.add(entry.at("/event/id").asString())).as("seen once").isTrue();
			}
			after = "&after=" + page.get("next").asString();
			last = quiet && !page.get("more").asBoolean();
		}
	}

	private void read(String path, String list, List<String> seen) {
		read(path, list, seen, Integer.MAX_VALUE);
	}

	private void read(String path, String list, List<String> seen, int enough) {
		String after = "";
		while (true) {
			JsonNode page = this.api.get(path + after).json();
			page.get(list)
				.valueStream()
				.map((one) -> list.equals("lots") ? one.get("id").asString() : one.at("/event/id").asString())
				.forEach(seen::add);
			if (!page.path("more").asBoolean(page.path("next").isString()) || seen.size() >= enough) {
				return;
			}
			after = "&after=" + page.get("next").asString();
		}
	}

	private static String file(String lots, int count) {
		return String.join("\n",
				IntStream.range(0, count)
					.mapToObj((i) -> PURCHASE.formatted(UUID.randomUUID(), "%s-%05d".formatted(lots, i), 1000))
					.toList());
	}

}
