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
 * wrong with it, and then the good one is recorded.
 */
@BackendTest
@Import(World.class)
@TestInstance(Lifecycle.PER_CLASS)
class HostileIT {

	/** What may be left out and then counts as nothing, or as no. */
	private static final Set<String> NOTHING_IF_MISSING = Set.of("seedlingsLifted plants", "transplanted plants",
			"harvested soilGrams", "harvested crates", "processed lostGrams", "packed lostGrams",
			"tested results[0].floor", "labelsIssued claims.food", "labelsIssued claims.gi",
			"labelsIssued claims.organic");

	private static final Set<String> TIMES = Set.of("at", "started", "sampled", "surveyed", "collected", "validFrom",
			"validTo");

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
		assertThat(new OneOfEach(9).bodies()).containsOnlyKeys(EventKinds.all().keySet());
		new OneOfEach(9).bodies().forEach((kind, body) -> {
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
					softly.assertThat(problem.status()).as(Desk.kind(body) + " without " + name).isEqualTo(422);
					softly.assertThat(problem.fields()).as(Desk.kind(body) + " without " + name).containsExactly(name);
				}
			});
			softly.assertAll();
		});
	}

	@Test
	void allMissingFieldsAreNamedAtOnce() {
		new OneOfEach(9).bodies().forEach((kind, body) -> {
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
				softly.assertThat(problem.fields())
					.as("%s with %s %s", Desk.kind(body), name, value)
					.containsExactly(name);
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
				Api.Answer answer = desk().post(body, OneOfEach.with(body, "/" + name, value));
				softly.assertThat(answer.status()).as("%s with %s %s", Desk.kind(body), name, value).isGreaterThan(399);
				if (answer.status() >= 400) {
					softly.assertThat(Problem.of(answer).fields())
						.as("%s with %s %s", Desk.kind(body), name, value)
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
				assertThat(problem.keys()).as(Desk.kind(body)).contains("time.future");
				assertThat(problem.reason("time.future").field()).isEqualTo("at");
			}
		});
	}

	@Test
	void nothingHappensToWhatWasNotThereYet() {
		Set<String> ofNoLot = Set.of("partyRegistered", "accessionRegistered", "varietyJudged", "brandAuthorised",
				"brandRuled", "varietyRegistered", "parcelRegistered", "parcelSurveyed", "baseRegistered",
				"plotRegistered", "facilityRegistered", "certificateRegistered", "certificateRuled", "ruleSet",
				"ruleRetired", "signedOff", "caseRuled", "seedRegistered", "purchased");
		walk((body) -> {
			if (!ofNoLot.contains(Desk.kind(body))) {
				Problem problem = refused(body, OneOfEach.with(body, "/at", "\"2019-09-01T10:00:00+08:00\""));
				assertThat(problem.keys()).as(Desk.kind(body)).contains("time.before");
				assertThat(problem.reason("time.before").field()).isEqualTo("at");
			}
		});
	}

	private void walk(Consumer<ObjectNode> step) {
		desk().walk(new OneOfEach(this.chain++), step);
	}

	private Desk desk() {
		return new Desk(this.world.as("admin"), this.driver);
	}

	private Problem refused(ObjectNode body, String json) {
		return desk().refused(body, json);
	}

	private static Class<?> type(ObjectNode body) {
		return Objects.requireNonNull(EventKinds.all().get(Desk.kind(body)));
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
		return !NOTHING_IF_MISSING.contains(Desk.kind(body) + ' ' + name)
				&& !component(body, name).getAnnotatedType().isAnnotationPresent(Nullable.class);
	}

	private static RecordComponent component(ObjectNode body, String name) {
		String[] steps = name.split("(\\[0])?\\.", -1);
		RecordComponent outer = component(type(body), steps[0]);
		if (steps.length == 1) {
			return outer;
		}
		return component((outer.getGenericType() instanceof ParameterizedType list)
				? (Class<?>) list.getActualTypeArguments()[0] : outer.getType(), steps[1]);
	}

	private static RecordComponent component(Class<?> of, String name) {
		return Arrays.stream(of.getRecordComponents())
			.filter((component) -> component.getName().equals(name))
			.findFirst()
			.orElseThrow(() -> new AssertionError(of + " has no " + name));
	}

}
