package org.shenyuan.account;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What may be a password. Its length is all that is asked for. */
@Component
class Passwords {

	/** In characters. */
	private static final int SHORTEST = 12;

	/** In bytes of UTF-8; bcrypt reads no further. */
	private static final int LONGEST = 72;

	private final PasswordEncoder encoder;

	Passwords(PasswordEncoder encoder) {
		this.encoder = encoder;
	}

	/**
	 * The hash of a new password, which was typed twice into {@code password} and
	 * {@code again}.
	 * @throws Refused when it is too short, too long, the name itself, or not the same
	 * twice
	 */
	String choose(String name, @Nullable String typed, @Nullable String again) {
		String password = Objects.requireNonNullElse(typed, "");
		int characters = password.codePointCount(0, password.length());
		int bytes = password.getBytes(StandardCharsets.UTF_8).length;
		if (characters < SHORTEST) {
			throw new Refused(Refusal.of("password.short", "password", "least", SHORTEST, "given", characters));
		}
		if (bytes > LONGEST) {
			throw new Refused(Refusal.of("password.long", "password", "most", LONGEST, "given", bytes));
		}
		if (password.toLowerCase(Locale.ROOT).equals(name)) {
			throw new Refused(Refusal.of("password.name", "password"));
		}
		if (!password.equals(again)) {
			throw new Refused(Refusal.of("password.again", "again"));
		}
		return hash(password);
	}

	/**
	 * @param field into which the password was typed that the person has
	 * @throws Refused when it is another
	 */
	void prove(Person person, String field, String typed) {
		if (!this.encoder.matches(typed, person.hash())) {
			throw new Refused(Refusal.of("password.wrong", field));
		}
	}

	String hash(String password) {
		return Objects.requireNonNull(this.encoder.encode(password));
	}

}
