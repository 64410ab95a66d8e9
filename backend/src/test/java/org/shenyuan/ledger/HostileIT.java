package org.shenyuan.ledger;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
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
 * Fields of every kind of event that are missing, or hold what cannot be. Each test walks
 * a chain of events: at each step every bad variant is refused for the one thing that is
 * wrong with it and leaves the graph as it is, and then the good one is recorded.
 */
@BackendTest
@Import(World.class)
@TestInstance(Lifecycle.PER_CLASS)
class HostileIT {

	/** What may be left out and then counts as nothing, or as no. */
	private static final Set<String> NOTHING_IF_MISSING = Set.of("seedlingsLifted plants", "transplanted plants",
			"harvested soilGrams", "harvested crates", "processed lostGrams", "packed lostGrams",
			"tested results[0].floor");

	private static final Set<String> TIMES = Set.of("at", "started", "sampled", "surveyed", "validFrom", "validTo");

	/**
	 * Every place that names something, and how it is refused when there is no such
	 * thing.
	 */
	private static final String NAMES = """
			partyRegistered /county unknown.word
			varietyRegistered /species unknown.word
			varietyRegistered /varietyKind unknown.word
			parcelRegistered /county unknown.word
			parcelRegistered /landClass unknown.word
			parcelRegistered /status unknown.word
			baseRegistered /county unknown.word
			baseRegistered /operator unknown.party
			plotRegistered /base unknown.base
			plotRegistered /parcel unknown.parcel
			plotRegistered /operator unknown.party
			plotRegistered /cultivation unknown.word
			facilityRegistered /county unknown.word
			facilityRegistered /operator unknown.party
			certificateRegistered /base unknown.base
			certificateRegistered /certificateKind unknown.word
			certificateRegistered /level unknown.word
			certificateRegistered /species unknown.word
			seedRegistered /variety unknown.variety
			seedRegistered /species unknown.word
			seedRegistered /form unknown.word
			sown /plot unknown.plot
			sown /seed/0/lot unknown.lot
			seedlingsLifted /stand unknown.lot
			seedlingsLifted /plot unknown.plot
			transplanted /plot unknown.plot
			transplanted /seedlings/0/lot unknown.lot
			fieldWorked /stand unknown.lot
			fieldWorked /plot unknown.plot
			fieldWorked /work unknown.word
			harvested /stand unknown.lot
			harvested /plot unknown.plot
			sampled /lot unknown.lot
			tested /lot unknown.lot
			held /lot unknown.lot
			released /lot unknown.lot
			adjusted /lot unknown.lot
			corrected /event unknown.event
			shipped /to unknown.party
			shipped /lines/0/lot unknown.lot
			received /lot unknown.lot
			purchased /species unknown.word
			purchased /product unknown.word
			processed /facility unknown.facility
			processed /process unknown.word
			processed /inputs/0/lot unknown.lot
			processed /outputs/0/product unknown.word
			regrouped /inputs/0/lot unknown.lot
			packed /facility unknown.facility
			packed /inputs/0/lot unknown.lot
			labelsIssued /lot unknown.lot
			labelsActivated /run unknown.run
			labelsVoided /run unknown.run
			""";

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	private int chain = 10;

	@BeforeAll
	void settle() {
		this.world.settle();
	}

	@Test
	void everyKindHasABodyWithEveryField() {
		assertThat(new OneOfEach(1).bodies()).containsOnlyKeys(EventKinds.all().keySet());
		new OneOfEach(1).bodies().forEach((kind, body) -> {
			Set<String> fields = new TreeSet<>(List.of("type"));
			Arrays.stream(type(body).getRecordComponents()).forEach((field) -> fields.add(field.getName()));
			assertThat(body.propertyNames()).as(kind).containsExactlyInAnyOrderElementsOf(fields);
		});
	}

	@Test
	void aMissingFieldIsNamed() {
		walk((body) -> {
			SoftAssertions softly = new SoftAssertions();
			OneOfEach.fields(body, (name, pointer) -> {
				if (isMandatory(body, name)) {
					Problem problem = refused(body, OneOfEach.without(body, pointer));
					softly.assertThat(problem.status()).as(kind(body) + " without " + name).isEqualTo(422);
					softly.assertThat(problem.fields()).as(kind(body) + " without " + name).containsExactly(name);
				}
			});
			softly.assertAll();
		});
	}

