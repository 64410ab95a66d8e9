package org.shenyuan;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.shenyuan.bench.Region;
import org.shenyuan.ledger.EventJson;
import org.shenyuan.schema.Audits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** What speed is measured on could have been recorded by people. */
@BackendTest
@Import(World.class)
class RegionIT {

	private static final int LOTS = 1500;

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
	}

	private static Region.Size region(Path file) throws IOException {
		try (BufferedWriter out = Files.newBufferedWriter(file)) {
			return Region.write(LOTS, out);
		}
	}

}
