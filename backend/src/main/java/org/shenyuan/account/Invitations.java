package org.shenyuan.account;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shenyuan.account.Deeds.Deed;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.graph.Tx;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.springframework.stereotype.Component;

/** The links with which people come in first, or again. Each works once. */
@Component
class Invitations {

	private static final Cypher INVITED = Cypher.of("""
			MATCH (a:Account {invitation: $invitation})
			WHERE a.invitedUntil > $now
			RETURN a.name AS name
			""");

	private static final Cypher JOIN = Cypher.of("""
			MATCH (a:Account {name: $name})
			SET a.hash = $hash
			REMOVE a.invitation, a.invitedUntil
			""");

	private static final Cypher JOIN_AS = Cypher.of("""
			MATCH (a:Account {name: $name})
			SET a.subject = $subject
			REMOVE a.invitation, a.invitedUntil
			""");

	private final Graph graph;

	private final Passwords passwords;

	private final Accounts accounts;

	private final Deeds deeds;

	private final Clock clock;

	Invitations(Graph graph, Passwords passwords, Accounts accounts, Deeds deeds, Clock clock) {
		this.graph = graph;
		this.accounts = accounts;
		this.passwords = passwords;
		this.deeds = deeds;
		this.clock = clock;
	}

	/**
	 * Whose link it is.
	 * @throws Refused if it was used, replaced or never given, or has ended
	 */
	String owner(String secret) {
		return this.graph.read((tx) -> owner(tx, secret)).orElseThrow(Invitations::ended);
	}

	/**
	 * Gives an invited account its password; the link is used up.
	 * @throws Refused if the link may not be used, or the password not be one
	 */
	void join(String secret, @Nullable String password, @Nullable String again) {
		String name = owner(secret);
		String hash = this.passwords.choose(name, password, again);
		use(secret, name, JOIN, Map.of("name", name, "hash", hash));
	}

	/**
	 * The same without a password, for whoever proved elsewhere who they are.
	 * @throws Refused if the link may not be used, or the subject has another account
	 */
	void join(String secret, String subject) {
		String name = owner(secret);
		if (this.accounts.bySubject(subject).isPresent()) {
			throw ended();
		}
		use(secret, name, JOIN_AS, Map.of("name", name, "subject", subject));
	}

	private void use(String secret, String name, Cypher statement, Map<String, Object> account) {
		this.graph.write((tx) -> {
			People.lock(tx, Set.of(name));
			if (owner(tx, secret).isEmpty()) {
				throw ended();
			}
			tx.execute(statement, account);
			this.deeds.own(tx, Deed.JOINED, name, "", "");
			return name;
		});
	}

	private Optional<String> owner(Tx tx, String secret) {
		return tx.one(INVITED,
				Map.of("invitation", Accounts.digest(secret), "now", this.clock.instant().atZone(ZoneOffset.UTC)),
				(row) -> row.get("name").asString());
	}

	private static Refused ended() {
		return new Refused(Refusal.of("join.link", null));
	}

}
