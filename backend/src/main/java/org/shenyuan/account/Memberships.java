package org.shenyuan.account;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.neo4j.driver.Record;
import org.shenyuan.account.Deeds.Deed;
import org.shenyuan.events.Role;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.graph.Tx;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.springframework.stereotype.Component;

/**
 * Which parties somebody belongs to. An administrator offers another party to whoever has
 * an account, and it counts when they accept; when a membership ends, so does everything
 * that acts under it.
 */
@Component
class Memberships {

	private static final Cypher PARTIES = Cypher.of("""
			MATCH (p:Party)
			WHERE p.name > ''
			RETURN p.id AS id, p.name AS name, p.roles AS roles
			ORDER BY p.name, id
			""");

	private static final Cypher PARTY = Cypher.of("""
			MATCH (p:Thing {id: $party})
			WHERE p:Party
			RETURN p.id AS id, p.name AS name, p.roles AS roles
			""");

	private static final Cypher OFFERS = Cypher.of("""
			MATCH (:Account {name: $name})-[o:OFFERED]->(p:Party)
			RETURN {party: p.id, name: p.name, roles: o.roles} AS offer
			ORDER BY p.name, p.id
			""");

	private static final Cypher OFFER = Cypher.of("""
			MATCH (a:Account {name: $name})
			MATCH (p:Thing {id: $party})
			WHERE NOT (a)-[:MEMBER_OF]->(p)
			MERGE (a)-[o:OFFERED]->(p)
			SET o.roles = $roles, o.since = $now
			RETURN p.id AS party
			""");

	private static final Cypher ACCEPT = Cypher.of("""
			MATCH (a:Account {name: $name})-[o:OFFERED]->(p:Party)
			WHERE p.id = $party
			MERGE (a)-[m:MEMBER_OF]->(p)
			SET m.roles = o.roles, m.since = $now
			DELETE o
			RETURN p.id AS party
			""");

	private static final Cypher CHANGE = Cypher.of("""
			MATCH (:Account {name: $name})-[m:MEMBER_OF|OFFERED]->(p:Party)
			WHERE p.id = $party
			SET m.roles = $roles
			RETURN p.id AS party
			""");

	private static final Cypher END = Cypher.of("""
			MATCH (a:Account {name: $name})-[m:MEMBER_OF|OFFERED]->(p:Party)
			WHERE p.id = $party
			DELETE m
			WITH a, p
			OPTIONAL MATCH (t:Token|LogIn)-[:FOR]->(a)
			WHERE t.party = $party
			DETACH DELETE t
			RETURN DISTINCT p.id AS party
			""");

	private static final Cypher DECLINE = Cypher.of("""
			MATCH (:Account {name: $name})-[o:OFFERED]->(p:Party)
			WHERE p.id = $party
			DELETE o
			RETURN p.id AS party
			""");

	private final Graph graph;

	private final Deeds deeds;

	private final Clock clock;

	Memberships(Graph graph, Deeds deeds, Clock clock) {
		this.graph = graph;
		this.deeds = deeds;
		this.clock = clock;
	}

	/** A party that people may belong to, and what it is registered as. */
	record Member(String id, String name, Set<Role> roles) {
	}

	List<Member> parties() {
		return this.graph.read((tx) -> tx.list(PARTIES, Map.of(), Memberships::member));
	}

	/** What waits for somebody to accept it. */
	List<Membership> offers(String name) {
		return this.graph
			.read((tx) -> tx.list(OFFERS, Map.of("name", name), (row) -> Accounts.membership(row.get("offer"))));
	}

	/**
	 * Offers a party to somebody who has an account; again, with other roles.
	 * @throws Refused if they belong to it already, or it is not what the roles say
	 */
	void offer(Author administrator, String name, String party, Set<Role> roles) {
		this.graph.write((tx) -> {
			People.other(tx, administrator, name);
			check(tx, party, roles);
			if (!found(tx, OFFER,
					Map.of("name", name, "party", party, "roles", Accounts.speaking(roles), "now", now()))) {
				throw new Refused(Refusal.of("people.member", "party", "name", name));
			}
			this.deeds.note(tx, Deed.OFFERED, name, administrator.name(), party, words(roles));
			return name;
		});
	}

	/**
	 * @throws Refused if there is no such membership, or the party is not what the roles
	 * say
	 */
	void change(Author administrator, String name, String party, Set<Role> roles) {
		this.graph.write((tx) -> {
			People.other(tx, administrator, name);
			check(tx, party, roles);
			require(tx, CHANGE, Map.of("name", name, "party", party, "roles", Accounts.speaking(roles)));
			this.deeds.note(tx, Deed.ROLES, name, administrator.name(), party, words(roles));
			return name;
		});
	}

	/**
	 * Ends a membership, or takes an offer back: from the next request on no log-in and
	 * no token acts under it.
	 * @throws Refused if there is none
	 */
	void end(Author administrator, String name, String party) {
		this.graph.write((tx) -> {
			People.other(tx, administrator, name);
			require(tx, END, Map.of("name", name, "party", party));
			this.deeds.note(tx, Deed.MEMBERSHIP_ENDED, name, administrator.name(), party, "");
			return name;
		});
	}

	/**
	 * @throws Refused if the offer was taken back
	 */
	void accept(Person person, String party) {
		own(person, Deed.ACCEPTED, ACCEPT, Map.of("name", person.name(), "party", party, "now", now()));
	}

	/**
	 * @throws Refused if the offer was taken back
	 */
	void decline(Person person, String party) {
		own(person, Deed.DECLINED, DECLINE, Map.of("name", person.name(), "party", party));
	}

	private void own(Person person, Deed deed, Cypher statement, Map<String, Object> offer) {
		this.graph.write((tx) -> {
			People.lock(tx, Set.of(person.name()));
			require(tx, statement, offer);
			this.deeds.own(tx, deed, person.name(), String.valueOf(offer.get("party")), "");
			return person;
		});
	}

	private static String words(Set<Role> roles) {
		return String.join(" ", Accounts.speaking(roles));
	}

	/** Nobody speaks for a party as what it is not. */
	private static void check(Tx tx, String party, Set<Role> roles) {
		Set<Role> registered = party(tx, party).roles();
		if (roles.isEmpty()) {
			throw new Refused(Refusal.of("people.none", "roles"));
		}
		List<Role> beyond = roles.stream().filter((role) -> !registered.contains(role)).toList();
		if (!beyond.isEmpty()) {
			throw new Refused(Refusal.of("people.roles", "roles", "given", beyond, "registered", registered));
		}
	}

	private static void require(Tx tx, Cypher statement, Map<String, Object> membership) {
		if (!found(tx, statement, membership)) {
			throw new Refused(Refusal.of("people.absent", "party", "given", String.valueOf(membership.get("party"))));
		}
	}

	private static boolean found(Tx tx, Cypher statement, Map<String, Object> membership) {
		return tx.one(statement, membership, (row) -> row.get("party")).filter((party) -> !party.isNull()).isPresent();
	}

	/**
	 * @throws Refused if there is no such party
	 */
	static Member party(Tx tx, String party) {
		return tx.one(PARTY, Map.of("party", party), Memberships::member)
			.orElseThrow(() -> new Refused(Refusal.of("unknown.party", "party", "given", party)));
	}

	private static Member member(Record row) {
		return new Member(row.get("id").asString(), row.get("name").asString(), Accounts.roles(row.get("roles")));
	}

	private ZonedDateTime now() {
		return this.clock.instant().atZone(ZoneOffset.UTC);
	}

}
