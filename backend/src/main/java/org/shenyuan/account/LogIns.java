package org.shenyuan.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.shenyuan.account.Deeds.Deed;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.DiskFull;
import org.shenyuan.graph.Graph;
import org.shenyuan.graph.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Where people are logged in: in the graph, so that all backends know of each, and any of
 * them can go on with it or end it. A log-in is named by the digest of a secret, which
 * the browser has.
 */
@Component
class LogIns {

	private static final Logger LOG = LoggerFactory.getLogger(LogIns.class);

	/** So often, at most, is it written down that somebody was seen. */
	private static final Duration GLANCE = Duration.ofMinutes(10);

	/** A browser that is not remembered, unused: longer than its session lasts. */
	private static final Duration SITTING = Duration.ofHours(1);

	private static final Cypher OPEN = Cypher.of("""
			MATCH (a:Account {name: $name})
			CREATE (l:LogIn {hash: $hash, device: $device, remembered: $remembered, made: $now, seen: $now,
			                 expires: $expires, party: $party})-[:FOR]->(a)
			WITH a
			MATCH (old:LogIn)-[:FOR]->(a)
			WHERE old.expires < $now
			DETACH DELETE old
			""");

	private static final Cypher RESUME = Cypher.of("""
			MATCH (l:LogIn {hash: $hash})-[:FOR]->(a:Account)
			WHERE l.expires > $now
			RETURN a, l.party AS party, COLLECT {
			  MATCH (a)-[m:MEMBER_OF]->(p:Party)
			  RETURN {party: p.id, name: p.name, roles: m.roles}
			  ORDER BY m.since, p.id
			} AS memberships
			""");

	private static final Cypher FIND = Cypher.of("""
			MATCH (l:LogIn {hash: $hash})-[:FOR]->(:Account {name: $name})
			RETURN l
			""");

	private static final Cypher SEEN = Cypher.of("""
			MATCH (l:LogIn {hash: $hash})
			SET l.seen = $now, l.expires = CASE WHEN l.remembered THEN l.expires ELSE $sitting END
			""");

	private static final Cypher ACT = Cypher.of("""
			MATCH (l:LogIn {hash: $hash})-[:FOR]->(:Account {name: $name})
			SET l.party = $party
			RETURN l.hash AS hash
			""");

	private static final Cypher ALL = Cypher.of("""
			MATCH (:Account {name: $name})<-[:FOR]-(l:LogIn)
			WHERE l.expires > $now
			RETURN l
			ORDER BY l.seen DESC, l.hash
			LIMIT 200
			""");

	private static final Cypher END = Cypher.of("""
			MATCH (:Account {name: $name})<-[:FOR]-(l:LogIn)
			WHERE left(l.hash, 12) = $number
			WITH l, l.device AS device
			DETACH DELETE l
			RETURN device
			""");

	private static final Cypher END_OTHERS = Cypher.of("""
			MATCH (:Account {name: $name})<-[:FOR]-(l:LogIn)
			WHERE l.hash <> $hash
			WITH l, l.device AS device
			DETACH DELETE l
			RETURN device
			""");

	private final Graph graph;

	private final Accounts accounts;

	private final Deeds deeds;

	private final Clock clock;

	private final Duration remembered;

	LogIns(Graph graph, Accounts accounts, Deeds deeds, Clock clock,
			@org.springframework.beans.factory.annotation.Value("${shenyuan.remembered:60d}") Duration remembered) {
		this.graph = graph;
		this.accounts = accounts;
		this.deeds = deeds;
		this.clock = clock;
		this.remembered = remembered;
	}

	/**
	 * A log-in as its owner sees it.
	 *
	 * @param number the beginning of its name, by which it is ended
	 * @param device in words, as {@link Device} has them
	 * @param own whether it is the one that looks
	 */
	record Listed(String number, String device, boolean remembered, Instant made, Instant seen, boolean own) {
	}

	/** How long a browser is remembered. */
	Duration life() {
		return this.remembered;
	}

