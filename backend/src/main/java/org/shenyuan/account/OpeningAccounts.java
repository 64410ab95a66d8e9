package org.shenyuan.account;

import java.util.Locale;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The first start of an empty installation tells the administrator's password, once. So
 * does a start with {@code --shenyuan.reset-administrator}, of a new one: whoever may
 * start the program may do anything to it anyhow. Sessions end with the process that had
 * them, tokens with the password.
 */
@Component
@Profile("!demonstration")
class OpeningAccounts implements ApplicationRunner {

	private static final String RESET = "shenyuan.reset-administrator";

	private final Accounts accounts;

	OpeningAccounts(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		boolean first = this.accounts.isEmpty();
		if (first || arguments.containsOption(RESET)) {
			String password = this.accounts.secret();
			this.accounts.reset("admin", password);
			System.out.printf(Locale.ROOT, "%n  %s. Log in as admin with the password %s%n  It is not shown again.%n%n",
					first ? "First start" : "The administrator has a new password, and no tokens any more", password);
		}
	}

}
