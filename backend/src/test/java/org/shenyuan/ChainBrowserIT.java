package org.shenyuan;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shenyuan.Chromium.Reader;
import org.shenyuan.Chromium.Seat;
import org.shenyuan.events.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The pages as people use them: growers and packers at work, buyers with a pack. */
@BackendTest
@Import(World.class)
class ChainBrowserIT {

	/** To the browser an element, to a template an expression, to a message a place. */
	private static final String HOSTILE = "<script>alert(1)</script><img src=x>[[${123*99}]]__${123*99}__'{0}";

	private static final String NINETY_NINE_TIMES = "12177";

	private static Chromium chromium;

	@Autowired
	private World world;

	@Autowired
	private MessageSource messages;

	@BeforeAll
	static void start() {
		chromium = Chromium.start();
	}

	@AfterAll
	static void end() {
		if (chromium != null) {
			chromium.close();
		}
	}

	@ParameterizedTest
	@CsvSource({ "1280, en, true, Traced to its source, 5 growing seasons",
			"1280, en, false, Traced to its source, 5 growing seasons", "360, zh, true, 溯源成功, 5 年生",
			"360, zh, false, 溯源成功, 5 年生" })
	void aChainRecordedByHandIsReadByABuyer(int width, String language, boolean scripts, String verdict, String age)
			throws Exception {
		this.world.settle();
		Seat seat = new Seat(width, 800, language, scripts);
		URI label;
		try (Reader farmer = sit(seat)) {
			farmer.open("/").follow("login").keep("1-login");
			farmer.logIn("farmer", World.PASSWORD).keep("2-stock");
			harvest(farmer);
			process(farmer);
			pack(farmer);
			farmer.follow("lot.act.labels").type("labels.count", "10").press("labels.issue.do");
			assertDone(farmer, "issue");
			farmer.type("labels.first", "1").type("labels.last", "10").keep("6-labels").press("labels.activate.do");
			assertDone(farmer, "activate");
			assertThat(farmer.text()).contains(farmer.word("labels.run.sum", 10, 10, 0));
			byte[] sheet = farmer.fetch(farmer.link("labels.sheet")).body();
			assertThat(new String(sheet, 0, 4, ISO_8859_1)).isEqualTo("%PDF");
			label = symbol(sheet);
			assertThat(farmer.link("labels.scan").getAttribute("href").replace("-", ""))
				.isEqualToIgnoringCase(label.getPath());
			assertThat(farmer.complaints()).isEmpty();
		}
		try (Reader buyer = sit(seat)) {
			buyer.open(label.getPath()).keep("7-scan");
			assertThat(buyer.page().locator(".verdict.traced h1")).hasText(verdict);
			assertThat(buyer.fact("scan.base.name")).hasText("清河基地（演示）");
			assertThat(buyer.fact("scan.age")).containsText(age);
			assertThat(buyer.fact("scan.age")).containsText(buyer.word("Basis.WITNESSED"));
			assertThat(buyer.complaints()).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource({ "1280, en", "320, zh", "320, ko" })
	void tooManyLabelsAreRefusedAtTheTopAndBesideTheField(int width, String language) {
		packs();
		try (Reader farmer = sit(new Seat(width, 700, language, false))) {
			farmer.logIn("farmer", World.PASSWORD).open("/lots/K-1/labels");
			farmer.type("labels.count", "11").type("labels.issue.run", "RUN-MINE").press("labels.issue.do");
			assertThat(farmer.status()).isEqualTo(422);
			String sentence = farmer.word("refusal.labels.cap", "K-1", 10, 0, 11);
			Locator top = farmer.page().getByRole(AriaRole.ALERT);
			assertThat(top.getByRole(AriaRole.HEADING)).hasText(farmer.word("layout.wrong", 1));
			assertThat(top.getByRole(AriaRole.LINK)).hasText(sentence);
			Locator count = farmer.field(farmer.word("labels.count"));
			assertThat(top.boundingBox().y).isLessThan(count.boundingBox().y);
			assertThat(count).hasValue("11");
			assertThat(count).hasAttribute("aria-invalid", "true");
			assertThat(count).hasAccessibleDescription(sentence);
			assertThat(farmer.field(farmer.word("labels.issue.run"))).hasValue("RUN-MINE");
			top.getByRole(AriaRole.LINK).click();
			assertThat(count).isFocused();
			assertThat(count).isInViewport();
			farmer.keep("refused");
			assertThat(farmer.complaints()).isEmpty();
		}
		assertThat(lot("K-1").get("labelled").asLong()).isZero();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aFormThatIsSentTwiceRecordsOnce(boolean scripts) {
		packs();
		try (Reader farmer = sit(new Seat(1280, 800, "en", scripts))) {
			farmer.logIn("farmer", World.PASSWORD).open("/harvest");
			fillHarvest(farmer, "F-2").pressTwice("form.record");
			assertDone(farmer, "harvest");
			assertSentAgainIsTheSame(farmer);
			assertThat(lot("STAND-1").get("yielded").asLong()).isEqualTo(2 * 12_000);

			farmer.open("/lots/K-1/labels").type("labels.count", "4").pressTwice("labels.issue.do");
			assertSentAgainIsTheSame(farmer);
			farmer.open("/lots/K-1/labels").pressTwice("labels.activate.do");
			assertSentAgainIsTheSame(farmer);
			farmer.open("/lots/K-1/labels");
			assertThat(farmer.page().locator("section.card")).hasCount(1);
			assertThat(farmer.text()).contains(farmer.word("labels.run.sum", 4, 4, 0), farmer.word("labels.left", 6));
			assertThat(farmer.complaints()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "zh", "en", "ko" })
	void everyPageIsQuietAndFitsTheNarrowestPhone(String language) throws Exception {
		season("（演示）");
		try (Walk walk = new Walk(new Seat(320, 640, language, true), true)) {
			walk.everywhere();
			assertThat(walk.complaints()).isEmpty();
		}
	}

	@Test
	void everyPageReadsTheSameWithoutScripts() throws Exception {
		season("（演示）");
		try (Walk with = new Walk(new Seat(1280, 800, "en", true), false);
				Walk without = new Walk(new Seat(1280, 800, "en", false), false)) {
			assertThat(without.everywhere()).isEqualTo(with.everywhere());
			assertThat(without.complaints()).isEmpty();
			assertThat(with.complaints()).isEmpty();
		}
	}

	@Test
	void hostileTextIsShownAsText() throws Exception {
		season(HOSTILE);
		try (Walk walk = new Walk(new Seat(320, 640, "en", true), false)) {
			assertThat(walk.everywhere()).noneMatch((text) -> text.contains(NINETY_NINE_TIMES))
				.anyMatch((text) -> text.startsWith("Traced to its source") && text.contains("清河示范参场" + HOSTILE));
			assertThat(walk.complaints()).isEmpty();
		}
	}

	@Test
	void whatWasTypedComesBackAsItWas() {
		packs();
		this.world.open(HOSTILE, "FARM", Role.GROWER);
		try (Reader hostile = sit(new Seat(320, 640, "en", true))) {
			hostile.logIn(HOSTILE, World.PASSWORD).open("/harvest");
			List<String> labels = List.of("form.lot", "harvest.gross", "harvest.soil", "harvest.crates",
					"harvest.witness");
			labels.forEach((label) -> hostile.type(label, HOSTILE));
			hostile.press("form.record").keep("hostile");
			assertThat(hostile.status()).isEqualTo(422);
			for (String label : labels) {
				assertThat(hostile.field(hostile.word(label))).hasValue(HOSTILE);
			}
			assertThat(hostile.open("/trace?lot=" + encoded(HOSTILE)).field(hostile.word("lot.number")))
				.hasValue(HOSTILE.toUpperCase(Locale.ROOT));
			hostile.open("/t?code=" + encoded(HOSTILE));
			assertThat(hostile.page().locator("h1")).hasText("Not one of our labels");
			String flat = HOSTILE.replace("/", "");
			assertThat(hostile.open("/lots/" + encoded(flat)).text()).contains(flat);
			assertThat(hostile.complaints()).isEmpty();
		}
	}

	private static void harvest(Reader farmer) {
		farmer.turn("harvest.entry");
		fillHarvest(farmer, "F-1").keep("3-harvest").press("form.record");
		assertDone(farmer, "harvest");
	}

	/** Twelve kilograms. */
	private static Reader fillHarvest(Reader farmer, String lot) {
		return farmer.choose("harvest.stand", "STAND-1")
			.type("form.at", "2024-09-18T15:30")
			.type("form.lot", lot)
			.type("harvest.gross", "12.6")
			.type("harvest.soil", "0.6")
			.type("harvest.witness", "刘检员");
	}

	private static void process(Reader farmer) {
		String line = farmer.word("process.output", 1) + ": ";
		farmer.follow("lot.act.process")
			.choose("process.process", "RED")
			.choose("form.facility", "SHED")
			.type("process.started", "2024-09-19T08:00")
			.type("process.at", "2024-10-02T17:00")
			.type("process.run", "R-1")
			.typeBeside(farmer.word("form.take.of", "F-1"), "12")
			.typeBeside(line + farmer.word("form.lot"), "RED-1")
			.chooseBeside(line + farmer.word("lot.product"), "RED")
			.typeBeside(line + farmer.word("process.output.mass"), "3.6")
			.keep("4-process")
			.press("form.record");
		assertDone(farmer, "process");
	}

	private static void pack(Reader farmer) {
		farmer.follow("lot.act.pack")
			.choose("form.facility", "SHED")
			.type("form.at", "2024-10-10T10:00")
			.choose("unit", "jin")
			.typeBeside(farmer.word("form.take.of", "RED-1"), "6")
			.type("form.lot", "K-1")
			.type("pack.units", "10")
			.type("pack.unitGrams", "300")
			.keep("5-pack")
			.press("form.record");
		assertDone(farmer, "pack");
	}

	private static void assertDone(Reader reader, String what) {
		assertThat(reader.page().getByRole(AriaRole.STATUS)).hasText(reader.word("done." + what));
	}

	private static void assertSentAgainIsTheSame(Reader reader) {
		Request sent = reader.posts().getLast();
		assertThat(sent.url()).isNotEmpty();
		assertThat(reader.sendAgain(sent)).isOK();
	}

	/** Ten packs of the farmer, without labels. */
	private void packs() {
		this.world.settle();
		tell(String.format(Locale.ROOT,
				"""
						{"type":"harvested","id":"%s","at":"2024-09-18T15:30:00+08:00","by":"FARM","plot":"P1","stand":"STAND-1","lot":"F-1","grossGrams":12600,"soilGrams":600,"crates":1}
						{"type":"packed","id":"%s","at":"2024-09-19T10:00:00+08:00","by":"FARM","facility":"SHED","inputs":[{"lot":"F-1","grams":3000}],"lot":"K-1","units":10,"unitGrams":300,"lostGrams":0}
						""",
				UUID.randomUUID(), UUID.randomUUID()));
	}

	/** The demonstration, in which a lot is on hold, with another word for that it is. */
	private void season(String demonstration) throws IOException {
		this.world.empty();
		tell(new ClassPathResource("demonstration/season.jsonl").getContentAsString(UTF_8)
			.replace("（演示）", demonstration));
		tell(String.format(Locale.ROOT,
				"""
						{"type":"held","id":"%s","at":"2025-11-01T09:00:00+08:00","by":"TH-AUTH","lot":"KD-2025-PK1","reason":"复检"}
						""",
				UUID.randomUUID()));
		this.world.open("authority", "TH-AUTH", Role.AUTHORITY);
		this.world.open("grower", "QINGHE", Role.GROWER);
		this.world.open("worker", "KUAIDA", Role.PROCESSOR, Role.TRADER);
	}

	private void tell(String lines) {
		Api.Answer answer = this.world.as("admin").importFile(lines.stripTrailing());
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
	}

	private JsonNode lot(String lot) {
		return this.world.as("farmer").get("/api/v1/lots/" + lot).json().get("lot");
	}

	private Reader sit(Seat seat) {
		return chromium.seat(seat, this.world.address(), this.messages);
	}

	/**
	 * What a camera reads on the first label of a sheet, looking at the top left of it.
	 */
	private static URI symbol(byte[] sheet) throws Exception {
		try (PDDocument document = Loader.loadPDF(sheet)) {
			BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 300);
			int width = page.getWidth() / 3;
			int height = page.getHeight() / 7;
			int[] pixels = page.getRGB(0, 0, width, height, null, 0, width);
			return URI.create(new QRCodeReader()
				.decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
				.getText());
		}
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, UTF_8).replace("+", "%20");
	}

	/** Somebody of each kind, who opens every page there is of a season. */
	private final class Walk implements AutoCloseable {

		private final Reader buyer;

		private final Reader grower;

		private final Reader worker;

		private final List<String> texts = new ArrayList<>();

		private final boolean keeping;

		Walk(Seat seat, boolean keeping) {
			this.keeping = keeping;
			this.buyer = sit(seat);
			this.grower = sit(seat);
			this.worker = sit(seat);
		}

		/** What there is to read on every page. */
		List<String> everywhere() throws Exception {
			read(this.buyer, "/", "/login?error", label("RUN-RED-2024", 1), label("RUN-BLEND-2024", 1),
					label("RUN-BLEND-2024", 961), label("RUN-BLEND-2024", 965), label("RUN-RED-2025", 1),
					"/t?code=nonsense", "/t/0000-0000-0000-0000", "/stock");
			this.grower.logIn("grower", World.PASSWORD);
			read(this.grower, "/stock", "/lots/QH-P1-2021", "/lots/SD-2019-01", "/lots/QH-2024-F2", "/process");
			readRefused(this.grower, "/harvest", "form.record");
			this.worker.logIn("worker", World.PASSWORD);
			read(this.worker, "/stock", "/stock?all=true", "/trace", "/trace?lot=KD-2024-PK3", "/trace?lot=NONE",
					"/lots/KD-2024-PK3", "/lots/KD-2024-PK1", "/lots/KD-2024-M1", "/lots/QH-2024-S1",
					"/lots/KD-2025-PK1", "/lots/NONE", "/nowhere", "/harvest");
			readRefused(this.worker, "/process?lot=KD-2024-R1B", "form.record");
			readRefused(this.worker, "/pack?lot=KD-2024-R1B", "form.record");
			readRefused(this.worker, "/lots/KD-2024-PK3/labels", "labels.issue.do");
			read(this.worker, "/lots/KD-2024-PK3/labels");
			this.worker.page().locator("summary").first().click();
			note(this.worker.press("labels.void.do"));
			return this.texts;
		}

		private void read(Reader reader, String... paths) {
			for (String path : paths) {
				note(reader.open(path));
			}
		}

		/** The form as it opens, and as it comes back when nothing was filled in. */
		private void readRefused(Reader reader, String path, String button) {
			read(reader, path);
			for (Locator field : reader.page().locator("form.card input:visible").all()) {
				field.fill("");
			}
			note(reader.press(button));
			assertThat(reader.status()).isEqualTo(422);
		}

		private void note(Reader reader) {
			if (this.keeping) {
				reader.keep("page-" + (10 + this.texts.size()));
			}
			this.texts.add(reader.text());
		}

		private String label(String run, int number) throws Exception {
			return symbol(ChainBrowserIT.this.world.as("authority")
				.bytes("/api/v1/runs/" + run + "/sheet.pdf?first=" + number + "&last=" + number)).getPath();
		}

		List<String> complaints() {
			return Stream.of(this.buyer, this.grower, this.worker)
				.flatMap((reader) -> reader.complaints().stream())
				.toList();
		}

		@Override
		public void close() {
			this.buyer.close();
			this.grower.close();
			this.worker.close();
		}

	}

}
