package org.shenyuan.demonstration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

import org.shenyuan.account.Accounts;
import org.shenyuan.events.Role;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Events;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Ledger;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.SeasonFile;
import org.shenyuan.packing.Sheets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Records the demonstration season through the ledger, as anybody's would be, and says
 * how to begin.
 */
@Component
@Profile("demonstration")
class DemonstrationSeason implements ApplicationRunner {

	/** Not a secret: the demonstration listens on loopback only. */
	private static final String PASSWORD = "ginseng";

	private static final Author LOADER = new Author("demonstration", "", Set.of(Role.ADMINISTRATOR));

	private final Ledger ledger;

	private final Events events;

	private final Lots lots;

	private final Accounts accounts;

	private final Sheets sheets;

	private final Resource season;

	private final String address;

	private final PrintStream out = System.out;

	DemonstrationSeason(Ledger ledger, Events events, Lots lots, Accounts accounts, Sheets sheets,
			@Value("classpath:demonstration/season.jsonl") Resource season,
			@Value("${shenyuan.address}") String address) {
		this.ledger = ledger;
		this.events = events;
		this.lots = lots;
		this.accounts = accounts;
		this.sheets = sheets;
		this.season = season;
		this.address = address;
	}

	@Override
	public void run(ApplicationArguments arguments) throws IOException {
		if (this.events.isEmpty()) {
			load();
		}
		open("wang", "QINGHE", Role.GROWER, Role.PROCESSOR);
		// Keeps the books of a works besides.
		if (open("kim", "YINGE", Role.GROWER)) {
			this.accounts.open("kim", PASSWORD, "KUAIDA", Set.of(Role.PROCESSOR));
		}
		open("sun", "KUAIDA", Role.PROCESSOR, Role.TRADER);
		open("park", "TH-LAB", Role.LABORATORY);
		open("lin", "TH-EXP1", Role.EXPERT);
		open("zhao", "TH-AUTH", Role.AUTHORITY);
		open("admin", "", Role.ADMINISTRATOR);
		sayHowToBegin();
	}

	private void load() throws IOException {
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(this.season.getInputStream(), StandardCharsets.UTF_8))) {
			SeasonFile season = SeasonFile.read(lines);
			this.out.printf(Locale.ROOT, "%n  Recording the demonstration season: %d events …", season.events().size());
			this.out.flush();
			this.ledger.appendAll(LOADER, season);
			this.out.printf(Locale.ROOT, " done%n");
		}
	}

	private boolean open(String name, String party, Role... roles) {
		boolean fresh = this.accounts.find(name).isEmpty();
		if (fresh) {
			this.accounts.open(name, PASSWORD, party, Set.of(roles));
		}
		return fresh;
	}

	private void sayHowToBegin() {
		LabelRun run = this.lots.run("RUN-RED-2024").orElseThrow();
		String gtin = this.lots.find(run.lot()).orElseThrow().gtin();
		this.out.printf(Locale.ROOT,
				"""

						  Shenyuan 参源 (demonstration 演示) is at  %1$s

						  Log in as  wang (grower)  kim (grower, and books of a processor)  sun (processor)  park (laboratory)  lin (expert)  zhao (authority)  admin
						  Password   %2$s

						  Scan a label      %3$s
						  Print labels      %1$s/runs/RUN-RED-2025   (as sun)

						""",
				this.address, PASSWORD, this.sheets.link(run, 1, gtin));
		this.out.flush();
	}

}
