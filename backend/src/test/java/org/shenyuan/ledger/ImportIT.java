package org.shenyuan.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.neo4j.driver.Driver;
import org.shenyuan.Api;
import org.shenyuan.BackendTest;
import org.shenyuan.Fingerprint;
import org.shenyuan.Problem;
import org.shenyuan.World;
import org.shenyuan.schema.Audits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** A season's file is recorded as a whole or not at all, and every bad line is named. */
@BackendTest
@Import(World.class)
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("InlineFormatString") // the lines of a file stand together
class ImportIT {

	private static final int LINES = 5_000;

	private static final String PURCHASE = """
			{"type":"purchased","id":"%s","at":"2024-09-20T15:00:00+08:00","by":"WORKS","lot":"%s","lotKind":"FRESH","product":"FRESH","species":"PANAX-GINSENG","grams":%d,"seller":"散户（演示）"}""";

	private static final String LOSS = """
			{"type":"adjusted","id":"%s","at":"2024-09-21T15:00:00+08:00","by":"WORKS","lot":"%s","lostGrams":%d,"reason":"霉变"}""";

	private static final String MERGE = """
			{"type":"regrouped","id":"%s","at":"2024-09-22T15:00:00+08:00","by":"WORKS","inputs":[{"lot":"%s","grams":%d},{"lot":"%s","grams":%d}],"outputs":[{"lot":"%s","grams":%d}]}""";

	private static final String PACK = """
			{"type":"packed","id":"%s","at":"2024-09-23T15:00:00+08:00","by":"WORKS","facility":"WORKSHOP","inputs":[{"lot":"%s","grams":%d}],"lot":"%s","units":%d,"unitGrams":100,"lostGrams":0}""";

	private static final String LABELS = """
			{"type":"labelsIssued","id":"%s","at":"2024-09-24T15:00:00+08:00","by":"WORKS","run":"%s","lot":"%s","count":%d}""";

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	private final Random random = new Random(20260724);

	@BeforeAll
	void settle() {
		this.world.settle();
	}

	@BeforeEach
	void logIn() {
		this.world.as("worker");
	}

	@Test
	void aFileOfThousandsIsAllOrNothing() {
		List<String> season = season("BIG", LINES);
		Fingerprint before = Fingerprint.of(this.driver);

		List<String> bad = new ArrayList<>(season);
		bad.add(3_210, LOSS.formatted(id(), "NO-SUCH-LOT", 5));
		Problem unknown = refused(bad);
		assertThat(unknown.status()).isEqualTo(422);
		assertThat(unknown.lines()).containsExactly(3_211);
		assertThat(unknown.keys()).containsExactly("unknown.lot");

		bad.set(3_210, "{\"type\":\"adjusted\",");
		Problem unreadable = refused(bad);
		assertThat(unreadable.lines()).containsExactly(3_211);
		assertThat(unreadable.keys()).containsExactly("json.syntax");
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);

		Api.Answer corrected = send(season);
		assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
		assertThat(corrected.json().get("recorded").asLong()).isEqualTo(LINES);
		assertThat(corrected.json().get("again").asLong()).isZero();
		assertThat(Audits.run(this.driver)).isEmpty();