	/**
	 * Notes that somebody has logged in.
	 * @return the secret, which is told once
	 */
	String open(Person person, String device, boolean remember) {
		String secret = this.accounts.secret();
		ZonedDateTime now = now();
		Map<String, Object> logIn = Map.of("name", person.name(), "hash", Accounts.digest(secret), "device", device,
				"remembered", remember, "now", now, "expires", now.plus(remember ? this.remembered : SITTING), "party",
				person.party());
		this.graph.write((tx) -> {
			tx.execute(OPEN, logIn);
			this.deeds.own(tx, Deed.LOG_IN, person.name(), person.party(), device);
			return secret;
		});
		return secret;
	}

	/** Whose browser comes with this secret, unless the log-in has ended. */
	Optional<Person> resume(String secret) {
		return this.graph
			.read((tx) -> tx.one(RESUME, Map.of("hash", Accounts.digest(secret), "now", now()),
					(row) -> Accounts.person(row).as(row.get("party").asString(""))))
			.flatMap((person) -> person)
			.filter(Person::isEnabled);
	}

	/**
	 * For which party a log-in acts, unless it has ended; that its owner was seen is
	 * noted now and then.
	 */
	Optional<String> acting(Person person, String hash) {
		Optional<Value> found = this.graph
			.read((tx) -> tx.one(FIND, Map.of("hash", hash, "name", person.name()), (row) -> row.get("l")));
		found.map((logIn) -> logIn.get("seen").asZonedDateTime().toInstant())
			.filter((seen) -> seen.plus(GLANCE).isBefore(this.clock.instant()))
			.ifPresent((seen) -> see(hash));
		return found.map((logIn) -> logIn.get("party").asString(""));
	}

	private void see(String hash) {
		ZonedDateTime now = now();
		try {
			this.graph.write((tx) -> {
				tx.execute(SEEN, Map.of("hash", hash, "now", now, "sitting", now.plus(SITTING)));
				return hash;
			});
		}
		catch (DiskFull full) {
			LOG.warn("Not noted when somebody was seen: {}", full.getMessage());
		}
	}

	/**
	 * A log-in acts for another party from now on.
	 * @return whether there is such a log-in
	 */
	boolean act(Person person, String hash, String party) {
		return this.graph
			.write((tx) -> tx.one(ACT, Map.of("hash", hash, "name", person.name(), "party", party),
					(row) -> row.get("hash").asString()))
			.isPresent();
	}

	/**
	 * What has not ended, at most 200, the one seen last first.
	 * @param own the name of the log-in that asks
	 */
	List<Listed> all(Person person, String own) {
		return this.graph
			.read((tx) -> tx.list(ALL, Map.of("name", person.name(), "now", now()), (row) -> listed(row, own)));
	}

	/** Ends one of one's own; somebody else's goes on. */
	void end(Person person, String number) {
		this.graph.write((tx) -> {
			end(tx, END, person, Map.of("name", person.name(), "number", number));
			return number;
		});
	}

	/** Ends all of one's own but one. */
	void endOthers(Person person, String hash) {
		this.graph.write((tx) -> {
			end(tx, END_OTHERS, person, Map.of("name", person.name(), "hash", hash));
			return hash;
		});
	}

	private void end(Tx tx, Cypher statement, Person person, Map<String, Object> which) {
		tx.list(statement, which, (row) -> row.get("device").asString())
			.forEach((device) -> this.deeds.own(tx, Deed.LOG_IN_ENDED, person.name(), "", device));
	}

	private static Listed listed(Record row, String own) {
		Value logIn = row.get("l");
		String hash = logIn.get("hash").asString();
		return new Listed(hash.substring(0, 12), logIn.get("device").asString(), logIn.get("remembered").asBoolean(),
				logIn.get("made").asZonedDateTime().toInstant(), logIn.get("seen").asZonedDateTime().toInstant(),
				hash.equals(own));
	}

	private ZonedDateTime now() {
		return this.clock.instant().atZone(ZoneOffset.UTC);
	}

}
