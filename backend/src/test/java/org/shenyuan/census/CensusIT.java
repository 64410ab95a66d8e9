package org.shenyuan.census;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.shenyuan.Api;
import org.shenyuan.Api.Answer;
import org.shenyuan.BackendTest;
import org.shenyuan.Fingerprint;
import org.shenyuan.Problem;
import org.shenyuan.Race;
import org.shenyuan.World;
import org.shenyuan.geometry.Outline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Census files as they come, over HTTP: each fault beside a sound row. */
@BackendTest
@Import(World.class)
class CensusIT {

	private static final String CSV = "text/csv";

	private static final String GEOJSON = "application/geo+json";

	@Autowired
	private World world;

	@Autowired
	private Driver driver;

	private Api authority;

	@BeforeEach
	void settle() {
		this.world.settle();
		this.authority = this.world.as("authority");
	}

	@ParameterizedTest
	@CsvSource({ "tonghua-2024.csv,text/csv,UTF-8", "tonghua-2024-gb18030.csv,text/csv,GB18030",
			"tonghua-2024.geojson,application/geo+json,UTF-8" })
	void aFileIsLookedAtAndThenRecorded(String name, String type, String charset) throws IOException {
		byte[] file = new ClassPathResource("census/" + name).getContentAsByteArray();
		Fingerprint before = Fingerprint.of(this.driver);
		JsonNode seen = this.authority.post("/api/v1/census/preview", type, file).json();
		assertThat(seen.path("errors")).as(seen.toString()).isEmpty();
		assertThat(seen.get("rows").asInt()).isEqualTo(4);
		assertThat(seen.get("registered").asInt()).isEqualTo(4);
		assertThat(seen.get("charset").asString()).isEqualTo(charset);
		assertThat(seen.get("squareMetres").asLong()).isEqualTo(34_000);
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);

