package org.shenyuan;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shenyuan.Chromium.Seat;
import org.shenyuan.events.Role;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A processor's afternoon at the printing desk, and what the desk refuses. */
@BackendTest
@Import(World.class)
class DeskBrowserIT extends InBrowser {

	private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}");

	@ParameterizedTest
	@CsvSource({ "1200, en, true", "390, zh, false" })
	void anAfternoon(int width, String language, boolean scripts) throws IOException {
		dug(480_000);
		Seat seat = new Seat(width, 900, language, scripts);
		try (Reader farmer = sit(seat); Reader foreman = sit(seat)) {
			farmer.logIn("farmer", World.PASSWORD);
			pack(farmer, "1600", "300", "480");
			farmer.follow("lot.act.labels")
				.type("labels.count", "1600")
				.type("labels.issue.run", "RUN-1")
				.press("labels.issue.do");
			assertDone(farmer, "issue");

			farmer.choose("desk.stock", "A4-3x8").press("desk.show").follow("desk.cell", 5).keep("1-desk");
			assertThat(farmer.page().locator(".cell.used")).hasCount(4);
			assertThat(farmer.link("desk.cell", 5)).hasAttribute("aria-current", "true");
			assertThat(farmer.page().locator(".sheet image")).hasAttribute("href",
					"/api/v1/runs/RUN-1/sheet.svg?stock=A4-3x8&design=UNIT&symbol=QR&language=zh&first=1&last=1600&cell=5");
			assertThat(farmer.text()).contains(farmer.word("desk.sheets", 1600, 67, 5), farmer.word("desk.gs1"));
			List<String> codes = codes(farmer, 1, 1600, 67);
			assertThat(codes).hasSize(1600).doesNotHaveDuplicates();
			farmer.press("desk.printed.do");
			assertDone(farmer, "print");
			assertThat(farmer.text()).contains(farmer.word("desk.printed", 1600, 1600));
			assertThat(this.world.as("farmer")
				.get("/api/v1/runs/RUN-1/used-sheet?stock=A4-3x8")
				.json()
				.get("cell")
				.asInt()).isEqualTo(21);

			step(farmer, "activate", "1", "1601", null).press("desk.activate.do").keep("2-too-far");
			assertThat(farmer.status()).isEqualTo(422);
			farmer.page().getByRole(AriaRole.ALERT).getByRole(AriaRole.LINK).click();
			assertThat(farmer.page().locator("#last")).isFocused();
			assertThat(form(farmer, "activate").locator("#last"))
				.hasAccessibleDescription(farmer.word("refusal.labels.range", 1, 1601, 1600));
			assertThat(form(farmer, "activate").locator("input[name=reason]")).hasCount(0);
			step(farmer, "spoil", codes.get(16), "HTTPS://ANY.EXAMPLE/T/" + codes.get(18), "卡纸").press("desk.spoil.do")
				.keep("2-spoiled");
			assertDone(farmer, "spoil");
			assertThat(farmer.text()).contains(farmer.word("desk.account.open", 1600));
			step(farmer, "approve", "17", "19", "卡纸").press("desk.approve.do").keep("3-approved");
			assertDone(farmer, "approve");
			assertThat(farmer.text()).contains(farmer.word("desk.other-person"));
			assertThat(farmer.page().locator("input[name=act][value=reprint]")).hasCount(0);

			foreman.logIn("foreman", World.PASSWORD).open("/runs/RUN-1").keep("4-second");
			assertThat(form(foreman, "reprint").locator("input[name=cell]")).hasValue("21");
			assertThat(codes(foreman, 17, 19, 1)).isEqualTo(codes.subList(16, 19));
			foreman.press("desk.reprint.do");
			assertDone(foreman, "reprint");

			farmer.open("/runs/RUN-1").press("desk.activate.do");
			assertDone(farmer, "activate");
			assertThat(farmer.text()).contains(farmer.word("desk.account.zero"));
			assertThat(states()).containsExactly("ACTIVATED=1600");
			step(farmer, "apply", "1", "1600", null).press("desk.apply.do").keep("5-account");
			assertDone(farmer, "apply");
			assertThat(farmer.page().locator("#account tbody tr").first()).containsText("1,600");
			assertThat(states()).containsExactly("APPLIED=1600");
			assertThat(farmer.complaints()).isEmpty();
			assertThat(foreman.complaints()).isEmpty();
		}
	}

	@Test
	void aStockForSealsAloneDoesNotLockTheDesk() {
		labels();
		try (Reader farmer = sit(new Seat(390, 900, "en", false))) {
			farmer.logIn("farmer", World.PASSWORD).open("/runs/RUN-1?stock=ROLL-40x30");
			assertThat(farmer.status()).as("too much to say for so small a label").isEqualTo(422);
			farmer.open("/runs/RUN-1?stock=ROLL-40x30&design=SEAL&dpi=203&last=4").press("desk.printed.do");
			assertDone(farmer, "print");
			farmer.open("/runs/RUN-1");
			assertThat(farmer.status()).isEqualTo(200);
			assertThat(farmer.field(farmer.word("desk.stock"))).hasValue("A4-3x7");
			assertThat(farmer.text()).contains("4 of 10 printed", "Labels 5 to 10");
			farmer.open("/runs/RUN-1?stock=%7Bx%7D");
			assertThat(farmer.status()).isEqualTo(422);
			assertThat(farmer.complaints()).isEmpty();
		}
	}

	@Test
	void aLongRunIsPrintedInPartsAndGoesOnWhereItStopped() throws IOException {
		dug(4_000);
		try (Reader farmer = sit(new Seat(390, 900, "en", false))) {
			farmer.logIn("farmer", World.PASSWORD);
			pack(farmer, "4000", "1", "4");
			farmer.follow("lot.act.labels").type("labels.issue.run", "RUN-1").press("labels.issue.do");
			assertThat(farmer.text()).contains("Labels 1 to 2,100", "Labels 2,101 to 4,000");
			farmer.press("desk.printed.do");
			assertThat(farmer.text()).contains("2,100 of 4,000 printed", "1,900 labels on 91 sheets, from place 1",
					"Printed so far: 1–2,100");
			Api.Answer all = this.world.as("farmer").get("/api/v1/runs/RUN-1/sheet.pdf", "*/*");
			assertThat(all.errors()).containsExactly("labels.part");
			farmer.open("/runs/RUN-1?first=2095");
			assertThat(farmer.text()).contains("Labels 2,095 to 4,000", farmer.word("desk.again"));
			assertThat(farmer.page().locator("input[name=act][value=print]")).hasCount(0);
			assertThat(farmer.complaints()).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "cell=0 | labels.cell | 21 0 | cell", "cell=22 | labels.cell | 21 22 | cell",
					"first=9&last=11 | labels.range | 9 11 10 | last", "dpi=72 | labels.dpi | 72 203,300,600 | dpi",
					"stock=ROLL-30x20-2 | label.label-too-small | | stock", "right=x | json.value | x | right" })
	void whatCannotBePrintedIsSaidBesideTheField(String choice, String key, String values, String field) {
		labels();
		try (Reader farmer = sit(new Seat(320, 700, "en", false))) {
			farmer.logIn("farmer", World.PASSWORD).open("/runs/RUN-1?" + choice);
			assertThat(farmer.status()).isEqualTo(422);
			Locator reason = farmer.page().getByRole(AriaRole.ALERT).getByRole(AriaRole.LINK);
			assertThat(reason).hasAttribute("href", "#" + field);
			String begins = farmer.word("refusal." + key).split("\\{", 2)[0];
			assertThat(reason).containsText(begins);
			if (values != null) {
				for (String value : values.split("[ ,]", -1)) {
					assertThat(reason).containsText(value);
				}
			}
			assertThat(farmer.page().locator(".sheet")).hasCount(0);
			assertThat(farmer.complaints()).isEmpty();
		}
	}

	@Test
	void aPhotographNamesALabel() {
		labels();
		byte[] third = this.world.as("farmer").bytes("/api/v1/runs/RUN-1/sheet.png?stock=ROLL-60x40&first=3&last=3");
		byte[] empty = this.world.as("farmer").bytes("/api/v1/runs/RUN-1/sheet.png?stock=ROLL-60x40&first=3&last=3");
		empty[100] ^= 0x55;
		try (Reader farmer = sit(new Seat(390, 700, "en", false))) {
			farmer.logIn("farmer", World.PASSWORD).open("/runs/RUN-1");
			photograph(farmer, "no photograph".getBytes(UTF_8));
			assertThat(farmer.status()).isEqualTo(422);
			assertThat(farmer.text()).contains(farmer.word("refusal.photo.kind"));
			photograph(farmer, empty);
			assertThat(farmer.status()).isEqualTo(422);
			assertThat(states()).containsExactly("UNPRINTED=10");
			photograph(farmer, third);
			assertDone(farmer, "activate");
			assertThat(states()).containsExactly("UNPRINTED=9", "ACTIVATED=1");
			assertThat(farmer.complaints()).isEmpty();
		}
	}

	/** Activates the label that is on a photograph. */
	private static void photograph(Reader reader, byte[] photo) {
		Locator form = form(reader, "activate");
		if (!form.locator("button").isVisible()) {
			form.locator("xpath=..").locator("summary").first().click();
		}
		Locator photos = form.locator("details");
		if (photos.getAttribute("open") == null) {
			photos.locator("summary").click();
		}
		FilePayload file = new FilePayload("label.png", "image/png", photo);
		form.locator("input[name=firstPhoto]").setInputFiles(file);
		form.locator("input[name=lastPhoto]").setInputFiles(file);
		reader.press("desk.activate.do");
	}

	private static Locator form(Reader reader, String act) {
		return reader.page()
			.locator("form")
			.filter(new Locator.FilterOptions().setHas(reader.page().locator("input[name=act][value=" + act + "]")));
	}

	/** Opens one of the steps, if it is not, and fills it in. */
	private static Reader step(Reader reader, String act, String first, String last, String reason) {
		Locator form = form(reader, act);
		if (!form.locator("button").isVisible()) {
			form.locator("xpath=..").locator("summary").first().click();
		}
		form.getByLabel(reader.word("labels.first"), new Locator.GetByLabelOptions().setExact(true)).fill(first);
		form.getByLabel(reader.word("labels.last"), new Locator.GetByLabelOptions().setExact(true)).fill(last);
		if (reason != null) {
			form.getByLabel(reader.word("labels.reason")).fill(reason);
		}
		return reader;
	}

	/** The codes in letters of the labels that a link opens, in order. */
	private static List<String> codes(Reader reader, int first, int last, int pages) throws IOException {
		try (PDDocument sheets = Loader.loadPDF(reader.fetch(reader.link("desk.open.pdf", first, last)).body())) {
			assertThat(sheets.getNumberOfPages()).isEqualTo(pages);
			return CODE.matcher(new PDFTextStripper().getText(sheets).replace(" ", ""))
				.results()
				.map(MatchResult::group)
				.toList();
		}
	}

	private static void assertDone(Reader reader, String what) {
		assertThat(reader.page().getByRole(AriaRole.STATUS)).hasText(reader.word("done." + what));
	}

	/** The counts that are not zero; every label is in one of them. */
	private List<String> states() {
		JsonNode sums = this.world.as("farmer").get("/api/v1/runs/RUN-1/reconciliation").json();
		assertThat(sums.get("lines").valueStream().mapToLong((line) -> line.get("count").asLong()).sum())
			.isEqualTo(sums.get("issued").asLong());
		return sums.get("lines")
			.valueStream()
			.filter((line) -> line.get("count").asLong() > 0)
			.map((line) -> line.get("state").asString() + '=' + line.get("count").asLong())
			.toList();
	}

	private void labels() {
		packs();
		tell(String.format(Locale.ROOT,
				"""
						{"type":"labelsIssued","id":"%s","at":"2024-09-19T11:00:00+08:00","by":"FARM","run":"RUN-1","lot":"K-1","count":10}
						""",
				UUID.randomUUID()));
	}

	private void dug(long grams) {
		this.world.settle();
		this.world.open("foreman", "FARM", Role.GROWER, Role.PROCESSOR);
		tell(String.format(Locale.ROOT,
				"""
						{"type":"harvested","id":"%s","at":"2024-09-18T15:30:00+08:00","by":"FARM","plot":"P1","stand":"STAND-1","lot":"F-1","grossGrams":%d,"crates":1}
						""",
				UUID.randomUUID(), grams));
	}

	private static void pack(Reader farmer, String units, String unitGrams, String kilograms) {
		farmer.open("/pack?lot=F-1")
			.choose("form.facility", "SHED")
			.type("form.at", "2024-09-19T10:00")
			.typeBeside(farmer.word("form.take.of", "F-1"), kilograms)
			.type("form.lot", "K-1")
			.type("pack.units", units)
			.type("pack.unitGrams", unitGrams)
			.press("form.record");
		assertDone(farmer, "pack");
	}

}