	@Test
	void allMissingFieldsAreNamedAtOnce() {
		new OneOfEach(1).bodies().forEach((kind, body) -> {
			Problem problem = refused(body, "{}");
			assertThat(problem.status()).as(kind).isEqualTo(422);
			assertThat(problem.fields()).as(kind)
				.containsExactlyInAnyOrderElementsOf(body.propertyNames()
					.stream()
					.filter((name) -> !name.equals("type") && isMandatory(body, name))
					.toList());
		});
	}

	@Test
	void aMassOrACountIsAWholeNumberThatSomethingCanHave() {
		List<String> never = List.of("-1", "0.5", "1e30", "9223372036854775807", "9223372036854775808", "-1e400",
				"\"12\"", "true", "[7]", "{}");
		walk((body) -> numbers(body, (name, pointer) -> {
			SoftAssertions softly = new SoftAssertions();
			List<String> bad = new ArrayList<>(never);
			if (isMandatory(body, name)) {
				bad.add("0");
				bad.add("null");
			}
			for (String value : bad) {
				Problem problem = refused(body, OneOfEach.with(body, pointer, value));
				softly.assertThat(problem.fields()).as("%s with %s %s", kind(body), name, value).containsExactly(name);
				softly.assertThat(problem.keys()).doesNotContain("json.syntax");
			}
			softly.assertAll();
		}));
	}

	@Test
	void aDateIsADayOfTheCalendarInWords() {
		List<String> never = List.of("\"2024-02-30T10:00:00+08:00\"", "\"2024-02-30\"", "\"99999-01-01\"",
				"\"99999-01-01T10:00:00+08:00\"", "\"2024-01-01T10:00:00\"", "\"2024-01-01T25:00:00+08:00\"",
				"\"yesterday\"", "\"1726642800\"", "1726642800", "1726642800000", "19000", "[2024,1,1]", "true");
		walk((body) -> {
			SoftAssertions softly = new SoftAssertions();
			body.propertyNames().stream().filter(TIMES::contains).forEach((name) -> never.forEach((value) -> {
				Api.Answer answer = post(body, OneOfEach.with(body, "/" + name, value));
				softly.assertThat(answer.status()).as("%s with %s %s", kind(body), name, value).isGreaterThan(399);
				if (answer.status() >= 400) {
					softly.assertThat(Problem.of(answer).fields())
						.as("%s with %s %s", kind(body), name, value)
						.containsExactly(name);
				}
			}));
			softly.assertAll();
		});
	}

	@Test
	void nothingHappensTomorrow() {
		String tomorrow = '"' + OffsetDateTime.now(ZoneOffset.ofHours(8)).plusDays(1).toString() + '"';
		walk((body) -> {
			for (String at : List.of(tomorrow, "\"+99999-01-01T10:00:00+08:00\"")) {
				Problem problem = refused(body, OneOfEach.with(body, "/at", at));
				assertThat(problem.keys()).as(kind(body)).containsExactly("time.future");
				assertThat(problem.reason("time.future").field()).isEqualTo("at");
			}
		});
	}

	@Test
	void nothingHappensToWhatWasNotThereYet() {
		Set<String> fromNothing = Set.of("partyRegistered", "varietyRegistered", "parcelRegistered", "baseRegistered",
				"plotRegistered", "facilityRegistered", "certificateRegistered", "seedRegistered", "purchased");
		walk((body) -> {
			if (!fromNothing.contains(kind(body))) {
				Problem problem = refused(body, OneOfEach.with(body, "/at", "\"2019-09-01T10:00:00+08:00\""));
				assertThat(problem.keys()).as(kind(body)).contains("time.before");
				assertThat(problem.reason("time.before").field()).isEqualTo("at");
			}
		});
	}

