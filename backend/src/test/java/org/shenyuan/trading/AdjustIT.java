package org.shenyuan.trading;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.shenyuan.BackendTest;
import org.shenyuan.Fingerprint;
import org.shenyuan.Visitor;
import org.shenyuan.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** What is gone from a lot, as it is written down on a page. */
@BackendTest
@Import(World.class)
class AdjustIT {

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	private Visitor farmer;

	@BeforeEach
	void settle() {
		this.world.settle();
		this.farmer = new Visitor(this.world.address(), Map.of("X-Forwarded-For", "203.0.113.12")).login("farmer");
	}

	@Test
	void aLossIsTakenFromWhatIsLeft() {
		assertThat(this.farmer.get("/work").body()).contains("href=\"/adjust\"");
		assertThat(this.farmer.get("/lots/SEED-1").body()).contains("href=\"/adjust?lot=SEED-1\"");
		assertThat(this.farmer.get("/adjust?lot=SEED-1").body()).contains("10 kg left", "Mice or insects");
		assertThat(loss("grams", "3", "unit", "jin", "cause", "PESTS")).isEqualTo("302");
		assertThat(this.farmer.get("/lots/SEED-1").body()).contains("8.5 kg").contains("Record a loss");
		assertThat(this.driver.executableQuery("MATCH (e:Event {kind: 'adjusted'}) RETURN e.content AS content")
			.execute()
			.records()).singleElement()
			.satisfies((row) -> assertThat(row.get("content").asString()).contains("\"cause\":\"PESTS\"",
					"\"reason\":\"Mice or insects\"", "\"lostGrams\":1500"));
		assertThat(loss("grams", "8.5", "cause", "OTHER", "reason", "火灾")).isEqualTo("302");
		assertThat(this.farmer.get("/adjust").body()).doesNotContain("SEED-1");
	}

	@Test
	void moreThanIsLeftAndACauseThatSaysNothingAreRefused() {
		Fingerprint before = Fingerprint.of(this.driver);
		assertThat(loss("grams", "10.001", "cause", "ROT")).contains("lostGrams");
		assertThat(loss("grams", "1", "cause", "OTHER")).contains("id=\"reason-error\"");
		assertThat(loss("grams", "1", "cause", "MAGIC")).contains("cause-error");
		assertThat(loss("grams", "0", "cause", "ROT")).contains("lostGrams-error");
		assertThat(loss("grams", "a lot", "cause", "ROT")).contains("lostGrams-error");
		assertThat(this.farmer
			.send("/adjust",
					Visitor.fields(this.farmer.get("/adjust").body(), Map.of("lot", "SEED-2", "lostGrams", "1", "cause",
							"ROT", "at", "2024-09-20T08:00", "unit", "kg")))
			.statusCode()).as("another's").isEqualTo(422);
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
	}

	/** The status, or the page again. */
	private String loss(String... namesAndValues) {
		Map<String, String> form = Visitor.fields(this.farmer.get("/adjust?lot=SEED-1").body(),
				Map.of("lot", "SEED-1", "at", "2024-09-20T08:00", "unit", "kg"));
		for (int i = 0; i < namesAndValues.length; i += 2) {
			form.put(namesAndValues[i].equals("grams") ? "lostGrams" : namesAndValues[i], namesAndValues[i + 1]);
		}
		var answer = this.farmer.send("/adjust", form);
		return (answer.statusCode() == 422) ? answer.body() : String.valueOf(answer.statusCode());
	}

}
