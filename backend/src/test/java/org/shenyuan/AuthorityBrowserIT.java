package org.shenyuan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shenyuan.Chromium.Seat;
import org.shenyuan.census.Ground;
import org.springframework.context.annotation.Import;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A day at the authority, with its laboratory, and a buyer who has something to report.
 */
@BackendTest
@Import(World.class)
class AuthorityBrowserIT extends InBrowser {

	@ParameterizedTest
	@ValueSource(ints = { 1280, 390 })
	void aDayOfTheAuthority(int width) {
		packs();
		label();
		Seat seat = new Seat(width, 800, "en", true);
		String scan = this.world.as("farmer").get("/api/v1/runs/RUN-1").json().get("scan").asString();
		String code = scan.substring(scan.lastIndexOf('/') + 1);
		try (Reader authority = sit(seat); Reader chemist = sit(seat); Reader buyer = sit(seat)) {
			authority.logIn("authority", World.PASSWORD);
			census(authority);
			certificate(authority);
			rule(authority);
			chemist.logIn("chemist", World.PASSWORD);
			report(chemist);
			authority.turn("figures.entry").open("/figures?year=2024").keep("authority-6-figures");
			assertThat(authority.fact("figures.dug")).hasText("0.012 t");
			assertThat(authority.fact("figures.share")).hasText("25 %");
			byte[] table = authority.fetch(authority.link("figures.csv")).body();
			assertThat(new String(table, UTF_8)).startsWith("\uFEFF").contains("2024-09,220582");
			recall(authority);
			buyer.open("/t/" + code).keep("authority-9-scan");
			assertThat(buyer.page().locator(".verdict.recalled")).isVisible();
			decide(authority, complain(buyer, code));
			buyer.page().reload();
			assertThat(buyer.page().getByText("The seller mixed up two boxes")).isVisible();
			authority.turn("audit.entry").keep("authority-11-audit");
			assertThat(authority.page().locator("table.audit tbody tr").first())
				.containsText(authority.word("stop.caseRuled"));
			assertThat(authority.page().locator("table.audit")).containsText("chemist");
			assertThat(authority.page().locator("table.audit")).containsText(authority.word("stop.ruleSet"));
			assertThat(authority.complaints()).isEmpty();
			assertThat(chemist.complaints()).isEmpty();
			assertThat(buyer.complaints()).isEmpty();
		}
	}

	private void label() {
		tell(String.format(Locale.ROOT,
				"""
						{"type":"labelsIssued","id":"%s","at":"2024-09-20T10:00:00+08:00","by":"FARM","run":"RUN-1","lot":"K-1","count":10}
						{"type":"labelsActivated","id":"%s","at":"2024-09-21T10:00:00+08:00","by":"FARM","run":"RUN-1","first":1,"last":10}
						""",
				UUID.randomUUID(), UUID.randomUUID()));
	}

	private static void census(Reader authority) {
		authority.turn("census.entry").follow("census.import");
		authority.page()
			.locator("#file")
			.setInputFiles(new FilePayload("census.csv", "text/csv",
					Ground
						.sheet(Ground.row("A-1", "2024", "", Ground.at(0)), Ground.row("A-2", "2024", "", Ground.at(2)))
						.getBytes(UTF_8)));
		authority.press("census.look").keep("authority-1-census");
		assertThat(authority.text()).contains("2 parcels can be recorded");
		authority.press("census.record", 2);
		assertDone(authority, "census");
		authority.open("/map?county=220582").keep("authority-2-map");
		assertThat(authority.page().locator("svg.land path.level-1")).hasCount(2);
		Locator land = authority.page().locator("svg.land");
		String whole = land.getAttribute("viewBox");
		authority.page().getByLabel(authority.word("zoom.in")).click();
		assertThat(land).not().hasAttribute("viewBox", whole);
		authority.page().getByLabel(authority.word("zoom.all")).click();
		assertThat(authority.page().locator("svg.scale text")).containsText("m");
	}

