package org.shenyuan.figures;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shenyuan.Api.Answer;
import org.shenyuan.Api;
import org.shenyuan.BackendTest;
import org.shenyuan.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@BackendTest
@Import(World.class)
class FiguresIT {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	@Autowired
	private World world;

	@Autowired
	private Figures figures;

	@BeforeEach
	void settle() {
		this.world.settle();
	}

	@Test
	void aMonthCountsWhatStoodAndHappenedInIt() {
		chain();
		assertThat(of("220582", 2024, 8))
			.isEqualTo(new Figure("220582", YearMonth.of(2024, 8), 1, 20_000, 0, 0, 0, 0, Map.of(), 0, 0));
		assertThat(of("220582", 2024, 9))
			.isEqualTo(new Figure("220582", YearMonth.of(2024, 9), 1, 20_000, 12_000, 0, 0, 0, Map.of(), 0, 0));
		assertThat(of("220582", 2024, 10))
			.isEqualTo(new Figure("220582", YearMonth.of(2024, 10), 1, 20_000, 0, 10, 3_000, 3_000, Map.of(), 0, 1));
		assertThat(this.figures.of(2024, YearMonth.of(2024, 12))).extracting(Figure::county).containsOnly("220582");
	}

	/** An hour before midnight in London is the next day, and the next month, here. */
	@Test
	void aMonthBeginsWhereThePeopleAre() {
		harvest("farmer", "FARM", "1", "2024-08-31T23:00:00Z");
		assertThat(of("220582", 2024, 8).dug()).isZero();
		assertThat(of("220582", 2024, 9).dug()).isEqualTo(12_000);
	}

	@Test
	void whatWasTakenBackWasNeverDug() {
		String wrong = harvest("farmer", "FARM", "1", "2024-09-18T10:00:00+08:00");
		harvest("farmer2", "FARM2", "2", "2024-09-18T10:00:00+08:00");
		record("farmer", "corrected", "FARM", "2024-09-19T10:00:00+08:00",
				"\"event\":\"" + wrong + "\",\"reason\":\"演示\"");
		assertThat(of("220582", 2024, 9).dug()).isZero();
		assertThat(of("220521", 2024, 9).dug()).isEqualTo(12_000);
	}

	@Test
	void aBaseCountsOnlyWhileItsCertificateStands() {
		record("authority", "certificateRuled", "AUTH", "2024-05-10T10:00:00+08:00",
				"\"certificate\":\"CERT-1\",\"standing\":\"SUSPENDED\",\"reason\":\"演示\"");
		record("authority", "certificateRuled", "AUTH", "2024-07-10T10:00:00+08:00",
				"\"certificate\":\"CERT-1\",\"standing\":\"REINSTATED\",\"reason\":\"演示\"");
		assertThat(this.figures.of(2024, YearMonth.of(2024, 8))).extracting(Figure::bases)
			.containsExactly(1L, 1L, 1L, 1L, 0L, 0L, 1L, 1L);
		assertThat(this.figures.of(2026, YearMonth.of(2026, 7))).extracting(Figure::bases)
			.containsExactly(1L, 1L, 1L, 1L, 1L, 0L, 0L);
	}

	@Test
	void scansCountByVerdictAndReportsByCounty() {
		chain();
		String scan = this.world.as("farmer").get("/api/v1/runs/RUN-1").json().get("scan").asString();
		String code = scan.substring(scan.lastIndexOf('/') + 1);
		Api nobody = Api.nobody(this.world.address());
		for (int i = 0; i < 3; i++) {
			assertThat(nobody.post("/t/" + code + "/scans", "text/plain", "").status()).isEqualTo(204);
		}
		YearMonth now = YearMonth.now(ZONE);
		assertThat(of("220582", now.getYear(), now.getMonthValue()).scans()).isEqualTo(Map.of("ON_HOLD", 3L));
	}

	@Test
	void theTableIsOneThatSpreadsheetsOpen() {
		chain();
		Answer table = this.world.as("authority").get("/figures.csv?year=2024&county=220582", "text/csv");
		assertThat(table.status()).isEqualTo(200);
		List<String> lines = table.body().lines().toList();
		assertThat(lines.getFirst()).startsWith("\uFEFF").contains("Certified bases", "Fresh roots dug (kg)");
		assertThat(lines).hasSize(13);
		assertThat(lines.get(9)).startsWith("2024-09,220582,\"Ji'an\"").contains(",12.000,");
		assertThat(this.world.as("farmer").get("/figures.csv", "text/csv").status()).isEqualTo(403);
	}

	private Figure of(String county, int year, int month) {
		return this.figures.of(year, YearMonth.of(year, 12))
			.stream()
			.filter((figure) -> figure.county().equals(county) && figure.month().getMonthValue() == month)
			.findFirst()
			.orElseThrow();
	}

	/** Dug in September, packed and labelled in October, and then held. */
	private void chain() {
		harvest("farmer", "FARM", "1", "2024-09-18T10:00:00+08:00");
		record("farmer", "packed", "FARM", "2024-10-03T10:00:00+08:00", """
				"facility":"SHED","inputs":[{"lot":"F-FARM","grams":3000}],"lot":"K-1","units":10,"unitGrams":300""");
		record("farmer", "labelsIssued", "FARM", "2024-10-04T10:00:00+08:00",
				"\"run\":\"RUN-1\",\"lot\":\"K-1\",\"count\":10");
		record("authority", "held", "AUTH", "2024-10-05T10:00:00+08:00", "\"lot\":\"K-1\",\"reason\":\"演示\"");
	}

	private String harvest(String person, String party, String place, String at) {
		return record(person, "harvested", party, at, String.format(Locale.ROOT,
				"\"plot\":\"P%s\",\"stand\":\"STAND-%s\",\"lot\":\"F-%s\",\"grossGrams\":12000", place, place, party));
	}

	private String record(String person, String kind, String party, String at, String fields) {
		UUID id = UUID.randomUUID();
		Answer answer = this.world.as(person)
			.record(kind, String.format(Locale.ROOT, "{\"id\":\"%s\",\"at\":\"%s\",\"by\":\"%s\",%s}", id, at, party,
					fields));
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return id.toString();
	}

}
