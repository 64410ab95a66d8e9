package org.shenyuan.scan;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shenyuan.Api;
import org.shenyuan.BackendTest;
import org.shenyuan.World;
import org.shenyuan.events.Role;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Lots;
import org.shenyuan.packing.Sheets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * From the printed sheet back to the base: 1,600 labels are printed, drawn as points,
 * read by another's scanner, and asked about one by one.
 */
@BackendTest
@Import(World.class)
@TestInstance(Lifecycle.PER_CLASS)
class SheetIT {

	private static final int LABELS = 1600;

	private static final int LABELS_A_PAGE = 21;

	private static final int PAGES = (LABELS + LABELS_A_PAGE - 1) / LABELS_A_PAGE;

	private static final String SHEET = "/api/v1/runs/RUN-RED-2024/sheet.pdf";

	private static final String SYMBOL = "HTTP://LOCALHOST:8080/01/09521234543220/21/[0-9A-HJKMNP-TV-Z]{16}";

	@TempDir
	private static Path folder;

	@Autowired
	private World world;

	@Autowired
	private Lots lots;

	@Autowired
	private Sheets sheets;

	private byte[] printed = {};

	@BeforeAll
	void print() throws IOException {
		this.world.empty();
		String season = new ClassPathResource("demonstration/season.jsonl").getContentAsString(UTF_8);
		assertThat(this.world.as("admin").importFile(season).status()).isEqualTo(200);
		this.world.open("works", "KUAIDA", Role.PROCESSOR, Role.TRADER);
		this.world.open("authority", "TH-AUTH", Role.AUTHORITY);
		this.printed = this.world.as("works").bytes(SHEET);
		Files.write(folder.resolve("sheet.pdf"), this.printed);
	}

