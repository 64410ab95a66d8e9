package org.shenyuan.account;

import java.util.Locale;
import java.util.Set;

import org.shenyuan.events.Role;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The first start of an empty installation tells the administrator's password, once. */
@Component
@Profile("!demonstration")
class OpeningAccounts implements ApplicationRunner {

	private final Accounts accounts;

	OpeningAccounts(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (this.accounts.isEmpty()) {
			String password = this.accounts.secret();
			this.accounts.open("admin", password, "", Set.of(Role.ADMINISTRATOR));
			System.out.printf(Locale.ROOT,
					"%n  First start. Log in as admin with the password %s%n  It is not shown again.%n%n", password);
		}
	}

}
