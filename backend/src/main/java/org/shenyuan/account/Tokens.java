package org.shenyuan.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.shenyuan.account.Deeds.Deed;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.graph.Tx;
import org.springframework.stereotype.Component;

/**
 * With what the programs of people come, each for one party. Only digests are kept.
 */
@Component
class Tokens {

	private static final Cypher BY_TOKEN = Cypher.of("""
			MATCH (t:Token {hash: $hash})-[:FOR]->(a:Account)
			WHERE t.expires > $now
			RETURN a, COLLECT {
			  MATCH (a)-[m:MEMBER_OF]->(p:Party)
			  WHERE p.id = t.party
			  RETURN {party: p.id, name: p.name, roles: m.roles}
			} AS memberships, t.party AS party
			""");

	private static final Cypher TOKENS = Cypher.of("""
			MATCH (a:Account {name: $name})<-[:FOR]-(t:Token)
			WHERE t.expires > $now
			OPTIONAL MATCH (p:Thing {id: t.party})
			RETURN left(t.hash, 12) AS number, t.made AS made, t.expires AS expires, p.name AS party
			ORDER BY expires DESC, number
			LIMIT 200
			""");

	private static final Cypher REVOKE_OWN = Cypher.of("""
			MATCH (a:Account {name: $name})<-[:FOR]-(t:Token)
			WHERE left(t.hash, 12) = $number
			WITH t, t.party AS party
			DETACH DELETE t
			RETURN $name AS name, party
			""");

	private static final Cypher CREATE_TOKEN = Cypher.of("""
			MATCH (a:Account {name: $name})
			CREATE (t:Token {hash: $hash, made: $made, expires: $expires, party: $party})-[:FOR]->(a)
			""");

	private static final Cypher REVOKE = Cypher.of("""
			MATCH (t:Token {hash: $hash})-[:FOR]->(a:Account)
			WITH t, a.name AS name, t.party AS party
			DETACH DELETE t
			RETURN name, party
			""");

	/** So many letters of a digest name a token. */
	private static final int NUMBER = 12;

	private final Graph graph;

	private final Accounts accounts;

	private final Deeds deeds;

	private final Clock clock;

	Tokens(Graph graph, Accounts accounts, Deeds deeds, Clock clock) {
		this.graph = graph;
		this.accounts = accounts;
		this.deeds = deeds;
		this.clock = clock;
	}

	/** A new token for the party that is acted for, told once and then forgotten. */
	String issue(Person person, Duration life) {
		String token = this.accounts.secret();
		ZonedDateTime made = this.clock.instant().atZone(ZoneOffset.UTC);
		Map<String, Object> parameters = Map.of("name", person.name(), "hash", Accounts.digest(token), "made", made,
				"expires", made.plus(life), "party", person.party());
		this.graph.write((tx) -> {
			tx.execute(CREATE_TOKEN, parameters);
			this.deeds.own(tx, Deed.TOKEN, person.name(), person.party(), Accounts.digest(token).substring(0, NUMBER));
			return token;
		});
		return token;
	}

	void revoke(String token) {
		this.graph.write((tx) -> {
			revoke(tx, REVOKE, Map.of("hash", Accounts.digest(token)), Accounts.digest(token).substring(0, NUMBER));
			return token;
		});
	}

	/**
	 * A token as its owner sees it.
	 *
	 * @param number the beginning of its hash, by which it is revoked
	 * @param made null for one that is older than this was noted
	 * @param party the name of the one it acts for, or null
	 */
	record Listed(String number, @Nullable Instant made, Instant expires, @Nullable String party) {
	}

	/** What has not ended, the latest first, at most 200. */
	List<Listed> all(Person person) {
		return this.graph.read((tx) -> tx.list(TOKENS,
				Map.of("name", person.name(), "now", this.clock.instant().atZone(ZoneOffset.UTC)),
				(row) -> new Listed(row.get("number").asString(),
						row.get("made").isNull() ? null : row.get("made").asZonedDateTime().toInstant(),
						row.get("expires").asZonedDateTime().toInstant(), row.get("party").asString(null))));
	}

	/** Revokes a token of one's own; somebody else's stays. */
	void revoke(Person person, String number) {
		this.graph.write((tx) -> {
			revoke(tx, REVOKE_OWN, Map.of("name", person.name(), "number", number), number);
			return number;
		});
	}

	/** Of what is not there, nothing is noted. */
	private void revoke(Tx tx, Cypher statement, Map<String, Object> token, String number) {
		tx.one(statement, token, (row) -> List.of(row.get("name").asString(), row.get("party").asString("")))
			.ifPresent((ended) -> this.deeds.own(tx, Deed.TOKEN_REVOKED, ended.getFirst(), ended.getLast(), number));
	}

	Optional<Person> owner(String token) {
		return this.graph.read((tx) -> tx.one(BY_TOKEN,
				Map.of("hash", Accounts.digest(token), "now", this.clock.instant().atZone(ZoneOffset.UTC)),
				(row) -> Accounts.person(row).as(row.get("party").asString(""))))
			.flatMap((person) -> person);
	}

}
