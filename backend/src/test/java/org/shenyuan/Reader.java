package org.shenyuan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import org.shenyuan.Chromium.Seat;
import org.springframework.context.MessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody with a browser, who finds fields and buttons by their words, and notes
 * whatever is wrong with a page.
 */
final class Reader implements AutoCloseable {

	/**
	 * What is too wide for the window, icons not drawn, links to no place on the page.
	 */
	private static final String FAULTS = """
			() => {
				const edge = document.documentElement.clientWidth;
				const wide = [...document.querySelectorAll('body, body *:not(svg *)')]
					.filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > edge + 0.5)
					.map((one) => `wider than ${edge} px: ${one.outerHTML.slice(0, 120)}`);
				if (document.documentElement.scrollWidth > edge) {
					wide.push(`scrolls to ${document.documentElement.scrollWidth} px of ${edge} px`);
				}
				const undrawn = [...document.querySelectorAll('use')]
					.filter((one) => !one.closest('[hidden]') && one.getBBox().width === 0)
					.map((one) => `not drawn: ${one.getAttribute('href')}`);
				const lost = [...document.querySelectorAll('a[href^="#"]')]
					.filter((one) => !document.getElementById(decodeURIComponent(one.getAttribute('href').slice(1))))
					.map((one) => `leads nowhere: ${one.getAttribute('href')}`);
				return [...wide, ...undrawn, ...lost];
			}
			""";

	/** What keeps people out who read with a screen reader, the keyboard or weak eyes. */
	private static final String BARRIERS = """
			async () => {
				const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',
					'wcag22aa', 'best-practice'] });
				return violations.flatMap((one) => one.nodes.map((node) =>
					`${one.id}: ${node.html.slice(0, 160)} (${node.failureSummary.replaceAll('\\n', ' ').slice(0, 200)})`));
			}
			""";

	private static final String AXE = resource("axe.min.js");

	private final Seat seat;

	private final BrowserContext context;

	private final Page page;

	private final MessageSource messages;

	private final List<String> complaints = new ArrayList<>();

	private final List<Request> posts = new ArrayList<>();

	private int loads;

	private int status;

	Reader(Seat seat, BrowserContext context, MessageSource messages) {
		this.seat = seat;
		this.context = context;
		this.messages = messages;
		this.page = context.newPage();
		this.page.setDefaultTimeout(30_000);
		this.page.onLoad((loaded) -> this.loads++);
		this.page.onResponse(this::answered);
		this.page.onRequest((request) -> {
			if (request.method().equals("POST")) {
				this.posts.add(request);
			}
		});
		this.page.onRequestFailed((request) -> {
			// A second click takes the place of the first.
			if (!request.isNavigationRequest()) {
				complain(request.url() + " failed: " + request.failure());
			}
		});
		this.page.onConsoleMessage(this::said);
		this.page.onPageError((error) -> complain("script: " + error));
		this.page.onDialog((dialog) -> {
			complain("dialog: " + dialog.message());
			dialog.dismiss();
		});
	}

	private void answered(Response response) {
		if (!response.request().isNavigationRequest()) {
			// To refuse is to answer.
			if (response.status() >= 400 && response.status() != 422) {
				complain(response.url() + " answers " + response.status());
			}
		}
		else if (response.status() < 300 || response.status() >= 400) {
			this.status = response.status();
			if (!response.headers().getOrDefault("content-security-policy", "").contains("default-src 'self'")) {
				complain("no policy");
			}
		}
	}

	private void said(ConsoleMessage message) {
		// What does not load is noted with its status; a page may say 404 itself.
		if (!message.text().startsWith("Failed to load resource")) {
			complain(message.type() + ": " + message.text());
		}
	}

	private void complain(String complaint) {
		this.complaints.add(this.page.url() + ": " + complaint);
	}

	Page page() {
		return this.page;
	}

	/** A sentence of the product in this reader's language. */
	String word(String key, Object... values) {
		return this.messages.getMessage(key, values, Locale.forLanguageTag(this.seat.language()));
	}

	/** The status of the page, after redirections. */
	int status() {
		return this.status;
	}

