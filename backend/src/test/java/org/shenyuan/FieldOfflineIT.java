package org.shenyuan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shenyuan.Chromium.Phone;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A grower's day where there is no signal, with everything going wrong that can. */
@Aside
@Timeout(300)
class FieldOfflineIT {

	private static final String BED = "QH-P1-2021";

	private static final Path PHOTO = Path.of("src/main/resources/static/img/icon-512.png");

	private RunningBackend backend;

	private Path profile;

	@BeforeEach
	void start() throws IOException {
		PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
		this.backend = RunningBackend.start(RunningBackend.newFolder(),
				Map.of("spring.profiles.active", "demonstration"));
		this.profile = Files.createTempDirectory(RunningBackend.newFolder(), "phone-");
	}

	@AfterEach
	void end() {
		PlaywrightAssertions.setDefaultAssertionTimeout(5_000);
		this.backend.close();
	}

	@Test
	void tenEntriesWithoutSignalHaveTenOutcomesWhateverIsKilled() throws Exception {
		try (Phone phone = Chromium.phone(this.profile, this.backend.address())) {
			logIn(phone.page());
			phone.page().navigate("/field");
			assertThat(phone.page().locator("#ready")).isVisible();
			assertThat(phone.page().locator("#outbox")).isHidden();
		}
		this.backend.stop();

		// From a cold start: neither the browser nor the server is there.
		List<String> typed = new ArrayList<>();
		Phone phone = Chromium.phone(this.profile, this.backend.address());
		phone.page().navigate("/stock");
		assertThat(phone.page().locator("h1")).hasText("此处没有信号");
		assertATagChoosesItsBed(phone.page());
		for (int i = 1; i <= 6; i++) {
			work(phone.page(), "第" + i + "次（演示）", i == 3);
			typed.add("第" + i + "次（演示）");
		}
		assertThat(waiting(phone.page())).hasCount(6);
		phone.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screens/field-waiting.png")));
		phone.kill();

		phone = Chromium.phone(this.profile, this.backend.address());
		phone.page().navigate("/field");
		assertThat(waiting(phone.page())).hasCount(6);
		harvest(phone.page(), "F-GOOD", "2.5", "0.5", PHOTO);
		harvest(phone.page(), "F-WRONG", "2.5", "3");
		for (int i = 7; i <= 8; i++) {
			work(phone.page(), "第" + i + "次（演示）", false);
			typed.add("第" + i + "次（演示）");
		}
		assertThat(waiting(phone.page())).hasCount(10);

		// The signal is back. The server fails at the second, records the fourth, and
		// dies before it can say so.
		this.backend.startAgain();
		AtomicInteger sent = new AtomicInteger();
		phone.page().route("**/api/v1/field/**", (route) -> {
			if (sent.incrementAndGet() == 2) {
				route.fulfill(new Route.FulfillOptions().setStatus(500).setBody("{\"title\":\"演示\",\"id\":\"E-1\"}"));
			}
			else if (sent.get() == 4) {
				assertThat(route.fetch().status()).isEqualTo(200);
				this.backend.kill();
				route.abort();
			}
			else {
				route.resume();
			}
		});
		phone.page().reload();
		phone.page().waitForCondition(() -> sent.get() >= 4);
		assertThat(waiting(phone.page())).hasCount(7);
		assertThat(entries(phone.page(), "sent")).hasCount(2);
		assertThat(entries(phone.page(), "failed").locator(".reasons li")).hasText("演示 E-1");
		assertThat(entries(phone.page(), "failed").locator("[data-do=withdraw]")).isHidden();

		this.backend.startAgain();
		phone.page().reload();
		assertThat(waiting(phone.page())).hasCount(0);
		assertThat(entries(phone.page(), "failed")).hasCount(0);
		assertThat(entries(phone.page(), "refused")).hasCount(1);
		assertThat(entries(phone.page(), "refused")).containsText("F-WRONG");
		assertThat(entries(phone.page(), "refused").locator(".reasons")).containsText("毛重");
		phone.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screens/field-refused.png")));
		assertThat(outcomes("fieldWorked", "product")).containsExactlyInAnyOrderElementsOf(typed);
		assertThat(outcomes("harvested", "lot")).contains("F-GOOD").doesNotContain("F-WRONG");

		assertThat(outcomes("harvested", "evidence")).singleElement().asString().containsPattern("[0-9a-f]{64}");

		entries(phone.page(), "refused").locator("[data-do=correct]").click();
		assertThat(phone.page().locator("#soilGrams")).hasAttribute("aria-invalid", "true");
		assertThat(phone.page().locator("#grossGrams")).hasValue("2.5");
		phone.page().locator("#soilGrams").fill("0.3");
		phone.page().locator("button.main").click();
		phone.page().waitForURL("**/field");
		assertThat(entries(phone.page(), "refused")).hasCount(0);
		assertThat(outcomes("harvested", "lot").stream().filter((lot) -> lot.startsWith("F-")))
			.containsExactlyInAnyOrder("F-GOOD", "F-WRONG");
		assertThat(outcomes("fieldWorked", "product")).containsExactlyInAnyOrderElementsOf(typed);
		phone.close();
	}