	private static void certificate(Reader authority) {
		authority.turn("certificates.entry");
		authority.page().locator("#base").selectOption("BASE-1");
		authority.page().locator("#squareMetres").fill("20001");
		authority.type("certificates.number", "演示-2026-9")
			.type("certificates.id", "C-9")
			.type("certificates.from", "2026-06-01")
			.type("certificates.to", "2099-05-31")
			.press("certificates.issue.do");
		assertThat(authority.status()).isEqualTo(422);
		authority.keep("authority-3-certificate").page().locator("#squareMetres").fill("20000");
		authority.press("certificates.issue.do");
		assertDone(authority, "certificate");
	}

	private static void rule(Reader authority) {
		authority.open("/rules/new?kind=yield-cap")
			.type("rules.number", "YIELD-9")
			.type("rules.subject", "GARDEN-FARMLAND")
			.type("rules.source", "演示")
			.type("rules.validFrom", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
		authority.page().locator("input[name='number.mostGramsPerSquareMetre']").fill("2500");
		authority.page().locator("#severity").selectOption("WARN");
		authority.keep("authority-4-rule").press("form.record");
		assertDone(authority, "rule");
	}

	private static void report(Reader chemist) {
		chemist.turn("tests.entry");
		chemist.page().locator("#lot").fill("F-1");
		chemist.page().locator("#sample").fill("SP-1");
		chemist.press("tests.take.do");
		assertDone(chemist, "sample");
		chemist.follow("tests.enter", "SP-1");
		chemist.page().getByLabel(chemist.word("tests.value.of", "Pb")).fill("7.5");
		chemist.choose("tests.passed", "yes").press("tests.check");
		assertThat(chemist.page().locator("main")).containsText(chemist.word("tests.sign.fails", "F-1"));
		assertThat(chemist.page().locator(".chip.bad")).hasText(chemist.word("tests.beyond"));
		chemist.press("tests.edit");
		chemist.page().getByLabel(chemist.word("tests.value.of", "Pb")).fill("0.4");
		chemist.page()
			.locator("#file")
			.setInputFiles(new FilePayload("report.pdf", "application/pdf", "a report".getBytes(UTF_8)));
		chemist.press("tests.check").keep("authority-5-sign");
		assertThat(chemist.page().locator(".chip.good")).hasText(chemist.word("tests.within"));
		chemist.press("tests.sign");
		assertDone(chemist, "report");
	}

	private static void recall(Reader authority) {
		authority.turn("recalls.entry").follow("recall.new");
		authority.page().locator("#source").selectOption("LOT");
		authority.page().locator("#start").fill("F-1");
		authority.press("recall.show").keep("authority-7-impact");
		Locator labels = authority.fact("impact.labels");
		assertThat(labels).containsText("10");
		Locator button = authority.page().locator("button.danger");
		assertThat(labels.boundingBox().y).isLessThan(button.boundingBox().y);
		authority.page().locator("#reason").fill("复检不合格（演示）");
		authority.page().locator("#advice").fill("Do not eat it (demonstration)");
		authority.press("recall.do.button").keep("authority-8-recall");
		assertDone(authority, "recall");
	}

	private static String complain(Reader buyer, String code) {
		buyer.open("/reports/new?code=" + code);
		buyer.page().locator("input[name=matter]").first().check();
		buyer.page().locator("#words").fill("The seal was broken");
		buyer.press("report.send");
		return buyer.page().url().replaceAll(".*/", "");
	}

	private static void decide(Reader authority, String file) {
		authority.turn("cases.entry").open("/cases/" + file);
		authority.page().locator("#progress").selectOption("CONFIRMED");
		authority.page().locator("#reason").fill("The seller mixed up two boxes");
		authority.press("form.record").keep("authority-10-case");
		assertDone(authority, "case");
	}

	private static void assertDone(Reader reader, String what) {
		assertThat(reader.page().getByRole(AriaRole.STATUS)).hasText(reader.word("done." + what));
	}

}
