package org.shenyuan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shenyuan.Chromium.Seat;
import org.shenyuan.events.Role;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Every page there is, in every language, on the narrowest phone and without scripts. */
@BackendTest
@Import(World.class)
class PagesBrowserIT extends InBrowser {

	private static final String TIME = "\\d+ \\w+ \\d{4} \\d\\d:\\d\\d";

	/**
	 * Of one's own: a row that ends with two times, and what ends it. Of everybody: a row
	 * that says so, and the party.
	 */
	private static final String LOG_IN = "(?m)^.*\\t" + TIME + "\\t" + TIME + "\\t.*\\n(End\\n)?|^End all others\\n|^"
			+ TIME + "\\tLogged in\\t.*\\n(\\s*[^\\t\\n]*演示）\\s*\\n)?";

	private static final String NINETY_NINE_TIMES = "12177";

	@ParameterizedTest
	@ValueSource(strings = { "zh", "ko" })
	void everyPageIsQuietAndFitsTheNarrowestPhone(String language) throws Exception {
		season("（演示）");
		try (Walk walk = new Walk(new Seat(320, 640, language, true), language.equals("zh"))) {
			walk.everywhere();
			walk.field();
			assertThat(walk.complaints()).isEmpty();
		}
	}

	@Test
	void everyPageReadsTheSameWithoutScripts() throws Exception {
		season("（演示）");
		try (Walk with = new Walk(new Seat(1280, 800, "en", true), false);
				Walk without = new Walk(new Seat(1280, 800, "en", false), false)) {
			assertThat(lasting(without.everywhere())).isEqualTo(lasting(with.everywhere()));
			assertThat(without.complaints()).isEmpty();
			assertThat(with.complaints()).isEmpty();
		}
	}

	/**
	 * Without empty lines, and without the log-ins, of which each walk adds some.
	 */
	private static List<String> lasting(List<String> texts) {
		return texts.stream().map((text) -> text.replaceAll(LOG_IN, "").replaceAll("\\s*\\n\\s*", "\n")).toList();
	}

	/** English on the narrowest phone, too: what is typed must not widen a page. */
	@Test
	void hostileTextIsShownAsText() throws Exception {
		season(HOSTILE);
		try (Walk walk = new Walk(new Seat(320, 640, "en", true), false)) {
			assertThat(walk.everywhere()).noneMatch((text) -> text.contains(NINETY_NINE_TIMES))
				.anyMatch((text) -> text.startsWith("Traced to its source") && text.contains("清河示范参场" + HOSTILE));
			walk.field();
			assertThat(walk.complaints()).isEmpty();
		}
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
		this.world.open("chemist", "TH-LAB", Role.LABORATORY);
		this.world.open("expert", "TH-EXP1", Role.EXPERT);
		this.world.open("grower", "QINGHE", Role.GROWER);
		this.world.open("grower", "YINGE", Role.GROWER);
		this.world.open("worker", "KUAIDA", Role.PROCESSOR, Role.TRADER);
	}

	/** Somebody of each kind, who opens every page there is of a season. */
	private final class Walk implements AutoCloseable {

		private final Reader buyer;

		private final Reader grower;

		private final Reader worker;

		private final Reader authority;

		private final Reader admin;

		private final Reader chemist;

		private final Reader expert;

		private final List<String> texts = new ArrayList<>();

		private final boolean keeping;

		Walk(Seat seat, boolean keeping) {
			this.keeping = keeping;
			this.buyer = sit(seat);
			this.grower = sit(seat);
			this.worker = sit(seat);
			this.authority = sit(seat);
			this.admin = sit(seat);
			this.chemist = sit(seat);
			this.expert = sit(seat);
		}

