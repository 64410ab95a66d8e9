package org.shenyuan;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.shenyuan.RunningBackend.Ended;
import org.shenyuan.bench.Region;
import org.shenyuan.ledger.EventJson;
import org.shenyuan.schema.Audits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What speed is measured on could have been recorded by people. */
@BackendTest
@Import(World.class)
class RegionIT {

	private static final int LOTS = 2500;

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	@Test
	void theLedgerTakesEveryEventOfARegion() throws IOException {
		Path file = RunningBackend.newFolder().resolve("region.jsonl");
		Region.Size size = region(file);
		assertThat(size.lots()).isBetween(LOTS * 8L / 10, LOTS * 12L / 10);
		String events;
		try (Stream<String> lines = Files.lines(file)) {
			events = lines.filter((line) -> line.startsWith("{\"entry\""))
				.map((line) -> EventJson.tree(line).at("/entry/event").toString())
				.collect(Collectors.joining("\n"));
		}
		assertThat(events).contains("\"recalled\"", "\"held\"", "\"purchased\"", "\"tested\"", "\"food\":true");
		this.world.empty();
		Api.Answer answer = this.world.as("admin").importFile(events);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(answer.json().get("recorded").asLong()).isEqualTo(size.events());
		assertThat(Audits.run(this.driver)).isEmpty();
		theGroundIsAsItWasWorkedOut(file);
	}

	/** To a gram, which is rounded here and there. */
	private void theGroundIsAsItWasWorkedOut(Path file) throws IOException {
		Map<String, Long> grams = new TreeMap<>();
		Map<String, Long> fresh = new TreeMap<>();
		this.driver.executableQuery("""
				MATCH (r:Run)-[d:DRAWS]->(b:Base)
				RETURN r.id + ' ' + b.id + ' ' + d.season AS ground, d.grams AS grams, d.fresh AS fresh
				""").execute().records().forEach((row) -> {
			grams.put(row.get("ground").asString(), row.get("grams").asLong());
			fresh.put(row.get("ground").asString(), row.get("fresh").asLong());
		});
		assertThat(grams).isNotEmpty();
		try (Stream<String> lines = Files.lines(file)) {
			lines.filter((line) -> line.startsWith("{\"run\""))
				.map((line) -> EventJson.tree(line).get("run"))
				.forEach((run) -> {
					for (JsonNode draw : run.get("draws")) {
						String ground = String.join(" ", run.get("run").asString(), draw.get("base").asString(),
								draw.get("season").asString());
						assertThat(draw.get("grams").asLong()).as(ground)
							.isCloseTo(grams.getOrDefault(ground, 0L), within(1L));
						assertThat(draw.get("fresh").asLong()).as(ground)
							.isCloseTo(fresh.getOrDefault(ground, 0L), within(1L));
						grams.remove(ground);
					}
				});
		}
		assertThat(grams).isEmpty();
	}

	@Test
	void halfARestoreIsNotTakenForAWholeOne() throws IOException, InterruptedException {
		Path file = RunningBackend.newFolder().resolve("region.jsonl");
		Region.Size size = region(file);
		Map<String, String> restoring = Map.of("shenyuan.restore", file.toString());
		Path half = RunningBackend.newFolder();
		RunningBackend.killed(half, restoring, Pattern.compile("Restored \\d+ of"));
		Ended again = RunningBackend.startInVain(half, Map.of());
		assertThat(again.exit()).isNotZero();
		assertThat(again.output()).contains("Shenyuan does not start. The graph is half built")
			.contains(file.toString());
		try (RunningBackend whole = RunningBackend.start(RunningBackend.newFolder(), restoring);
				Driver restored = whole.driver()) {
			assertThat(Audits.run(restored)).isEmpty();
			Api admin = Api.as(whole.address(), "admin", Region.PASSWORD);
			assertThat(admin.get("/api/v1/events?limit=1").status()).isEqualTo(200);
			assertThat(restored.executableQuery("MATCH (e:Event) RETURN count(e) AS events")
				.execute()
				.records()
				.getFirst()
				.get("events")
				.asLong()).isEqualTo(size.events());
		}
	}

	private static Region.Size region(Path file) throws IOException {
		try (BufferedWriter out = Files.newBufferedWriter(file)) {
			return Region.write(LOTS, out);
		}
	}

}
