package org.shenyuan;

import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shenyuan.Chromium.Seat;
import org.shenyuan.events.Role;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The chain as people record it by hand, and a buyer with a pack. */
@BackendTest
@Import(World.class)
class ChainBrowserIT extends InBrowser {

	/** A grower's day, and that of somebody who buys what came of it. */
	@ParameterizedTest
	@CsvSource({ "360, true, ko, 이력 확인됨", "1280, false, en, Traced to its source" })
	void aChainRecordedByHandIsReadByABuyer(int width, boolean scripts, String language, String verdict)
			throws Exception {
		this.world.settle();
		URI label;
		try (Reader farmer = sit(new Seat(width, 800, "zh", scripts))) {
			farmer.open("/").follow("login").keep("grower-1-login");
			farmer.logIn("farmer", World.PASSWORD).keep("grower-2-stock");
			harvest(farmer);
			process(farmer);
			pack(farmer);
			farmer.follow("lot.act.labels").type("labels.count", "10").press("labels.issue.do");
			assertDone(farmer, "issue");
			byte[] sheet = farmer.fetch(farmer.link("desk.open.pdf", 1, 10)).body();
			assertThat(new String(sheet, 0, 4, ISO_8859_1)).isEqualTo("%PDF");
			farmer.press("desk.printed.do");
			assertDone(farmer, "print");
			farmer.keep("grower-6-labels").press("desk.activate.do");
			assertDone(farmer, "activate");
			assertThat(farmer.text()).contains(farmer.word("desk.account.zero"));
			label = symbol(sheet);
			assertThat(farmer.link("labels.scan").getAttribute("href").replace("-", ""))
				.isEqualToIgnoringCase(label.getPath());
			assertThat(farmer.open("/field-book").keep("grower-7-book").text()).contains("12.6", "刘检员");
			assertThat(farmer.open("/account").keep("grower-8-account").text())
				.contains(farmer.word("account.log-in.own"), "Linux");
		}
		try (Reader buyer = sit(new Seat(width, 800, language, scripts))) {
			buyer.open(label.getPath()).keep("buyer-1-scan");
			assertThat(buyer.page().locator(".verdict.traced h1")).hasText(verdict);
			assertThat(buyer.fact("scan.base.name")).hasText("清河基地（演示）");
			assertThat(buyer.fact("scan.age")).containsText(buyer.word("scan.age.one", 5));
			assertThat(buyer.fact("scan.age")).containsText(buyer.word("Basis.WITNESSED"));
			buyer.follow("report").type("report.words", "瓶盖已开").keep("buyer-2-report");
			buyer.page().locator("[name=matter]").first().check();
			assertThat(buyer.press("report.send").keep("buyer-3-reported").text())
				.contains(buyer.word("reported.lead"));
			buyer.follow("reported.back");
			assertThat(buyer.page().locator(".verdict.traced h1")).hasText(verdict);
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
			farmer.type("labels.count", "").press("labels.issue.do");
			assertThat(top.getByRole(AriaRole.LINK)).hasText(
					farmer.word("layout.about", farmer.word("labels.count"), farmer.word("refusal.field.notMissing")));
			assertThat(count).hasAccessibleDescription(farmer.word("refusal.field.notMissing"));
			assertThat(farmer.complaints()).isEmpty();
		}
		assertThat(lot("K-1").get("labelled").asLong()).isZero();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aFormThatIsSentTwiceRecordsOnce(boolean scripts) {
		packs();
		try (Reader farmer = sit(new Seat(1280, 800, "en", scripts))) {
			farmer.logIn("farmer", World.PASSWORD).open("/field/harvest");
			fillHarvest(farmer, "F-2").pressTwice("form.record");
			assertHarvested(farmer);
			assertSentAgainIsTheSame(farmer);
			assertThat(lot("STAND-1").get("yielded").asLong()).isEqualTo(2 * 12_000);

			farmer.open("/lots/K-1/labels")
				.type("labels.count", "4")
				.type("labels.issue.run", "RUN-4")
				.pressTwice("labels.issue.do");
			assertSentAgainIsTheSame(farmer);
			farmer.open("/lots/K-1/labels").follow("desk.go", "RUN-4").pressTwice("desk.printed.do");
			assertSentAgainIsTheSame(farmer);
			farmer.open("/runs/RUN-4").pressTwice("desk.activate.do");
			assertSentAgainIsTheSame(farmer);
			farmer.open("/lots/K-1/labels");
			assertThat(farmer.page().locator("section.card")).hasCount(1);
			assertThat(farmer.text()).contains(farmer.word("desk.printed", 4, 4), farmer.word("desk.standing", 4, 0, 0),
					farmer.word("labels.left", 6));
			assertThat(farmer.complaints()).isEmpty();
		}
	}

	@Test
	void whatWasTypedComesBackAsItWas() {
		packs();
		this.world.open(HOSTILE, "FARM", Role.GROWER);
		try (Reader hostile = sit(new Seat(320, 640, "en", true))) {
			hostile.logIn(HOSTILE, World.PASSWORD).open("/field/harvest");
			List<String> labels = List.of("form.lot", "harvest.gross", "harvest.soil", "harvest.crates",
					"harvest.witness");
			labels.forEach((label) -> hostile.type(label, HOSTILE));
			hostile.press("form.record").keep("hostile");
			assertThat(hostile.page().getByRole(AriaRole.ALERT).getByRole(AriaRole.LISTITEM)).hasCount(3);
			for (String label : labels) {
				assertThat(hostile.field(hostile.word(label))).hasValue(HOSTILE);
			}
			assertThat(hostile.open("/trace?lot=" + encoded(HOSTILE)).field(hostile.word("lot.number")))
				.hasValue(HOSTILE.toUpperCase(Locale.ROOT));
			hostile.open("/t?code=" + encoded(HOSTILE));
			assertThat(hostile.page().locator("h1")).hasText("Not one of our labels");
			String flat = HOSTILE.replace("/", "");
			assertThat(hostile.open("/lots/" + encoded(flat)).text()).contains(flat.substring(0, 60));
			assertThat(hostile.complaints()).isEmpty();
		}
	}

	private static void harvest(Reader farmer) {
		farmer.turn("field.entry").follow("field.HARVEST");
		fillHarvest(farmer, "F-1").keep("grower-3-harvest").press("form.record");
		assertHarvested(farmer);
		farmer.open("/lots/F-1");
	}

	/** A page without scripts says it once, one with them keeps a list. */
	private static void assertHarvested(Reader farmer) {
		Locator said = farmer.page()
			.getByText(farmer.word("done.field.harvest"))
			.or(farmer.page().locator(".entry[data-state=sent] .state[data-state=sent]"));
		assertThat(said).isVisible();
	}

	/** Twelve kilograms. */
	private static Reader fillHarvest(Reader farmer, String lot) {
		return farmer.choose("field.stand", "STAND-1")
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
			.keep("grower-4-process")
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
			.keep("grower-5-pack")
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

	private JsonNode lot(String lot) {
		return this.world.as("farmer").get("/api/v1/lots/" + lot).json().get("lot");
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, UTF_8).replace("+", "%20");
	}

}