	/** What is on the picture a browser finds that can; this one has to be told. */
	private static void assertATagChoosesItsBed(Page page) {
		page.navigate("/field/work");
		assertThat(page.locator("#no-tag")).isVisible();
		page.addInitScript("self.BarcodeDetector = class { detect = async () => [{ rawValue: self.tag }]; }");
		page.reload();
		page.locator("#stand").selectOption("QH-P2-2021");
		Locator tag = page.locator("#tag");
		for (String plot : List.of("NOWHERE", "QH-P1")) {
			page.evaluate("self.tag = 'HTTP://LOCALHOST/P/" + plot + "'");
			tag.locator("input").setInputFiles(PHOTO);
			assertThat(tag.locator("output")).hasText(plot.equals("QH-P1") ? "" : "照片中没有找到您的地块牌。请靠近重拍，或在下面选择。");
		}
		assertThat(page.locator("#stand option:checked")).hasAttribute("data-plot", "QH-P1");
	}

	private static void logIn(Page page) {
		page.navigate("/login");
		page.locator("#username").fill("wang");
		page.locator("#password").fill("ginseng");
		page.locator("[name=remember-me]").check();
		page.locator("main button").click();
		page.waitForURL("**/stock");
	}

	/**
	 * @param busy whether something else is being sent, which takes for ever
	 */
	private static void work(Page page, String product, boolean busy) {
		page.navigate("/field");
		page.locator(".acts a[href='/field/work']").click();
		page.locator("#stand").selectOption(BED);
		page.locator("#work").selectOption("FERTILISE");
		page.locator("#product").fill(product);
		if (busy) {
			page.evaluate("void navigator.locks.request('outbox', () => new Promise(() => {}))");
		}
		page.locator("button.main").click();
		page.waitForURL("**/field");
	}

	private static void harvest(Page page, String lot, String gross, String soil, Path... photos) {
		page.navigate("/field");
		page.locator(".acts a[href='/field/harvest']").click();
		page.locator("#stand").selectOption(BED);
		page.locator("#lot").fill(lot);
		page.locator("#grossGrams").fill(gross);
		page.locator("#soilGrams").fill(soil);
		page.locator("#photos").setInputFiles(photos);
		page.locator("button.main").click();
		page.waitForURL("**/field");
	}

	private static Locator waiting(Page page) {
		return entries(page, "waiting");
	}

	private static Locator entries(Page page, String state) {
		return page.locator(".entry[data-state=" + state + "]");
	}

	/** What the log has of today's. */
	private List<String> outcomes(String kind, String field) {
		List<String> found = new ArrayList<>();
		Api grower = Api.as(this.backend.address(), "wang", "ginseng");
		String after = "0";
		boolean more = true;
		while (more) {
			JsonNode page = grower.get("/api/v1/events?limit=1000&after=" + after).json();
			page.get("events").valueStream().map((entry) -> entry.get("event")).forEach((event) -> {
				if (event.get("type").asString().equals(kind) && event.path("at").asString().compareTo("2026") > 0
						&& event.has(field)) {
					found.add(event.get(field).isString() ? event.get(field).asString() : event.get(field).toString());
				}
			});
			after = page.get("next").asString();
			more = page.get("more").asBoolean();
		}
		return found;
	}

}