	@Test
	void whatIsNamedMustExist() {
		walk((body) -> {
			SoftAssertions softly = new SoftAssertions();
			NAMES.lines()
				.map((line) -> line.split(" ", -1))
				.filter((line) -> line[0].equals(kind(body)))
				.forEach((line) -> {
					String nobody = line[2].equals("unknown.event") ? UUID.randomUUID().toString() : "NOBODY";
					Problem problem = refused(body, OneOfEach.with(body, line[1], '"' + nobody + '"'));
					softly.assertThat(problem.status()).isEqualTo(422);
					softly.assertThat(problem.keys()).as("%s %s", kind(body), line[1]).contains(line[2]);
					softly.assertThat(problem.reasons())
						.as("%s %s", kind(body), line[1])
						.anyMatch((reason) -> reason.key().equals(line[2]) && reason.message().contains(nobody));
				});
			softly.assertAll();
		});
	}

	@Test
	void aPartyThatNobodyRegisteredRecordsNothing() {
		walk((body) -> assertThat(refused(body, OneOfEach.with(body, "/by", "\"NOBODY\"")).keys()).as(kind(body))
			.contains("unknown.party"));
	}

	@Test
	void aThingOfAnotherSortIsNotTheThing() {
		assertThat(refused(new OneOfEach(2).of("sown"), "plot", "BASE-1").keys()).contains("unknown.plot");
		assertThat(refused(new OneOfEach(2).of("packed"), "facility", "P1").keys()).contains("unknown.facility");
		assertThat(refused(new OneOfEach(2).of("plotRegistered"), "base", "FARM").keys()).contains("unknown.base");
		assertThat(refused(new OneOfEach(2).of("shipped"), "to", "BASE-1").keys()).contains("unknown.party");
	}

	private void walk(Consumer<ObjectNode> step) {
		for (ObjectNode body : new OneOfEach(this.chain++).bodies().values()) {
			Fingerprint before = Fingerprint.of(this.driver);
			step.accept(body);
			assertThat(Fingerprint.of(this.driver)).as("graph after refusing " + kind(body)).isEqualTo(before);
			accept(body);
		}
	}

	private void accept(ObjectNode body) {
		Api.Answer answer = post(body, body.toString());
		assertThat(answer.status()).as(kind(body) + answer.body()).isEqualTo(201);
	}

	private Api.Answer post(ObjectNode body, String json) {
		return this.world.as("admin").record(kind(body), json);
	}

	private Problem refused(ObjectNode body, String json) {
		return Problem.of(post(body, json));
	}

	private Problem refused(ObjectNode body, String field, String value) {
		return refused(body, OneOfEach.with(body, "/" + field, '"' + value + '"'));
	}

	private static Class<?> type(ObjectNode body) {
		return Objects.requireNonNull(EventKinds.all().get(kind(body)));
	}

	private static String kind(ObjectNode body) {
		return body.get("type").asString();
	}

	private static void numbers(ObjectNode body, BiConsumer<String, String> visitor) {
		OneOfEach.fields(body, (name, pointer) -> {
			if (Set.of(long.class, int.class, Integer.class).contains(component(body, name).getType())) {
				visitor.accept(name, pointer);
			}
		});
	}

	/** Whatever is neither marked as absent at will nor listed above. */
	private static boolean isMandatory(ObjectNode body, String name) {
		return !NOTHING_IF_MISSING.contains(kind(body) + ' ' + name)
				&& !component(body, name).getAnnotatedType().isAnnotationPresent(Nullable.class);
	}

	private static RecordComponent component(ObjectNode body, String name) {
		String[] steps = name.split("\\[0]\\.", -1);
		RecordComponent outer = component(type(body), steps[0]);
		if (steps.length == 1) {
			return outer;
		}
		ParameterizedType list = (ParameterizedType) outer.getGenericType();
		return component((Class<?>) list.getActualTypeArguments()[0], steps[1]);
	}

	private static RecordComponent component(Class<?> of, String name) {
		return Arrays.stream(of.getRecordComponents())
			.filter((component) -> component.getName().equals(name))
			.findFirst()
			.orElseThrow(() -> new AssertionError(of + " has no " + name));
	}

}
