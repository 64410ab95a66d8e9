package org.shenyuan.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.shenyuan.account.Deeds.Deed;
import org.shenyuan.events.Role;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.graph.Tx;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.web.Reserved;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What an administrator does to the accounts of others. Nobody closes or demotes
 * themselves, and whoever does it to another is still an administrator when it is done:
 * so there always is one.
 */
@Component
class People {

	/**
	 * Small letters that every keyboard has, so that no two names look alike, and a name
	 * can be told over the telephone.
	 */
	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{0,30}[a-z0-9]");

	private static final Cypher ALL = Cypher.of("""
			MATCH (a:Account)
			WHERE a.name > ''
			WITH a
			ORDER BY a.name
			LIMIT 2000
			""" + Accounts.WHO + "ORDER BY a.name");

	/** In the order of names, so that two of them never wait for each other. */
	private static final Cypher LOCK = Cypher.of("""
			UNWIND $names AS name
			MATCH (a:Account {name: name})
			SET a.touched = datetime()
			""");

	private static final Cypher INVITE = Cypher.of("""
			MERGE (a:Account {name: $name})
			ON CREATE SET a.hash = '', a.roles = $own, a.invitation = $invitation, a.invitedUntil = $until
			WITH a, coalesce(a.invitation = $invitation, false) AS fresh
			OPTIONAL MATCH (p:Thing {id: $party})
			FOREACH (one IN CASE WHEN fresh AND p IS NOT NULL THEN [p] ELSE [] END |
			  CREATE (a)-[:MEMBER_OF {roles: $roles, since: $now}]->(one))
			RETURN fresh
			""");

	private static final Cypher RENEW = Cypher.of("""
			MATCH (a:Account {name: $name})
			SET a.hash = '', a.invitation = $invitation, a.invitedUntil = $until
			REMOVE a.closed, a.subject
			WITH a
			OPTIONAL MATCH (t:Token|LogIn)-[:FOR]->(a)
			DETACH DELETE t
			""");

	private static final Cypher CLOSE = Cypher.of("""
			MATCH (a:Account {name: $name})
			SET a.hash = '', a.closed = $now
			REMOVE a.invitation, a.invitedUntil, a.subject
			WITH a
			OPTIONAL MATCH (t:Token|LogIn)-[:FOR]->(a)
			DETACH DELETE t
			""");

	private static final Cypher CHANGE_ROLES = Cypher.of("""
			MATCH (a:Account {name: $name})
			SET a.roles = $roles
			""");

	private static final Author NOBODY = new Author("", "", Set.of());

	private final Graph graph;

	private final Accounts accounts;

	private final Deeds deeds;

	private final Clock clock;

	private final Duration life;

	People(Graph graph, Accounts accounts, Deeds deeds, Clock clock,
			@Value("${shenyuan.invitation-life:7d}") Duration life) {
		this.graph = graph;
		this.accounts = accounts;
		this.deeds = deeds;
		this.clock = clock;
		this.life = life;
	}

	/** Whether and how somebody comes in. */
	enum State {

		ACTIVE, INVITED, LAPSED, CLOSED

	}

	/**
	 * An account as an administrator sees it.
	 *
	 * @param until when its link ends or ended, for those who have one
	 */
	record Standing(Person person, State state, @Nullable Instant until) {
	}

	/** By name, at most 2,000. */
	List<Standing> all() {
		return this.graph.read((tx) -> tx.list(ALL, Map.of(), this::standing));
	}

	/**
	 * @throws Refused if there is no such account
	 */
	Standing find(String name) {
		return this.graph.read((tx) -> tx.one(Accounts.BY_NAME, Map.of("name", name), this::standing))
			.orElseThrow(() -> absent(name));
	}

	/** Whether somebody has an account of this name, and it is not closed. */
	boolean isOpen(String name) {
		return this.accounts.find(name).filter((person) -> !person.closed()).isPresent();
	}

