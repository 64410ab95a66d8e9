package org.shenyuan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.neo4j.driver.Driver;
import org.shenyuan.schema.Audits;

import static org.assertj.core.api.Assertions.assertThat;

/** Many at once, at two backends that share one graph. */
@Aside
@Timeout(240)
class RaceIT {

	private static final int RUNNERS = 40;

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private static RunningBackend first;

	private static RunningBackend second;

	private static Driver driver;

	private static List<Api> apis;

	@BeforeAll
	static void startBoth() throws IOException {
		first = RunningBackend.start(RunningBackend.newFolder());
		second = first.join();
		driver = first.driver();
		String password = first.password();
		apis = List.of(first.admin(password), second.admin(password));
		assertThat(apis.getFirst().importFile(Note.register()).status()).isEqualTo(200);
	}

	@AfterAll
	static void end() {
		driver.close();
		second.close();
		first.close();
	}

	@AfterEach
	void theGraphIsSound() {
		assertThat(Audits.run(driver)).isEmpty();
	}

	@Test
	void labelsNeverExceedWhatWasPacked() throws InterruptedException {
		String lot = bought(10_000);
		String packs = number("PK");
		assertThat(Note.packed(lot, packs, 1000, 10).sentBy(apis.getFirst()).status()).isEqualTo(201);
		List<Api.Answer> answers = untilRefused((i) -> Note.labelsIssued(number("RUN"), packs, 7));
		assertThat(refusals(answers)).hasSize(RUNNERS).containsOnly("labels.cap");
		assertThat(answers).filteredOn((answer) -> answer.status() == 201).hasSize(1000 / 7);
		assertThat(number("MATCH (:Lot {id: '%s'})<-[:LABELS]-(r:Run) RETURN sum(r.count)", packs)).isEqualTo(994);
		assertThat(number("MATCH (l:Lot {id: '%s'}) RETURN l.labelled", packs)).isEqualTo(9940);
		assertThat(Note.labelsIssued(number("RUN"), packs, 6).sentBy(apis.getLast()).status()).isEqualTo(201);
		assertThat(refusals(List.of(Note.labelsIssued(number("RUN"), packs, 1).sentBy(apis.getLast()))))
			.containsExactly("labels.cap");
	}

	@Test
	void theLastGramsLeaveOnce() throws InterruptedException {
		String lot = bought(10_000);
		List<Api.Answer> answers = untilRefused((i) -> (i % 4 < 2) ? Note.shipped(lot, 70, number("SH"))
				: Note.regrouped(List.of(lot), 70, number("RG")));
		assertThat(refusals(answers)).hasSize(RUNNERS).containsOnly("lot.left");
		assertThat(answers).filteredOn((answer) -> answer.status() == 201).hasSize(10_000 / 70);
		assertThat(number("MATCH (l:Lot {id: '%s'}) RETURN l.left", lot)).isEqualTo(10_000 % 70);
	}

	@Test
	void mergingInOppositeOrdersLocksNobodyOut() throws InterruptedException {
		List<String> order = List.of(bought(10_000), bought(10_000), bought(10_000));
		List<List<Integer>> statuses = Race.of(RUNNERS, (i) -> {
			List<String> lots = (i / 2 % 2 == 0) ? order : order.reversed();
			return IntStream.range(0, 5).mapToObj((time) -> {
				if (time % 2 == 0) {
					return Note.regrouped(lots, 1, number("RG")).sentBy(api(i)).status() - 1;
				}
				// The lines of a file take the lots one after the other.
				return api(i)
					.importFile(Note
						.lines(lots.stream().map((lot) -> Note.regrouped(List.of(lot), 1, number("RG"))).toList()))
					.status();
			}).toList();
		});
		assertThat(statuses).allSatisfy((own) -> assertThat(own).containsOnly(200));
		for (String lot : order) {
			assertThat(number("MATCH (l:Lot {id: '%s'}) RETURN l.left", lot)).isEqualTo(10_000 - RUNNERS * 5);
		}
	}

	@RepeatedTest(5)
	void anEventSentTenTimesAtOnceIsRecordedOnce() throws InterruptedException {
		Note note = Note.purchased(number("F"), 500);
		List<Api.Answer> answers = Race.of(10, (i) -> note.sentBy(api(i)));
		assertThat(answers).extracting(Api.Answer::status)
			.containsExactlyInAnyOrder(201, 200, 200, 200, 200, 200, 200, 200, 200, 200);
		assertThat(answers).extracting(Api.Answer::body).containsOnly(answers.getFirst().body());
		assertThat(number("MATCH (e:Event {id: '%s'})-[:OUTPUT]->(l:Lot) RETURN count(*)", note.id())).isOne();
		for (Api api : apis) {
			Api.Answer other = note.butWith("\"grams\":500", "\"grams\":501").sentBy(api);
			assertThat(other.status()).isEqualTo(409);
			assertThat(other.errors()).containsExactly("event.conflict");
		}
	}

	@RepeatedTest(5)
	void ofTenContentsUnderOneIdOneIsRecorded() throws InterruptedException {
		Note note = Note.purchased(number("F"), 500);
		List<Api.Answer> answers = Race.of(10, (i) -> note.butWith("\"grams\":500", "\"grams\":60" + i).sentBy(api(i)));
		assertThat(answers).extracting(Api.Answer::status)
			.containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409, 409, 409, 409, 409);
	}

	@RepeatedTest(5)
	void aNumberIsGivenToOneLot() throws InterruptedException {
		String lot = number("F");
		List<Api.Answer> answers = Race.of(10, (i) -> Note.purchased(lot, 500).sentBy(api(i)));
		assertThat(refusals(answers)).hasSize(9).containsOnly("lot.exists");
		assertThat(number("MATCH (l:Lot {id: '%s'}) RETURN count(l)", lot)).isOne();
	}

	/** Everybody asks again and again, until told that there is no more. */
	private static List<Api.Answer> untilRefused(IntFunction<Note> next) throws InterruptedException {
		return Race.of(RUNNERS, (i) -> {
			List<Api.Answer> answers = new ArrayList<>();
			do {
				answers.add(next.apply(i).sentBy(api(i)));
			}
			while (answers.getLast().status() == 201);
			return answers;
		}).stream().flatMap(List::stream).toList();
	}

	/** The keys of every refusal; any other answer but 201 is a failure. */
	private static List<String> refusals(List<Api.Answer> answers) {
		assertThat(answers).extracting(Api.Answer::status).containsAnyOf(201, 422).isSubsetOf(201, 422);
		return answers.stream()
			.filter((answer) -> answer.status() == 422)
			.flatMap((answer) -> answer.errors().stream())
			.toList();
	}

	private static String bought(long grams) {
		String lot = number("F");
		assertThat(Note.purchased(lot, grams).sentBy(apis.getFirst()).status()).isEqualTo(201);
		return lot;
	}

	private static Api api(int runner) {
		return apis.get(runner % apis.size());
	}

	private static String number(String kind) {
		return kind + "-" + NUMBER.incrementAndGet();
	}

	private static long number(String query, Object id) {
		return driver.executableQuery(query.replace("%s", id.toString()))
			.execute()
			.records()
			.getFirst()
			.get(0)
			.asLong();
	}

}