		Answer recorded = this.authority.post("/api/v1/census/imports", type, file);
		assertThat(recorded.json().path("recorded").asInt()).as(recorded.body()).isEqualTo(4);
		assertThat(this.authority.post("/api/v1/census/imports", type, file).json().get("again").asInt()).isEqualTo(4);
		assertThat(this.authority.get("/census/parcels/TH-2024-0002", "text/html").body()).contains("TH-2024-0002",
				"<path class=\"ground now\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			outline.swapped  | POLYGON ((41.4 126.01, 41.4 126.0109, 41.4007 126.0109, 41.4007 126.01, 41.4 126.01))
			outline.outside  | POLYGON ((116.01 41.4, 116.0109 41.4, 116.0109 41.4007, 116.01 41.4007, 116.01 41.4))
			outline.closed   | POLYGON ((126.01 41.4, 126.0109 41.4, 126.0109 41.4007, 126.01 41.4007))
			outline.points   | POLYGON ((126.01 41.4, 126.0109 41.4, 126.01 41.4))
			outline.crosses  | POLYGON ((126.01 41.4, 126.0109 41.4007, 126.0109 41.4, 126.01 41.4007, 126.01 41.4))
			outline.kind     | POINT (126.01 41.4)
			outline.syntax   | POLYGON ((126.01 41.4, 126.0109)
			outline.degrees  | POLYGON ((42512345 4589012, 42512445 4589012, 42512445 4589112, 42512345 4589012))
			outline.large    | POLYGON ((125.8 41.4, 126.4 41.4, 126.4 41.5, 125.8 41.4))
			parcel.area      | POLYGON ((126.01 41.4, 126.0119 41.4, 126.0119 41.4007, 126.01 41.4007, 126.01 41.4))
			""")
	void aFaultOfShapeOrPlaceIsExplainedAtItsRow(String key, String outline) {
		Problem problem = refuse(Ground.sheet(Ground.row("A-1", "2024", "", Ground.at(5)),
				Ground.row("A-2", "2024", "", outline), Ground.row("A-3", "2024", "", Ground.at(7))));
		assertThat(problem.keys()).contains(key);
		assertThat(problem.lines()).containsExactly(3);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			unknown.word      | A-2,集安,清河镇,5845,FARMLAND,1,2,PLANTED,2024,2024-06-12,,
			unknown.word      | A-2,220582,清河镇,5845,WATER,1,2,PLANTED,2024,2024-06-12,,
			parcel.grade      | A-2,220582,清河镇,5845,FARMLAND,1,4,PLANTED,2024,2024-06-12,,
			field.max         | A-2,220582,清河镇,5845,FARMLAND,4,2,PLANTED,2024,2024-06-12,,
			field.min         | A-2,220582,清河镇,0,FARMLAND,1,2,PLANTED,2024,2024-06-12,,
			form.number       | A-2,220582,清河镇,1e9,FARMLAND,1,2,PLANTED,2024,2024-06-12,,
			form.day          | A-2,220582,清河镇,5845,FARMLAND,1,2,PLANTED,2024,2024-02-30,,
			time.future       | A-2,220582,清河镇,5845,FARMLAND,1,2,PLANTED,2024,2199-02-03,,
			census.datum      | A-2,220582,清河镇,5845,FARMLAND,1,2,PLANTED,2024,2024-06-12,BD-09,
			census.formula    | A-2,220582,=HYPERLINK(1),5845,FARMLAND,1,2,PLANTED,2024,2024-06-12,,
			census.area       | A-2,220582,清河镇,,FARMLAND,1,2,PLANTED,2024,2024-06-12,,
			census.twice      | A-1,220582,清河镇,5845,FARMLAND,1,2,PLANTED,2024,2024-06-12,,
			field.notMissing  | A-2,220582,,5845,FARMLAND,1,2,PLANTED,2024,2024-06-12,,
			field.code        | 一号,220582,清河镇,5845,FARMLAND,1,2,PLANTED,2024,2024-06-12,,
			""")
	void aCellThatCannotBeRightIsExplainedAtItsRow(String key, String row) {
		Problem problem = refuse(Ground.sheet(Ground.row("A-1", "2024", "", Ground.at(5)), row));
		assertThat(problem.keys()).contains(key);
		assertThat(problem.lines()).containsExactly(3);
	}

	@Test
	void twoParcelsOfARoundDoNotShareGround() {
		accept(Ground.sheet(Ground.row("A-1", "2024", "", Ground.at(0))));
		Problem problem = refuse(Ground.sheet(Ground.row("A-2", "2024", "WGS84", Ground.at(0.5))));
		assertThat(problem.reason("parcel.overlap.datum").values().get("other").asString()).isEqualTo("A-1");
		assertThat(problem.reason("parcel.overlap.datum").values().get("squareMetres").asLong()).isBetween(2900L,
				2945L);
		assertThat(refuse(Ground.sheet(Ground.row("A-2", "2024", "", Ground.at(3)),
				Ground.row("A-3", "2024", "", Ground.at(3.2))))
			.lines()).containsExactly(3);
		accept(Ground.sheet(Ground.row("A-2", "2024", "", Ground.at(1))));
		accept(Ground.sheet(Ground.row("A-3", "2025", "", Ground.at(0.5))));
	}

	@Test
	void twoPeopleWhoDrawOnTheSameGroundAtOnceDoNotBothRecordIt() throws InterruptedException {
		List<Answer> answers = Race.of(4, (i) -> this.authority.post("/api/v1/census/imports", CSV,
				Ground.sheet(Ground.row("R-" + i, "2024", "", Ground.at(10 + 0.1 * i)))));
		assertThat(answers.stream().filter((answer) -> answer.status() == 200)).hasSize(1);
		assertThat(answers.stream().filter((answer) -> answer.status() != 200)).allSatisfy(
				(answer) -> assertThat(answer.errors()).hasSize(1).allMatch((key) -> key.startsWith("parcel.overlap")));
	}

	@Test
	void aDisplacedOutlineIsRecognisedByWhatItMisses() {
		String displaced = Outline.find(Ground.at(0)).orElseThrow().toGcj02().toString();
		accept(Ground.sheet(Ground.row("A-1", "2019", "", Ground.at(0))));
		Problem problem = refuse(Ground.sheet(Ground.row("A-1", "2024", "", displaced)));
		assertThat(problem.keys()).containsExactly("parcel.datum");
		assertThat(problem.reason("parcel.datum").values().get("asSent").asDouble()).isZero();
		assertThat(problem.reason("parcel.datum").values().get("shifted").asDouble()).isGreaterThan(99);
		accept(Ground.sheet(Ground.row("A-1", "2024", "GCJ-02", displaced)));
		accept(Ground.sheet(Ground.row("A-1", "2025", "EPSG:4490", Ground.at(0))));
		String page = this.authority.get("/census/parcels/A-1", "text/html").body();
		assertThat(page).contains("converted from GCJ-02").contains(">2019<").contains(">2025<");
		Answer moved = this.authority.post("/api/v1/census/preview", CSV,
				Ground.sheet(Ground.row("A-1", "2026", "", Ground.at(30))));
		assertThat(moved.json().at("/remarks/0/key").asString()).as(moved.body()).isEqualTo("parcel.moved");
	}

	@Test
	void aFileIsRecordedAsAWholeOrNotAtAll() {
		String good = Ground.row("A-1", "2024", "", Ground.at(0));
		Problem problem = refuse(Ground.sheet(good, Ground.row("A-2", "2024", "", Ground.at(0.1)), "", "A-4",
				Ground.row("A-5", "2024", "", Ground.at(9))));
		assertThat(problem.lines()).contains(5).doesNotContain(2, 6);
		assertThat(this.authority.get("/census/parcels/A-1", "text/html").status()).isEqualTo(404);
		accept(Ground.sheet(good, Ground.row("A-5", "2024", "", Ground.at(9))));
	}

	@Test
	void aFileThatIsNoneIsExplained() {
		assertThat(refuse(CSV, "PK\u0003\u0004rest".getBytes(StandardCharsets.ISO_8859_1)).keys())
			.containsExactly("census.workbook");
		assertThat(refuse(CSV, new byte[] { (byte) 0x81, (byte) 0xFF, 0x20, (byte) 0x80 }).keys())
			.containsExactly("census.encoding");
		assertThat(refuse("a,b,c\r\n1,2,3\r\n").keys()).containsExactly("census.headings");
		assertThat(refuse(Ground.HEADINGS + "\r\n").keys()).containsExactly("census.empty");
		assertThat(refuse(Ground.HEADINGS + "\r\n\"A-1,220582\r\n").keys()).containsAnyOf("census.csv",
				"field.notMissing");
		assertThat(refuse(Ground.sheet(Ground.row("A-1", "2024", "", "x".repeat(1_000_000)))).keys())
			.contains("census.cell");
		assertThat(refuse(GEOJSON, "{\"type\":\"Feature\"}".getBytes(StandardCharsets.UTF_8)).keys())
			.containsExactly("census.collection");
		assertThat(refuse(GEOJSON, "{\"type\":".getBytes(StandardCharsets.UTF_8)).keys())
			.containsExactly("json.syntax");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "GB18030", "UTF-16LE" })
	void whatASpreadsheetWritesIsRead(String charset) {
		String sheet = Ground.sheet(Ground.row("A-1", "2024", "", Ground.at(0)));
		String marked = charset.startsWith("UTF") ? "\uFEFF" + sheet : sheet;
		Answer seen = this.authority.post("/api/v1/census/preview", CSV, marked.getBytes(Charset.forName(charset)));
		assertThat(seen.json().path("errors")).as(seen.body()).isEmpty();
		assertThat(seen.json().path("charset").asString()).isEqualTo(charset);
	}

