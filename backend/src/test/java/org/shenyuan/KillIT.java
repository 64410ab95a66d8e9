package org.shenyuan;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.neo4j.driver.Driver;
import org.shenyuan.schema.Audits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A backend that is killed, its graph with it, loses nothing that it acknowledged. */
@Aside
@Timeout(240)
class KillIT {

	private static final int LINES = 1000;

	private static final int WRITERS = 100;

	private static RunningBackend backend;

	/** Tokens outlive a kill as well. */
	private static Api api;

	/** How long a whole import takes here, in a process that has just been started. */
	private static long millisOfAnImport;

	@BeforeAll
	static void start() throws Exception {
		backend = RunningBackend.start(RunningBackend.newFolder());
		api = backend.admin(backend.password());
		assertThat(api.importFile(Note.register()).status()).isEqualTo(200);
		long before = System.nanoTime();
		assertThat(imported(Note.purchases("WHOLE", LINES))).isEqualTo(Map.of("recorded", LINES, "again", 0));
		millisOfAnImport = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
	}

	@AfterAll
	static void end() {
		backend.close();
	}

	@Test
	void anImportThatIsKilledLeavesNothingUnlessItWasAcknowledged() throws Exception {
		int cutOff = 0;
		for (long seed = 1; seed <= 2; seed++) {
			List<Note> file = Note.purchases("IMPORT-" + seed, LINES);
			CompletableFuture<Api.Answer> answer = CompletableFuture
				.supplyAsync(() -> api.importFile(Note.lines(file)));
			try (Driver driver = backend.driver()) {
				Jvm.await("the import to begin", () -> isWriting(driver));
			}
			boolean acknowledged = endsWithin(answer, new Random(seed).nextLong(millisOfAnImport / 2));
			backend.kill();
			if (!acknowledged) {
				cutOff++;
				assertThatThrownBy(answer::get).hasRootCauseInstanceOf(IOException.class);
			}
			backend.startAgain();
			int there = count("IMPORT-" + seed);
			// An answer that got lost is no promise: all of it may be there as well.
			assertThat(there).isIn(acknowledged ? List.of(LINES) : List.of(0, LINES));
			theGraphIsWhole();
			assertThat(imported(file)).isEqualTo(Map.of("recorded", LINES - there, "again", there));
			assertThat(count("IMPORT-" + seed)).isEqualTo(LINES);
			theGraphIsWhole();
		}
		assertThat(cutOff).as("imports that were running").isPositive();
	}

	@Test
	void everyAcknowledgedEventIsThereAfterAKill() throws Exception {
		int ofEach = 5;
		String lots = "SINGLE";
		List<Note> notes = Note.purchases(lots, WRITERS * ofEach);
		Map<Note, Api.Answer> acknowledged = new ConcurrentHashMap<>();
		int enough = 50 + new Random(4).nextInt(200);
		CompletableFuture<Void> killed = CompletableFuture.runAsync(() -> {
			Jvm.await("enough answers", () -> acknowledged.size() >= enough);
			backend.kill();
		});
		List<Boolean> through = Race.of(WRITERS, (writer) -> {
			try {
				notes.subList(writer * ofEach, (writer + 1) * ofEach)
					.forEach((note) -> acknowledged.put(note, note.sentBy(api)));
				return true;
			}
			catch (IllegalStateException ex) {
				return false;
			}
		});
		killed.get(1, TimeUnit.MINUTES);
		assertThat(through).as("writers that were cut off").contains(false);
		assertThat(acknowledged.values()).extracting(Api.Answer::status).containsOnly(201);
		backend.startAgain();
		acknowledged.forEach((note, answer) -> {
			Api.Answer found = api.get("/api/v1/events/" + note.id());
			assertThat(found.status()).isEqualTo(200);
			for (String field : List.of("hash", "recorded")) {
				assertThat(found.json().get(field)).isEqualTo(answer.json().get(field));
			}
		});
		int there = count(lots);
		assertThat(there).isBetween(acknowledged.size(), notes.size() - 1);
		theGraphIsWhole();
		assertThat(imported(notes)).isEqualTo(Map.of("recorded", notes.size() - there, "again", there));
		assertThat(count(lots)).isEqualTo(notes.size());
		theGraphIsWhole();
	}

	private static Map<String, Integer> imported(List<Note> file) {
		Api.Answer answer = api.importFile(Note.lines(file));
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return Map.of("recorded", answer.json().get("recorded").asInt(), "again", answer.json().get("again").asInt());
	}

	private static boolean endsWithin(CompletableFuture<Api.Answer> answer, long millis)
			throws InterruptedException, ExecutionException {
		try {
			return answer.get(millis, TimeUnit.MILLISECONDS).status() == 200;
		}
		catch (TimeoutException ex) {
			return false;
		}
	}

	/** Whether the graph is at work on events at this moment. */
	private static boolean isWriting(Driver driver) {
		return number(driver, """
				SHOW TRANSACTIONS YIELD currentQuery
				WHERE currentQuery CONTAINS '(e:Event'
				RETURN count(*)""") > 0;
	}

	/** What was acknowledged before every kill is among it. */
	private static void theGraphIsWhole() throws IOException {
		assertThat(count("WHOLE")).isEqualTo(LINES);
		try (Driver driver = backend.driver()) {
			assertThat(Audits.run(driver)).isEmpty();
			assertThat(number(driver, """
					MATCH (e:Event)
					WHERE e.content IS NULL OR e.recorded IS NULL OR e.hash IS NULL OR NOT EXISTS { (e)-[:BY]->() }
					RETURN count(e)""")).isZero();
		}
	}

	/** Events that made a lot with such a number. */
	private static int count(String lots) throws IOException {
		try (Driver driver = backend.driver()) {
			return (int) number(driver, String.format(Locale.ROOT,
					"MATCH (e:Event)-[:OUTPUT]->(l:Lot) WHERE l.id STARTS WITH '%s-' RETURN count(e)", lots));
		}
	}

	private static long number(Driver driver, String query) {
		return driver.executableQuery(query).execute().records().getFirst().get(0).asLong();
	}

}
