package org.shenyuan;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.Assumptions;
import org.springframework.context.MessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The browser of this machine: the one that the system property {@code chromium} or the
 * environment variable {@code CHROMIUM} names, else the first {@code chromium} of the
 * path. Without any, tests are skipped, except where {@code CI} is set.
 */
final class Chromium implements AutoCloseable {

	private static final List<String> ALONE = List.of("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
			"--disable-background-networking", "--disable-component-update", "--disable-sync");

	private final Playwright playwright;

	private final Browser browser;

	private Chromium(Path program) {
		this.playwright = playwright();
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(ALONE));
	}

	static Chromium start() {
		Optional<Path> program = program();
		if (program.isEmpty()) {
			assertThat(System.getenv("CI")).as("CI needs a browser").isNull();
			Assumptions.abort("There is no chromium on this machine");
		}
		return new Chromium(program.orElseThrow());
	}

	private static Playwright playwright() {
		return Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
	}

	private static Optional<Path> program() {
		String named = System.getProperty("chromium", System.getenv("CHROMIUM"));
		return (named != null) ? Optional.of(Path.of(named))
				: Arrays.stream(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
					.map((folder) -> Path.of(folder, "chromium"))
					.filter(Files::isExecutable)
					.findFirst();
	}

	@Override
	public void close() {
		this.playwright.close();
	}

	/** What somebody sits before, in which language, and whether scripts run there. */
	record Seat(int width, int height, String language, boolean scripts) {

		@Override
		public String toString() {
			return this.width + "-" + this.language + (this.scripts ? "" : "-without-scripts");
		}

	}

	/**
	 * A phone of somebody's own, which remembers everything from one start to the next.
	 * @param profile where it does
	 */
	static Phone phone(Path profile, String address) {
		Path program = program().orElseGet(() -> {
			assertThat(System.getenv("CI")).as("CI needs a browser").isNull();
			return Assumptions.abort("There is no chromium on this machine");
		});
		Playwright playwright = playwright();
		BrowserContext context = playwright.chromium()
			.launchPersistentContext(profile,
					new BrowserType.LaunchPersistentContextOptions().setExecutablePath(program)
						.setArgs(ALONE)
						.setBaseURL(address)
						.setViewportSize(360, 740)
						.setLocale("zh"));
		Phone phone = new Phone(playwright, context, profile, new ArrayList<>());
		context.onConsoleMessage((message) -> {
			if (message.text().contains("Content Security Policy")) {
				phone.breaches().add(message.text());
			}
		});
		return phone;
	}

	/**
	 * A browser with a memory.
	 *
	 * @param breaches of the policy of contents, of which there must be none in the end
	 */
	record Phone(Playwright playwright, BrowserContext context, Path profile,
			List<String> breaches) implements AutoCloseable {

		Page page() {
			return this.context.pages().getFirst();
		}

		/** SIGKILL, as when the battery runs out. */
		void kill() {
			ProcessHandle.allProcesses()
				.filter((process) -> process.info()
					.arguments()
					.map((arguments) -> List.of(arguments).contains("--user-data-dir=" + this.profile))
					.orElse(false))
				.forEach((process) -> {
					process.destroyForcibly();
					process.onExit().join();
				});
			this.playwright.close();
		}

		@Override
		public void close() {
			this.context.close();
			this.playwright.close();
			assertThat(this.breaches).isEmpty();
		}

	}

	/** Seats somebody who is not logged in. */
	Reader seat(Seat seat, String address, MessageSource messages) {
		BrowserContext context = this.browser.newContext(new Browser.NewContextOptions().setBaseURL(address)
			.setViewportSize(seat.width(), seat.height())
			.setLocale(seat.language())
			.setJavaScriptEnabled(seat.scripts()));
		return new Reader(seat, context, messages);
	}

}
