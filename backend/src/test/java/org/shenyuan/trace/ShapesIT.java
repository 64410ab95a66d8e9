package org.shenyuan.trace;

import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.summary.Plan;
import org.shenyuan.Api;
import org.shenyuan.BackendTest;
import org.shenyuan.World;
import org.shenyuan.graph.Statements;
import org.shenyuan.schema.Audits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Shapes on which walkers of paths lose their way: lattices, long chains, wide merges.
 */
@BackendTest
@Import({ World.class, Statements.class })
class ShapesIT {

	@Autowired
	private World world;

	@Autowired
	private Statements statements;

	@Autowired
	private Families families;

	@Autowired
	private Driver driver;

	@BeforeEach
	void settle() {
		this.world.settle();
	}

	@Test
	void aLatticeOfFortyLevelsKeepsItsTwoSources() {
		StringBuilder file = new StringBuilder(harvest("FARM", "P1", "STAND-1", "A0", 3_000))
			.append(harvest("FARM2", "P2", "STAND-2", "S0", 1_000))
			.append(shipAndReceive("FARM2", "FARM", "S0", 1_000, "B0"));
		file.append(regroup(20, "FARM", "A0:1000 B0:1000", "X0:2000"));
		file.append(regroup(21, "FARM", "A0:2000", "Y0:2000"));
		for (int level = 0; level < 40; level++) {
			String halves = "X%1$d:1000 Y%1$d:1000".formatted(level);
			file.append(regroup(30 + 2 * level, "FARM", halves, "X%d:2000".formatted(level + 1)));
			file.append(regroup(31 + 2 * level, "FARM", halves, "Y%d:2000".formatted(level + 1)));
		}
		record(file);

		JsonNode trace = tracedInOneStatement("X40");

		assertThat(trace.get("lots").asInt()).isEqualTo(81 + 4 + 4);
		assertShares(trace, "75", "25");
	}

	@Test
	void aChainOfFiveHundredIsFollowedToItsEnd() {
		StringBuilder file = new StringBuilder(harvest("FARM", "P1", "STAND-1", "C0", 5_000));
		for (int link = 0; link < 500; link++) {
			file.append(regroup(20 + link, "FARM", "C%d:5000".formatted(link), "C%d:5000".formatted(link + 1)));
		}
		record(file);

		JsonNode trace = tracedInOneStatement("C500");

		assertThat(trace.get("lots").asInt()).isEqualTo(501 + 2);
		assertShares(trace, "100");
		assertThat(this.world.as("farmer").get("/api/v1/lots/SEED-1/forward").json().get("lots").size())
			.isEqualTo(501 + 2);
	}

	@Test
	void aMergeOfTenThousandSourcesNamesThemAll() {
		String lots = IntStream.range(0, 10_000)
			.mapToObj((i) -> harvest("FARM", "P1", "STAND-1", "M" + i + "X", 1_000 + i))
			.collect(Collectors.joining());
		String inputs = IntStream.range(0, 10_000)
			.mapToObj((i) -> "M%dX:%d".formatted(i, 1_000 + i))
			.collect(Collectors.joining(" "));
		long total = IntStream.range(0, 10_000).mapToLong((i) -> 1_000 + i).sum();
		record(lots + regroup(20, "FARM", inputs, "MERGED:" + total));

		JsonNode trace = tracedInOneStatement("MERGED");

		assertThat(trace.get("lots").asInt()).isEqualTo(10_000 + 1 + 2);
		assertThat(trace.at("/sources/0/harvests").asInt()).isEqualTo(10_000);
		assertShares(trace, "100");
		Family family = this.families.of("MERGED").orElseThrow();
		Shares shares = Shares.of(family);
		assertThat(IntStream.range(0, 10_000).mapToLong((i) -> shares.of("M" + i + "X")).sum()).isEqualTo(Shares.WHOLE);
		assertThat(shares.of("M0X")).isEqualTo(Math.round(1e14 * 1_000 / total));
	}

	@Test
	void noPlanWalksPaths() {
		Plan plan = this.driver.session().run("EXPLAIN " + Families.BACK.text()).consume().plan();
		assertThat(operators(plan)).anyMatch((name) -> name.startsWith("VarLengthExpand(Pruning,BFS"))
			.noneMatch((name) -> name.startsWith("VarLengthExpand(All") || name.startsWith("VarLengthExpand(Into"));
	}

	private JsonNode tracedInOneStatement(String lot) {
		Api api = this.world.as("farmer");
		api.get("/api/v1/lots?limit=1");
		JsonNode trace = api.get("/api/v1/lots/" + lot + "/trace").json();
		assertThat(this.statements.of(() -> this.families.of(lot))).isEqualTo(1);
		assertThat(Audits.run(this.driver)).isEmpty();
		return trace;
	}

	private static void assertShares(JsonNode trace, String... percents) {
		assertThat(
				trace.get("sources").valueStream().map((source) -> source.get("share").decimalValue().toPlainString()))
			.containsExactly(percents);
	}

	private void record(CharSequence file) {
		Api.Answer answer = this.world.as("admin").importFile(file.toString());
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
	}

	private static Stream<String> operators(Plan plan) {
		return Stream.concat(Stream.of(plan.operatorType().replaceAll("@.*", "")),
				plan.children().stream().flatMap(ShapesIT::operators));
	}

	private static String harvest(String by, String plot, String stand, String lot, long grams) {
		return """
				{"type":"harvested","id":"%s","at":"2024-09-18T15:00:00+08:00","by":"%s","plot":"%s","stand":"%s","lot":"%s","grossGrams":%d}
				"""
			.formatted(UUID.randomUUID(), by, plot, stand, lot, grams);
	}

	private static String shipAndReceive(String from, String to, String lot, long grams, String as) {
		return """
				{"type":"shipped","id":"%s","at":"2024-09-19T09:00:00+08:00","by":"%s","to":"%s","lines":[{"lot":"%s","grams":%d,"as":"%sT"}]}
				{"type":"received","id":"%s","at":"2024-09-19T10:00:00+08:00","by":"%s","lot":"%sT","declaredGrams":%d,"weighedGrams":%d,"as":"%s"}
				"""
			.formatted(UUID.randomUUID(), from, to, lot, grams, as, UUID.randomUUID(), to, as, grams, grams, as);
	}

	/**
	 * @param minute after the morning of the 20th, so that the order in time is the order
	 * in the file
	 */
	private static String regroup(int minute, String by, String inputs, String outputs) {
		return """
				{"type":"regrouped","id":"%s","at":"%s","by":"%s","inputs":[%s],"outputs":[%s]}
				""".formatted(UUID.randomUUID(), OffsetDateTime.parse("2024-09-20T08:00:00+08:00").plusMinutes(minute),
				by, portions(inputs), portions(outputs));
	}

	private static String portions(String portions) {
		return Stream.of(portions.split(" ", -1))
			.map((portion) -> portion.split(":", -1))
			.map((portion) -> String.format(Locale.ROOT, "{\"lot\":\"%s\",\"grams\":%s}", portion[0], portion[1]))
			.collect(Collectors.joining(","));
	}

}
