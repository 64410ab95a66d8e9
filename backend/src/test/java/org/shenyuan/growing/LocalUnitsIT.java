package org.shenyuan.growing;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

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

/**
 * A bed is measured in the unit of its base, which means something where somebody said
 * what.
 */
@BackendTest
@Import(World.class)
class LocalUnitsIT {

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	private Visitor farmer;

	@BeforeEach
	void settle() {
		this.world.settle();
		this.farmer = new Visitor(this.world.address(), Map.of("X-Forwarded-For", "203.0.113.14")).login("farmer");
	}

	@Test
	void aUnitMeansWhatItsBaseSays() {
		Fingerprint before = Fingerprint.of(this.driver);
		assertThat(sow("20", "ZHANG")).contains("what one ZHANG is in square metres", "squareMetres-error");
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
		assertThat(this.farmer.get("/field/sow").body()).contains("data-units=\"KAN=1.8\"").doesNotContain("zhang");

		set("ZHANG-1", "BASE-1", "5.5");
		set("ZHANG-2", "BASE-2", "4");
		assertThat(this.farmer.get("/field/sow").body()).contains("ZHANG=5.5", "zhang 丈 of bed", "1.8")
			.doesNotContain("ZHANG=4");
		assertThat(sow("20.1", "ZHANG")).isEqualTo("302");
		assertThat(sow("3", "mu")).isEqualTo("302");
		assertThat(sow("", "ZHANG")).isEqualTo("302");
		assertThat(this.driver.executableQuery("""
				MATCH (e:Event {kind: 'sown'})
				WHERE e.recorded > datetime('2000-01-01') AND e.content CONTAINS 'SEED-1' AND e.content CONTAINS '2021-'
				RETURN e.content AS content
				ORDER BY e.recorded
				""")
			.execute()
			.records()
			.stream()
			.map((row) -> row.get("content").asString().replaceAll(".*\"squareMetres\":(\\d+).*", "$1"))
			.map((text) -> text.startsWith("{") ? "" : text)).containsExactly("111", "2000", "");
		assertThat(this.farmer.get("/field-book?year=2021").body()).contains("111 m²");
	}

	@Test
	void moreThanThePlotHasIsRefused() {
		Fingerprint before = Fingerprint.of(this.driver);
		assertThat(sow("20001", "m2")).contains("20,001 m² are more than the beds of plot P1", "squareMetres-error");
		assertThat(sow("many", "KAN")).contains("squareMetres-error");
		assertThat(sow("1", "GHOST")).contains("what one GHOST is");
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
		assertThat(sow("20000", "m2")).isEqualTo("302");
	}

	private void set(String rule, String base, String squareMetres) {
		assertThat(this.world.as("authority")
			.record("ruleSet",
					"""
							{"id":"%s","at":"2020-01-01T09:00:00+08:00","by":"AUTH","rule":"%s","kind":"local-area","subject":"%s",\
							"severity":"INFORM","certainty":"found","source":"量床记录（演示）","validFrom":"2020-01-01",\
							"numbers":{"squareMetres":%s},"words":{"unit":"ZHANG"}}"""
						.formatted(UUID.randomUUID(), rule, base, squareMetres))
			.status()).isEqualTo(201);
	}

	/** The status, or the page again. */
	private String sow(String area, String unit) {
		Map<String, String> form = Visitor.fields(this.farmer.get("/field/sow").body(),
				Map.of("plot", "P1", "seed", "SEED-1", "grams", "0.1", "unit", "kg", "at", "2021-10-18T08:00", "stand",
						"S-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT), "squareMetres",
						area, "areaUnit", unit));
		var answer = this.farmer.upload("/field/sow", form, "photos", "");
		return (answer.statusCode() == 422) ? answer.body() : String.valueOf(answer.statusCode());
	}

}
