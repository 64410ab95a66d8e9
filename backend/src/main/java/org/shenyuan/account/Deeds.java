package org.shenyuan.account;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.graph.Tx;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.stereotype.Component;

/**
 * Writes down what is done with accounts, in the transaction that does it. Nothing here
 * is ever changed, and nothing is a secret: of a log-in that was refused only a name that
 * an account has, because into that field people type passwords too.
 */
@Component
class Deeds {

	private static final Cypher NOTE = Cypher.of("""
			CREATE (:Deed {id: $id, at: $at, deed: $deed, name: $name, by: $by, party: $party, detail: $detail})
			""");

	private static final Cypher KNOWN = Cypher.of("""
			MATCH (a:Account {name: $name})
			RETURN a.name AS name
			""");

	private final Graph graph;

	private final Clock clock;

	Deeds(Graph graph, Clock clock) {
		this.graph = graph;
		this.clock = clock;
	}

	/** What can be done; its name in small letters is in the message files. */
	enum Deed {

		LOG_IN, LOG_IN_REFUSED, LOG_IN_ENDED, INVITED, JOINED, OFFERED, ACCEPTED, DECLINED, ROLES, MEMBERSHIP_ENDED,
		ADMINISTRATOR, RESET, CLOSED, PASSWORD, TOKEN, TOKEN_REVOKED

	}

	/**
	 * Notes what somebody did with their own account.
	 * @param party for which, or empty
	 * @param detail a device, roles, the beginning of a digest; or empty
	 */
	void own(Tx tx, Deed deed, String name, String party, String detail) {
		note(tx, deed, name, name, party, detail);
	}

	/**
	 * Notes what an administrator did with somebody's account.
	 */
	void note(Tx tx, Deed deed, String name, String by, String party, String detail) {
		tx.execute(NOTE, Map.of("id", UUID.randomUUID().toString(), "at", this.clock.instant().atZone(ZoneOffset.UTC),
				"deed", deed.name(), "name", name, "by", by, "party", party, "detail", detail));
	}

	@EventListener
	void refused(AbstractAuthenticationFailureEvent event) {
		if (event.getAuthentication() instanceof UsernamePasswordAuthenticationToken login) {
			this.graph.write((tx) -> {
				String name = tx.one(KNOWN, Map.of("name", login.getName()), (row) -> row.get("name").asString())
					.orElse("");
				note(tx, Deed.LOG_IN_REFUSED, name, "", "", "");
				return name;
			});
		}
	}

}