	@Test
	void everyPrintedSymbolIsReadAndLeadsToTheBase() {
		List<String> symbols = IntStream.rangeClosed(1, PAGES)
			.parallel()
			.mapToObj(SheetIT::scan)
			.flatMap(String::lines)
			.toList();
		assertThat(symbols).hasSize(LABELS).doesNotHaveDuplicates().allMatch((symbol) -> symbol.matches(SYMBOL));
		Api buyer = Api.nobody(this.world.address());
		List<Long> labels = symbols.parallelStream().map((symbol) -> {
			Api.Answer answer = buyer.get(URI.create(symbol).getPath());
			assertThat(answer.status()).as(symbol).isEqualTo(200);
			JsonNode scan = answer.json();
			assertThat(scan.get("verdict").asString()).as(symbol).isEqualTo("TRACED");
			assertThat(scan.get("run").asString()).isEqualTo("RUN-RED-2024");
			assertThat(scan.at("/trace/sources/0/base").asString()).isEqualTo("DEMO-BASE-001");
			assertThat(scan.get("code").asString().replace("-", "")).isEqualTo(code(symbol));
			return scan.get("label").asLong();
		}).toList();
		assertThat(labels)
			.containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, LABELS).asLongStream().boxed().toList());
	}

	@Test
	void aBuyerReadsTheNameOfTheBase() {
		Api buyer = Api.nobody(this.world.address());
		for (int page : new int[] { 1, 2 }) {
			assertThat(scan(page).lines()).hasSize(LABELS_A_PAGE).allSatisfy((symbol) -> {
				Api.Answer answer = buyer.get(URI.create(symbol).getPath(), "text/html");
				assertThat(answer.status()).as(symbol).isEqualTo(200);
				assertThat(answer.body()).contains("清河示范参场").hasSizeLessThan(50_000);
			});
		}
	}

	@Test
	void aCodeMayBeTypedAsPeopleTypeIt() {
		String code = code(symbol("RUN-RED-2024"));
		String dashed = code.replaceAll("(.{4})(?=.)", "$1-");
		List<String> spellings = List.of("/T/" + code, "/t/" + code, "/t/" + code.toLowerCase(Locale.ROOT),
				"/T/" + dashed, "/t/" + dashed.toLowerCase(Locale.ROOT), "/t/" + dashed.replace("-", "%20"),
				"/t/" + code.replace('0', 'O'), "/t/" + code.replace('0', 'o'), "/t/" + code.replace('1', 'I'),
				"/t/" + code.replace('1', 'l'), "/01/09521234543220/21/" + code.toLowerCase(Locale.ROOT));
		assertThat(spellings).allSatisfy((path) -> {
			JsonNode scan = scan(path, 200);
			assertThat(scan.get("verdict").asString()).isEqualTo("TRACED");
			assertThat(scan.get("code").asString()).isEqualTo(dashed);
			assertThat(scan.get("label").asLong()).isEqualTo(1);
		});
	}

	@Test
	void theSameRunGivesTheSameBytes() {
		assertThat(this.world.as("works").bytes(SHEET)).isEqualTo(this.printed);
		assertThat(this.world.as("authority").bytes(SHEET)).isEqualTo(this.printed);
		assertThat(this.world.as("works").bytes(SHEET + "?first=1&last=21")).isNotEqualTo(this.printed);
	}

	@Test
	void oneChangedCharacterMakesACodeThatIsNotOurs() {
		String code = code(symbol("RUN-RED-2024"));
		for (int i = 0; i < code.length(); i++) {
			for (char other : "07AKZ".toCharArray()) {
				if (code.charAt(i) != other) {
					JsonNode scan = scan("/T/" + code.substring(0, i) + other + code.substring(i + 1), 404);
					assertThat(scan.get("verdict").asString()).isEqualTo("NOT_OURS");
					assertThat(scan.has("trace")).isFalse();
				}
			}
		}
	}

	@Test
	void aLabelBeyondItsRunIsNotOurs() {
		LabelRun run = this.lots.run("RUN-RED-2024").orElseThrow();
		assertThat(verdict("/T/" + this.sheets.code(run, LABELS).text())).isEqualTo("TRACED");
		for (int beyond : new int[] { LABELS + 1, LABELS + 2, 4_194_303 }) {
			JsonNode scan = scan("/T/" + this.sheets.code(run, beyond).text(), 404);
			assertThat(scan.get("verdict").asString()).isEqualTo("NOT_OURS");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/T/0000000000000000", "/T/ZZZZZZZZZZZZZZZZ", "/t/x", "/t/0123-4567-89AB-CDEU",
			"/01/09521234543220/21/0", "/t/%E5%8F%82%E5%8F%82", "/t/%3Cscript%3Ealert(1)%3C%2Ascript%3E" })
	void whatWasNeverPrintedIsNotOurs(String path) {
		assertThat(scan(path, 404).get("verdict").asString()).isEqualTo("NOT_OURS");
		Api.Answer page = Api.nobody(this.world.address()).get(path, "text/html");
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.body()).doesNotContain("<script>alert", "Exception");
	}

	@Test
	void aLabelTellsWhetherItIsActiveHeldOrVoid() {
		record("works", "purchased",
				"""
						"at":"2025-09-20T15:00:00+08:00","by":"KUAIDA","lot":"SHEET-IT","lotKind":"PROCESSED","product":"RED","species":"PANAX-GINSENG","grams":3000,"seller":"散户\"""");
		record("works", "packed",
				"""
						"at":"2025-09-21T08:00:00+08:00","by":"KUAIDA","facility":"KD-WORKS","inputs":[{"lot":"SHEET-IT","grams":3000}],"lot":"SHEET-IT-P","units":10,"unitGrams":300""");
		record("works", "labelsIssued", """
				"at":"2025-09-22T08:00:00+08:00","by":"KUAIDA","run":"SHEET-IT-R","lot":"SHEET-IT-P","count":10""");
		String path = URI.create(symbol("SHEET-IT-R")).getPath();
		assertThat(path).startsWith("/T/");
		assertThat(verdict(path)).isEqualTo("NOT_ACTIVATED");
		record("works", "labelsActivated", """
				"at":"2025-09-23T08:00:00+08:00","by":"KUAIDA","run":"SHEET-IT-R","first":1,"last":5""");
		assertThat(verdict(path)).isEqualTo("TRACED");
		record("works", "held", """
				"at":"2025-09-24T08:00:00+08:00","by":"KUAIDA","lot":"SHEET-IT","reason":"复检\"""");
		assertThat(verdict(path)).isEqualTo("ON_HOLD");
		record("authority", "released", """
				"at":"2025-09-25T08:00:00+08:00","by":"TH-AUTH","lot":"SHEET-IT","reason":"合格\"""");
		assertThat(verdict(path)).isEqualTo("TRACED");
		record("works", "labelsVoided", """
				"at":"2025-09-26T08:00:00+08:00","by":"KUAIDA","run":"SHEET-IT-R","first":1,"last":1,"reason":"脱落\"""");
		assertThat(verdict(path)).isEqualTo("VOID");
	}

	@Test
	void theFileIsSoundAndItsFontsAreInIt() {
		Path sheet = folder.resolve("sheet.pdf");
		assertThat(new Tool("qpdf").run("--check", sheet)).contains("No syntax or stream encoding errors found")
			.doesNotContain("WARNING");
		assertThat(new Tool("qpdf").run("--show-npages", sheet).strip()).isEqualTo("77");
		List<String> fonts = new Tool("pdffonts").run(sheet).lines().skip(2).toList();
		assertThat(fonts).isNotEmpty().allMatch((font) -> font.matches("[A-Z]{6}\\+.* yes +yes +yes +\\d+ +\\d+ *"));
		assertThat(new Tool("pdftotext").run("-l", 1, sheet, "-")).contains("红参", "人参", "清河示范参场", "集安", "300 g");
	}

	/** What another's scanner reads on a page, a line for each symbol. */
	private static String scan(int page) {
		Path points = folder.resolve("page-" + page);
		new Tool("pdftoppm").run("-r", 300, "-gray", "-f", page, "-l", page, "-singlefile", folder.resolve("sheet.pdf"),
				points);
		return new Tool("zbarimg").run("--nodbus", "--quiet", "--raw", "-S*.disable", "-Sqrcode.enable",
				points + ".pgm");
	}

	private String symbol(String run) {
		return this.world.as("works").get("/api/v1/runs/" + run).json().get("scan").asString();
	}

	private String verdict(String path) {
		return scan(path, 200).get("verdict").asString();
	}

	private JsonNode scan(String path, int status) {
		Api.Answer answer = Api.nobody(this.world.address()).get(path);
		assertThat(answer.status()).as(path).isEqualTo(status);
		return answer.json();
	}

	private void record(String person, String kind, String fields) {
		Api.Answer answer = this.world.as(person).record(kind, "{\"id\":\"" + UUID.randomUUID() + "\"," + fields + "}");
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
	}

	private static String code(String symbol) {
		return symbol.substring(symbol.lastIndexOf('/') + 1);
	}

}