		/** What there is to read on every page. */
		List<String> everywhere() throws Exception {
			read(this.buyer, "/", "/login?error", label("RUN-RED-2024", 1), label("RUN-BLEND-2024", 1),
					label("RUN-BLEND-2024", 961), label("RUN-BLEND-2024", 965), label("RUN-RED-2025", 1),
					"/t?code=nonsense", "/t/0000-0000-0000-0000", "/stock", "/bases", "/rules", "/rules?kind=food-gate",
					"/rules?kind=yield-cap", "/reports/new?code=0000-0000-0000-0000");
			this.grower.logIn("grower", World.PASSWORD);
			read(this.grower, "/stock", "/lots/QH-P1-2021", "/lots/SD-2019-01", "/lots/QH-2024-F2", "/process",
					"/field-book", "/plots/QH-P1", "/account");
			this.worker.logIn("worker", World.PASSWORD);
			read(this.worker, "/stock", "/stock?all=true", "/trace", "/trace?lot=KD-2024-PK3", "/trace?lot=NONE",
					"/find", "/find?q=KD-2024", "/find?q=NONE", "/lots/KD-2024-PK3", "/lots/KD-2024-PK1",
					"/lots/KD-2024-M1", "/lots/QH-2024-S1", "/lots/KD-2025-PK1", "/lots/KD-2024-PK1/checks",
					"/lots/NONE", "/nowhere");
			readRefused(this.worker, "/process?lot=KD-2024-R1B", "form.record");
			readRefused(this.worker, "/pack?lot=KD-2024-R1B", "form.record");
			readRefused(this.worker, "/ship?lot=KD-2024-R1B", "form.record");
			readRefused(this.worker, "/adjust?lot=KD-2024-R1B", "form.record");
			readRefused(this.worker, "/buy", "form.record");
			readRefused(this.worker, "/split?lot=KD-2024-R1B", "form.record");
			readRefused(this.worker, "/merge", "merge.look");
			this.worker.open("/merge?lot=KD-2024-R1B").type("form.lot", "M-9");
			note(this.worker.press("merge.look"));
			this.worker.open("/lots/KD-2024-R1B");
			note(this.worker.follow("correct.of", this.worker.word("stop.processed")));
			read(this.worker, "/stock?product=RED&state=HELD", "/work", "/receive", "/process?run=KD-2024-R2",
					"/process/KD-2024-R2");
			readRefused(this.worker, "/lots/KD-2024-PK3/labels", "labels.issue.do");
			read(this.worker, "/stocks", "/stocks/import");
			readRefused(this.worker, "/stocks/new", "stocks.keep");
			readRefused(this.worker, "/printers", "printers.keep");
			readRefused(this.worker, "/lots/KD-2024-PK1/cartons", "cartons.prefix.do");
			read(this.buyer, "/00/095212340000000004");
			read(this.worker, "/lots/KD-2024-PK3/labels");
			read(this.worker, "/runs/RUN-RED-2025", "/runs/RUN-DRIED-2024?stock=ROLL-60x40&dpi=203",
					"/runs/RUN-RED-2024?cell=0");
			this.worker.open("/runs/RUN-RED-2025");
			this.worker.page().locator("details.step > summary").last().click();
			note(this.worker.press("desk.void.do"));
			this.authority.logIn("authority", World.PASSWORD);
			read(this.authority, "/", "/census", "/census/220582/2024", "/census/import", "/map", "/map?county=220582",
					"/map?base=DEMO-BASE-001", "/map?county=220281", "/certificates", "/audit",
					"/audit?kind=harvested&from=2000-01-01&party=QINGHE", "/figures",
					"/figures?year=2024&county=220582", "/recalls", "/recalls/new", "/cases", "/seeds", "/seeds/ERMAYA",
					"/rules/new?kind=yield-cap", "/lots/KD-2024-PK1/checks");
			this.admin.logIn("admin", World.PASSWORD);
			readRefused(this.admin, "/people", "people.invite.do");
			read(this.admin, "/people/grower", "/people/admin", "/join?key=none", "/audit/accounts",
					"/audit/accounts?person=nobody");
			readRefused(this.admin, "/account", "account.change.do");
			this.chemist.logIn("chemist", World.PASSWORD);
			readRefused(this.chemist, "/tests", "tests.take.do");
			readRefused(this.chemist, "/tests/report?sample=SP-2024-031", "tests.check");
			this.expert.logIn("expert", World.PASSWORD);
			read(this.expert, "/sign-offs/new");
			this.expert.page().locator("details.card > summary").click();
			note(this.expert.press("signoff.do"));
			read(this.expert, "/seeds/new");
			read(this.grower, "/lots/SD-2019-01/papers", "/lots/QH-2024-F2/papers");
			return this.texts;
		}

		/**
		 * What says other things to a browser with scripts, which can keep what is typed.
		 */
		void field() {
			read(this.grower, "/field", "/field/sow", "/field/lift", "/field/transplant", "/field/work",
					"/field/harvest", "/offline");
		}

		private void read(Reader reader, String... paths) {
			for (String path : paths) {
				note(reader.open(path));
			}
		}

		/** The form as it opens, and as it comes back when nothing was filled in. */
		private void readRefused(Reader reader, String path, String button) {
			read(reader, path);
			for (Locator field : reader.page()
				.locator("form.card input:visible:not([type=checkbox]):not([type=radio]):not([type=file])")
				.all()) {
				field.fill("");
			}
			note(reader.press(button));
			assertThat(reader.status()).isEqualTo(422);
		}

		private void note(Reader reader) {
			if (this.keeping) {
				reader.keep("page-" + (10 + this.texts.size())).lookForBarriers();
			}
			this.texts.add(reader.text());
		}

		private String label(String run, int number) throws Exception {
			return symbol(PagesBrowserIT.this.world.as("authority")
				.bytes("/api/v1/runs/" + run + "/sheet.pdf?first=" + number + "&last=" + number)).getPath();
		}

		List<String> complaints() {
			return Stream
				.of(this.buyer, this.grower, this.worker, this.authority, this.admin, this.chemist, this.expert)
				.flatMap((reader) -> reader.complaints().stream())
				.toList();
		}

		@Override
		public void close() {
			this.buyer.close();
			this.grower.close();
			this.worker.close();
			this.authority.close();
			this.admin.close();
			this.chemist.close();
			this.expert.close();
		}

	}

}
