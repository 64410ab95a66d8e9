package org.shenyuan;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.shenyuan.events.Role;
import org.shenyuan.schema.Audits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The worked chain of the demonstration, from seed to label, in the figures of the API.
 */
@BackendTest
@Import(World.class)
class SeasonIT {

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	private Api api;

	@BeforeEach
	void season() throws IOException {
		this.world.empty();
		String season = new ClassPathResource("demonstration/season.jsonl").getContentAsString(UTF_8);
		Api.Answer answer = this.world.as("admin").importFile(season);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		this.world.open("authority", "TH-AUTH", Role.AUTHORITY);
		this.api = this.world.as("authority");
	}

	@Test
	void theWorkedChainAddsUp() {
		assertThat(grams("QH-2024-F1") + grams("QH-2024-F2")).isEqualTo(3_940_000);
		assertThat(grams("KD-2024-R1A")).isEqualTo(480_000);
		assertThat(grams("KD-2024-R1B") + grams("KD-2024-R1C")).isEqualTo(96_000 + 12_000);
		assertThat(grams("KD-2024-D1A")).isEqualTo(303_000);
		assertThat(grams("QH-2024-PK1")).isEqualTo(760_000);
		assertThat(count("RUN-RED-2024")).isEqualTo(1600);
		assertThat(count("RUN-DRIED-2024")).isEqualTo(1212);
		assertThat(count("RUN-FRESH-2024")).isEqualTo(152);
		assertThat(this.api.get("/api/v1/lots/QH-2024-F2").json().at("/lot/left").asLong()).isZero();
	}

	@Test
	void theRootsAreFiveSeasonsOldAndNotFour() {
		var age = this.api.get("/api/v1/lots/KD-2024-PK1/trace").json().get("age");
		assertThat(age.get("youngest").asInt()).isEqualTo(5);
		assertThat(age.get("oldest").asInt()).isEqualTo(5);
		assertThat(age.get("basis").asString()).isEqualTo("WITNESSED");
		assertThat(age.at("/arithmetic/0/emerged").asInt()).isEqualTo(2020);
	}

	@Test
	void aBlendNamesEverySourceWithItsShare() {
		var trace = this.api.get("/api/v1/lots/KD-2024-PK3/trace").json();
		assertThat(trace.get("sources").valueStream().map((source) -> source.get("share").decimalValue()))
			.usingElementComparator(Comparator.naturalOrder())
			.containsExactly(new BigDecimal("80"), new BigDecimal("20"));
		assertThat(trace.at("/sources/0/base").asString()).isEqualTo("DEMO-BASE-002");
		assertThat(trace.at("/sources/1").has("base")).isFalse();
		assertThat(trace.get("traced").decimalValue()).isEqualByComparingTo("80");
		assertThat(trace.at("/age/basis").asString()).isEqualTo("DECLARED");
	}

	@Test
	void theCertificateIsShownAsItStoodAtHarvestAndAsItStandsToday() {
		var paper = this.api.get("/api/v1/lots/KD-2024-PK1/trace").json().at("/sources/0/certificates/0");
		assertThat(paper.get("number").asString()).isEqualTo("演示-GAP-2023-001");
		assertThat(paper.get("atHarvest").asBoolean()).isTrue();
		assertThat(paper.get("today").asBoolean())
			.isEqualTo(LocalDate.now(ZoneId.of("Asia/Shanghai")).isBefore(LocalDate.of(2026, 6, 1)));
	}

	@Test
	void forwardFromTheSeedReachesEveryLabelRunOfTheChain() {
		var reached = this.api.get("/api/v1/lots/SD-2019-01/forward").json().get("lots");
		assertThat(reached.valueStream()
			.flatMap((lot) -> lot.get("runs").valueStream())
			.map((run) -> run.get("id").asString()))
			.containsExactlyInAnyOrder("RUN-RED-2024", "RUN-DRIED-2024", "RUN-FRESH-2024");
		assertThat(this.api.get("/api/v1/plots/QH-P1/forward").json().get("lots").toString()).contains("RUN-RED-2024")
			.doesNotContain("RUN-RED-2025");
	}

	@Test
	void everyAuditReturnsNoRows() {
		assertThat(Audits.run(this.driver)).isEmpty();
		assertThat(Audits.shipped()).hasSizeGreaterThan(8);
	}

	@Test
	void importingTheSeasonAgainChangesNothing() throws IOException {
		String season = new ClassPathResource("demonstration/season.jsonl").getContentAsString(UTF_8);
		var answer = this.world.as("admin").importFile(season).json();
		assertThat(answer.get("recorded").asLong()).isZero();
		assertThat(answer.get("again").asLong()).isEqualTo(season.lines().count());
	}

	private long grams(String lot) {
		return this.api.get("/api/v1/lots/" + lot).json().at("/lot/grams").asLong();
	}

	private long count(String run) {
		return this.api.get("/api/v1/runs/" + run).json().get("issued").asLong();
	}

}