	/**
	 * Opens an account that waits for its password.
	 * @param party empty for an administrator who belongs to none
	 * @return the secret of the link, which is told once
	 * @throws Refused if the name is taken or none, or the party is not what the roles
	 * say
	 */
	String invite(Author administrator, String name, String party, Set<Role> roles) {
		if (!NAME.matcher(name).matches()) {
			throw new Refused(
					Refusal.of("people.name", "name", "given", name.substring(0, Math.min(40, name.length()))));
		}
		String secret = this.accounts.secret();
		return this.graph.write((tx) -> {
			guard(tx, administrator, administrator.name());
			check(tx, party, roles);
			Map<String, Object> account = Map.of("name", name, "party", party, "own", Accounts.own(roles), "roles",
					Accounts.speaking(roles), "invitation", Accounts.digest(secret), "now", now(), "until",
					now().plus(this.life));
			if (!tx.one(INVITE, account, (row) -> row.get("fresh").asBoolean()).orElseThrow()) {
				throw new Refused(Refusal.of("people.taken", "name", "given", name));
			}
			this.deeds.note(tx, Deed.INVITED, name, administrator.name(), party,
					roles.stream().map(Enum::name).collect(Collectors.joining(" ")));
			return secret;
		});
	}

	/**
	 * Ends the password of an account, closed or not, its tokens and log-ins, and invites
	 * its owner to choose another.
	 * @return the secret of the link, which is told once
	 */
	String renew(Author administrator, String name) {
		String secret = this.accounts.secret();
		return this.graph.write((tx) -> {
			other(tx, administrator, name);
			tx.execute(RENEW,
					Map.of("name", name, "invitation", Accounts.digest(secret), "until", now().plus(this.life)));
			this.deeds.note(tx, Deed.RESET, name, administrator.name(), "", "");
			return secret;
		});
	}

	/** Ends all ways in. What was recorded stays, and so does the name. */
	void close(Author administrator, String name) {
		this.graph.write((tx) -> {
			other(tx, administrator, name);
			tx.execute(CLOSE, Map.of("name", name, "now", now()));
			this.deeds.note(tx, Deed.CLOSED, name, administrator.name(), "", "");
			return name;
		});
	}

	/** Makes somebody an administrator, or no longer. */
	void change(Author administrator, String name, boolean administers) {
		this.graph.write((tx) -> {
			other(tx, administrator, name);
			tx.execute(CHANGE_ROLES,
					Map.of("name", name, "roles", administers ? List.of(Role.ADMINISTRATOR.name()) : List.of()));
			this.deeds.note(tx, Deed.ADMINISTRATOR, name, administrator.name(), "", administers ? "+" : "−");
			return name;
		});
	}

	/**
	 * Whoever acts must still be an administrator when nobody can change that any more.
	 */
	private static void guard(Tx tx, Author administrator, String other) {
		lock(tx, new TreeSet<>(Arrays.asList(administrator.name(), other)));
		Reserved.to(Role.ADMINISTRATOR,
				tx.one(Accounts.BY_NAME, Map.of("name", administrator.name()), Accounts::person)
					.filter(Person::isEnabled)
					.map(Person::author)
					.orElse(NOBODY));
	}

	static void lock(Tx tx, Set<String> names) {
		tx.execute(LOCK, Map.of("names", List.copyOf(names)));
	}

	static Person other(Tx tx, Author administrator, String name) {
		guard(tx, administrator, name);
		if (administrator.name().equals(name)) {
			throw new Refused(Refusal.of("people.self", null));
		}
		return tx.one(Accounts.BY_NAME, Map.of("name", name), Accounts::person).orElseThrow(() -> absent(name));
	}

	/** Nobody speaks for a party as what it is not; an administrator needs none. */
	private static void check(Tx tx, String party, Set<Role> roles) {
		Set<Role> own = EnumSet.noneOf(Role.class);
		if (!party.isEmpty()) {
			own.addAll(Memberships.party(tx, party).roles());
		}
		if (roles.isEmpty()) {
			throw new Refused(Refusal.of("people.none", "roles"));
		}
		List<Role> beyond = roles.stream().filter((role) -> role != Role.ADMINISTRATOR && !own.contains(role)).toList();
		if (!beyond.isEmpty()) {
			throw new Refused(own.isEmpty() ? Refusal.of("people.party", "party", "given", beyond)
					: Refusal.of("people.roles", "roles", "given", beyond, "registered", own));
		}
	}

	private static Refused absent(String name) {
		return Refused.absent("name", name);
	}

	private Standing standing(Record row) {
		Person person = Accounts.person(row);
		if (person.closed() || person.isEnabled()) {
			return new Standing(person, person.closed() ? State.CLOSED : State.ACTIVE, null);
		}
		Instant until = row.get("a").get("invitedUntil").asZonedDateTime().toInstant();
		return new Standing(person, until.isAfter(this.clock.instant()) ? State.INVITED : State.LAPSED, until);
	}

	private ZonedDateTime now() {
		return this.clock.instant().atZone(ZoneOffset.UTC);
	}

}