		Fingerprint recorded = Fingerprint.of(this.driver);
		Api.Answer again = send(season);
		assertThat(again.json().get("recorded").asLong()).isZero();
		assertThat(again.json().get("again").asLong()).isEqualTo(LINES);
		assertThat(Fingerprint.of(this.driver)).isEqualTo(recorded);
	}

	@Test
	void everyBadLineIsNamed() {
		List<String> season = season("TWO", 60);
		Fingerprint before = Fingerprint.of(this.driver);
		season.add(6, LOSS.formatted(id(), "NO-SUCH-LOT", 5));
		season.add(41, LOSS.formatted(id(), "SEED-1", 5));
		Problem judged = refused(season);
		assertThat(judged.lines()).containsExactly(7, 42);
		assertThat(judged.keys()).containsExactly("unknown.lot", "lot.custody");

		season.set(6, LOSS.formatted(id(), "TWO-0", -5));
		season.set(41, LOSS.formatted(id(), "two", 0));
		Problem misshapen = refused(season);
		assertThat(misshapen.lines()).containsExactly(7, 42);
		assertThat(misshapen.fields()).containsExactly("lostGrams", "lostGrams", "lot");

		season.set(6, "no JSON");
		season.set(41, "");
		season.set(50, "null");
		season.set(10, LOSS.formatted(id(), "two", -5));
		Problem unreadable = refused(season);
		assertThat(unreadable.lines()).as("with what is misshapen").containsExactly(7, 11, 42, 51);
		assertThat(unreadable.keys()).contains("json.syntax", "field.grams", "field.code");
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
	}

	@Test
	void takingMoreThanAnEarlierLineLeftIsRefusedAtThatLine() {
		Fingerprint before = Fingerprint.of(this.driver);
		Problem problem = refused(List.of(PURCHASE.formatted(id(), "LEFT-1", 1_000),
				LOSS.formatted(id(), "LEFT-1", 600), LOSS.formatted(id(), "LEFT-1", 401)));
		assertThat(problem.lines()).containsExactly(3);
		Problem.Reason reason = problem.reason("lot.left");
		assertThat(reason.values().get("left").asLong()).isEqualTo(400);
		assertThat(reason.values().get("asked").asLong()).isEqualTo(401);
		assertThat(reason.message()).contains("0.4 kg", "0.401 kg");
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
	}

	@Test
	void aLineBeforeTheOneThatItNeedsIsRefused() {
		String purchase = PURCHASE.formatted(id(), "ORDER-1", 1_000);
		String loss = LOSS.formatted(id(), "ORDER-1", 600);
		assertThat(refused(List.of(loss, purchase)).lines()).containsExactly(1);
		Api.Answer inOrder = send(List.of(purchase, loss));
		assertThat(inOrder.json().get("recorded").asLong()).isEqualTo(2);
		assertThat(left("ORDER-1")).isEqualTo(400);
	}

	@Test
	void aLineThatIsThereTwiceIsRecordedOnce() {
		String purchase = PURCHASE.formatted(id(), "TWICE-1", 1_000);
		String loss = LOSS.formatted(id(), "TWICE-1", 600);
		Api.Answer answer = send(List.of(purchase, loss, loss));
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(answer.json().get("recorded").asLong()).isEqualTo(2);
		assertThat(answer.json().get("again").asLong()).isEqualTo(1);
		assertThat(left("TWICE-1")).isEqualTo(400);
	}

	@Test
	void anIdThatIsThereTwiceForDifferentThingsIsRefusedAtTheSecond() {
		Fingerprint before = Fingerprint.of(this.driver);
		String id = id();
		Problem problem = refused(List.of(PURCHASE.formatted(id(), "OTHER-1", 1_000),
				LOSS.formatted(id, "OTHER-1", 600), LOSS.formatted(id, "OTHER-1", 300)));
		assertThat(problem.status()).isEqualTo(409);
		assertThat(problem.lines()).containsExactly(3);
		assertThat(problem.reason("event.conflict").values().get("sent"))
			.isNotEqualTo(problem.reason("event.conflict").values().get("recorded"));
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
	}

	@Test
	void theEndsOfLinesMayBeThoseOfWindows() {
		Api.Answer answer = this.world.as("worker")
			.importFile(PURCHASE.formatted(id(), "CRLF-1", 7) + "\r\n" + LOSS.formatted(id(), "CRLF-1", 7) + "\r\n");
		assertThat(answer.json().get("recorded").asLong()).as(answer.body()).isEqualTo(2);
		assertThat(left("CRLF-1")).isZero();
	}

	/** Buys, loses, merges, packs and labels; half of all lines stand on earlier ones. */
	private List<String> season(String name, int lines) {
		List<String> season = new ArrayList<>();
		for (int i = 0; season.size() + 6 <= lines; i++) {
			String lot = name + "-" + i;
			int first = 1_000 + this.random.nextInt(9_000);
			int second = 1_000 + this.random.nextInt(9_000);
			int lost = 1 + this.random.nextInt(900);
			int merged = (first - lost + second) / 100 * 100;
			season.add(PURCHASE.formatted(id(), lot + "-A", first));
			season.add(PURCHASE.formatted(id(), lot + "-B", second));
			season.add(LOSS.formatted(id(), lot + "-A", lost));
			season.add(MERGE.formatted(id(), lot + "-A", first - lost, lot + "-B", merged - first + lost, lot + "-M",
					merged));
			season.add(PACK.formatted(id(), lot + "-M", merged, lot + "-P", merged / 100));
			season.add(LABELS.formatted(id(), lot + "-R", lot + "-P", merged / 100));
		}
		while (season.size() < lines) {
			season.add(PURCHASE.formatted(id(), name + "-END-" + season.size(), 500));
		}
		return season;
	}

	private String id() {
		return new UUID(this.random.nextLong(), this.random.nextLong()).toString();
	}

	private Api.Answer send(List<String> lines) {
		return this.world.as("worker").importFile(String.join("\n", lines));
	}

	private Problem refused(List<String> lines) {
		return Problem.of(send(lines));
	}

	private long left(String lot) {
		return this.world.as("worker").get("/api/v1/lots/" + lot).json().at("/lot/left").asLong();
	}

}
