package org.shenyuan;

import java.util.Locale;
import java.util.UUID;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shenyuan.Chromium.Seat;
import org.springframework.context.annotation.Import;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A processor's and trader's day: from what the lorry brings to what it takes away. */
@BackendTest
@Import(World.class)
class TradeDayBrowserIT extends InBrowser {

	@ParameterizedTest
	@ValueSource(ints = { 390, 1280 })
	void aDay(int width) {
		this.world.settle();
		tell(String.format(Locale.ROOT,
				"""
						{"type":"harvested","id":"%s","at":"2024-09-18T15:30:00+08:00","by":"FARM","plot":"P1","stand":"STAND-1","lot":"F-1","grossGrams":500000,"crates":20}
						{"type":"shipped","id":"%s","at":"2024-09-19T07:00:00+08:00","by":"FARM","to":"WORKS","lines":[{"lot":"F-1","grams":400000,"as":"S-1"}],"document":"W-1"}
						""",
				UUID.randomUUID(), UUID.randomUUID()));
		try (Reader worker = sit(new Seat(width, 850, "ko", true))) {
			worker.logIn("worker", World.PASSWORD).turn("work.entry").keep("trade-1-work");
			receive(worker);
			process(worker);
			splitAndMerge(worker);
			packAndLabel(worker);
			ship(worker);
			worker.open("/stock?all=true").keep("trade-9-stock");
			assertThat(worker.page().locator("table.stock tbody tr")).hasCount(8);
			assertThat(worker.complaints()).isEmpty();
		}
		assertThat(this.world.as("farmer2").get("/api/v1/lots/OUT-1").json().at("/lot/grams").asLong())
			.isEqualTo(90_000);
	}

	private static void receive(Reader worker) {
		worker.follow("receive");
		assertThat(worker.page().locator("table tbody tr")).containsText("400 kg");
		worker.follow("receive.one", "S-1")
			.type("receive.weighed", "７９６")
			.choose("unit", "jin")
			.type("form.lot", "E-1")
			.type("form.at", "2024-09-19T14:00")
			.keep("trade-2-receive")
			.press("form.record");
		assertDone(worker, "receive");
	}

	private static void process(Reader worker) {
		String line = worker.word("process.output", 1) + ": ";
		worker.follow("lot.act.process")
			.choose("process.process", "STEAMING")
			.type("process.started", "2024-09-20T06:00")
			.type("process.at", "2024-09-20T18:00")
			.type("process.run", "R-1")
			.typeBeside(line + worker.word("form.lot"), "ST-1")
			.chooseBeside(line + worker.word("lot.product"), "STEAMED")
			.typeBeside(line + worker.word("process.output.mass"), "385")
			.press("form.record");
		assertDone(worker, "process");
		worker.open("/process").follow("process.go-on", "R-1");
		assertThat(worker.field(worker.word("process.started"))).hasValue("2024-09-20T18:00");
		assertThat(worker.field(worker.word("process.run"))).hasValue("R-1");
		worker.choose("process.process", "DRYING")
			.type("process.at", "2024-10-01T17:00")
			.typeBeside(line + worker.word("form.lot"), "RED-1")
			.chooseBeside(line + worker.word("lot.product"), "RED")
			.typeBeside(line + worker.word("process.output.mass"), "120")
			.keep("trade-3-process")
			.press("form.record");
		assertDone(worker, "process");
		worker.open("/process/R-1").keep("trade-4-run");
		assertThat(worker.fact("run.ratio")).hasText("3.32 : 1");
	}

	private static void splitAndMerge(Reader worker) {
		worker.open("/lots/RED-1").follow("split").type("form.at", "2024-10-02T08:00");
		part(worker, 1, "B-1", "50");
		part(worker, 2, "B-2", "40");
		worker.keep("trade-5-split").press("form.record");
		assertDone(worker, "split");
		assertThat(worker.page().locator(".lead")).containsText("30 kg");

		worker.open("/lots/B-1").follow("merge").type("form.lot", "M-1").type("form.at", "2024-10-02T09:00");
		worker.page().getByLabel(worker.word("form.all.of", "B-2")).check();
		worker.press("merge.look").keep("trade-6-merge");
		assertThat(worker.fact("merge.mass")).hasText("90 kg");
		assertThat(worker.fact("merge.traced")).hasText("100.0 %");
		worker.press("merge.do");
		assertDone(worker, "merge");
	}

	private static void part(Reader worker, int number, String lot, String mass) {
		String line = worker.word("process.output", number) + ": ";
		worker.typeBeside(line + worker.word("form.lot"), lot)
			.typeBeside(line + worker.word("process.output.mass"), mass);
	}

	private static void packAndLabel(Reader worker) {
		worker.follow("lot.act.pack")
			.type("form.at", "2024-10-03T10:00")
			.type("form.lot", "K-1")
			.type("pack.units", "300")
			.type("pack.unitGrams", "300")
			.press("form.record");
		assertDone(worker, "pack");
		worker.follow("lot.act.labels").press("labels.issue.do").press("desk.printed.do").press("desk.activate.do");
		assertDone(worker, "activate");
		assertThat(worker.text()).contains(worker.word("desk.account.zero"));
	}

	private static void ship(Reader worker) {
		worker.open("/lots/K-1").keep("trade-7-lot");
		assertThat(worker.page().locator("svg.tree:visible a[aria-current]")).containsText("K-1");
		String whole = worker.page().locator("svg.tree:visible").getAttribute("viewBox");
		worker.page().getByLabel(worker.word("zoom.in")).click();
		assertThat(worker.page().locator("svg.tree:visible")).not().hasAttribute("viewBox", whole);
		worker.follow("ship")
			.choose("ship.to", "FARM2")
			.type("form.at", "2024-10-04T08:00")
			.type("ship.number", "OUT-1")
			.keep("trade-8-ship")
			.press("form.record");
		assertDone(worker, "ship");
		assertThat(worker.page().locator(".lead")).containsText("90 kg");
	}

	private static void assertDone(Reader reader, String what) {
		assertThat(reader.page().getByRole(AriaRole.STATUS)).hasText(reader.word("done." + what));
	}

}