	@Test
	void onlyTheAuthorityBringsInACensusAndOnlyThoseConcernedSeeWhereLandLies() throws IOException {
		String sheet = new String(new ClassPathResource("census/tonghua-2024.csv").getContentAsByteArray(),
				StandardCharsets.UTF_8);
		assertThat(this.world.as("farmer").post("/api/v1/census/preview", CSV, sheet).status()).isEqualTo(403);
		accept(sheet);
		assertThat(this.world.as("farmer").get("/census", "text/html").status()).isEqualTo(403);
		assertThat(this.world.as("farmer").get("/census/parcels/TH-2024-0001", "text/html").status()).isEqualTo(200);
		assertThat(this.world.as("farmer2").get("/census/parcels/TH-2024-0001", "text/html").status()).isEqualTo(404);
		assertThat(Api.nobody(this.world.address()).get("/census/parcels/TH-2024-0001", "text/html").body())
			.doesNotContain("POLYGON", "126.02");
		assertThat(log("authority")).contains("126.021989");
		assertThat(log("farmer")).doesNotContain("POLYGON");
		assertThat(log("worker")).doesNotContain("POLYGON");
	}

	@Test
	void theCensusAddsUpByCountyAndRound() throws IOException {
		accept(new String(new ClassPathResource("census/tonghua-2024.csv").getContentAsByteArray(),
				StandardCharsets.UTF_8));
		assertThat(this.authority.get("/census", "text/html").body()).contains("4 parcels surveyed", "Huinan", "22.2",
				"1.48");
		assertThat(this.authority.get("/census/220582/2024", "text/html").body())
			.contains("TH-2024-0001", "TH-2024-0002", "22.5 mu (1.50 ha)")
			.doesNotContain("TH-2024-0003");
		assertThat(this.authority.get("/census/220582/2024?status=RESTING", "text/html").body())
			.contains("TH-2024-0002", "13.5 mu (0.90 ha)")
			.doesNotContain("TH-2024-0001");
	}

	private String log(String person) {
		return this.world.as(person).get("/api/v1/events?limit=1000").body();
	}

	private void accept(String sheet) {
		Answer answer = this.authority.post("/api/v1/census/imports", CSV, sheet);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
	}

	private Problem refuse(String sheet) {
		return refuse(CSV, sheet.getBytes(StandardCharsets.UTF_8));
	}

	private Problem refuse(String type, byte[] file) {
		Fingerprint before = Fingerprint.of(this.driver);
		Problem problem = Problem.of(this.authority.post("/api/v1/census/imports", type, file));
		assertThat(Fingerprint.of(this.driver)).isEqualTo(before);
		return problem;
	}

}