	/** What was posted, in order. */
	List<Request> posts() {
		return this.posts;
	}

	List<String> complaints() {
		return this.complaints;
	}

	Reader open(String path) {
		return after(() -> this.page.navigate(path));
	}

	Reader logIn(String name, String password) {
		open("/login").type("login.name", name).type("login.password", password);
		return press("login");
	}

	/** Turns to another page of the list of pages. */
	Reader turn(String key) {
		return after(named(this.page.getByRole(AriaRole.NAVIGATION), AriaRole.LINK, key)::click);
	}

	Reader follow(String key, Object... values) {
		return after(link(key, values)::click);
	}

	/** A link of the page itself. */
	Locator link(String key, Object... values) {
		return named(this.page.getByRole(AriaRole.MAIN), AriaRole.LINK, key, values);
	}

	Reader press(String key, Object... values) {
		return after(button(key, values)::click);
	}

	Reader pressTwice(String key) {
		return after(button(key)::dblclick);
	}

	Reader type(String label, String text) {
		return typeBeside(word(label), text);
	}

	/** By the words beside a field, which may be part of them. */
	Reader typeBeside(String label, String text) {
		field(label).fill(text);
		return this;
	}

	Reader choose(String label, String value) {
		return chooseBeside(word(label), value);
	}

	Reader chooseBeside(String label, String value) {
		field(label).selectOption(value);
		return this;
	}

	/** Fetches what a link leads to, as this reader. */
	APIResponse fetch(Locator link) {
		return this.context.request().get(link.getAttribute("href"));
	}

	/** Sends a form again as a nervous network does. */
	APIResponse sendAgain(Request form) {
		RequestOptions again = RequestOptions.create().setData(form.postData());
		form.headers().forEach(again::setHeader);
		return this.context.request().post(form.url(), again);
	}

	/** Looks at the page with axe; every barrier is a complaint. */
	Reader lookForBarriers() {
		// All of it at once: what the list of pages covers for a moment is not out of
		// reach.
		this.page.setViewportSize(this.seat.width(),
				(int) this.page.evaluate("document.documentElement.scrollHeight + 100"));
		this.page.evaluate(AXE);
		((List<?>) this.page.evaluate(BARRIERS)).forEach((barrier) -> complain(barrier.toString()));
		this.page.setViewportSize(this.seat.width(), this.seat.height());
		return this;
	}

	/** What there is to read. */
	String text() {
		return this.page.locator("body").innerText();
	}

	/** Keeps what is seen. */
	Reader keep(String name) {
		Path picture = Path.of("target", "screens", this.seat + "-" + name + ".png");
		this.page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
		return this;
	}

	/** What can be seen beside these words. */
	Locator field(String label) {
		return this.page.getByLabel(label).filter(new Locator.FilterOptions().setVisible(true));
	}

	/** What a list of facts says beside a word. */
	Locator fact(String key) {
		Locator term = this.page.locator("dt")
			.and(this.page.getByText(word(key), new Page.GetByTextOptions().setExact(true)));
		return this.page.locator("dl.facts div").filter(new Locator.FilterOptions().setHas(term)).locator("dd");
	}

	private static String resource(String name) {
		try (InputStream in = ClassLoader.getSystemResourceAsStream(name)) {
			return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Locator button(String key, Object... values) {
		return named(this.page.getByRole(AriaRole.MAIN), AriaRole.BUTTON, key, values);
	}

	private Locator named(Locator part, AriaRole role, String key, Object... values) {
		return part.getByRole(role, new Locator.GetByRoleOptions().setName(word(key, values)).setExact(true));
	}

	private Reader after(Runnable step) {
		int before = this.loads;
		step.run();
		this.page.waitForCondition(() -> this.loads > before);
		((List<?>) this.page.evaluate(FAULTS)).forEach((fault) -> complain(fault.toString()));
		String language = this.page.locator("html").getAttribute("lang");
		if (!this.seat.language().equals(language)) {
			complain("is in " + language);
		}
		return this;
	}

	/** Whatever was wrong fails the test, a breach of the policy above all. */
	@Override
	public void close() {
		this.context.close();
		assertThat(this.complaints).isEmpty();
	}

}
