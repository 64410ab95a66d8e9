package org.shenyuan.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.shenyuan.account.Deeds.Deed;
import org.shenyuan.events.Role;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.springframework.stereotype.Component;

/** Accounts. Of a password only a hash is kept. */
@Component
public class Accounts {

	/** Who an account {@code a} is, for {@link #person}. */
	static final String WHO = """
			RETURN a, COLLECT {
			  MATCH (a)-[m:MEMBER_OF]->(p:Party)
			  RETURN {party: p.id, name: p.name, roles: m.roles}
			  ORDER BY m.since, p.id
			} AS memberships
			""";

	static final Cypher BY_NAME = Cypher.of("""
			MATCH (a:Account {name: $name})
			""" + WHO);

	private static final Cypher BY_SUBJECT = Cypher.of("""
			MATCH (a:Account {subject: $subject})
			""" + WHO);

	private static final Cypher CREATE = Cypher.of("""
			MERGE (a:Account {name: $name})
			ON CREATE SET a.hash = $hash, a.roles = $own
			WITH a
			MATCH (p:Thing {id: $party})
			MERGE (a)-[m:MEMBER_OF]->(p)
			ON CREATE SET m.roles = $roles, m.since = datetime()
			""");

	private static final Cypher RESET = Cypher.of("""
			MERGE (a:Account {name: $name})
			SET a.hash = $hash, a.roles = ['ADMINISTRATOR']
			REMOVE a.closed, a.invitation, a.invitedUntil, a.subject
			WITH a
			MATCH (t:Token|LogIn)-[:FOR]->(a)
			DETACH DELETE t
			""");

	/** Only over the password that was proved. */
	private static final Cypher CHANGE = Cypher.of("""
			MATCH (a:Account {name: $name})
			WHERE a.hash = $old
			SET a.hash = $hash
			WITH a
			OPTIONAL MATCH (t:Token|LogIn)-[:FOR]->(a)
			DETACH DELETE t
			""");

	/** The count store answers. */
	private static final Cypher COUNT = Cypher.of("""
			MATCH (a:Account)
			RETURN count(a) AS accounts
			""");

	private final Graph graph;

	private final Passwords passwords;

	private final Deeds deeds;

	private final SecureRandom random = new SecureRandom();

	Accounts(Graph graph, Passwords passwords, Deeds deeds) {
		this.graph = graph;
		this.passwords = passwords;
		this.deeds = deeds;
	}

	public Optional<Person> find(String name) {
		return this.graph.read((tx) -> tx.one(BY_NAME, Map.of("name", name), Accounts::person));
	}

	/**
	 * @param subject as {@link Person#subject}
	 */
	Optional<Person> bySubject(String subject) {
		return this.graph.read((tx) -> tx.one(BY_SUBJECT, Map.of("subject", subject), Accounts::person));
	}

	public boolean isEmpty() {
		return this.graph.read((tx) -> tx.one(COUNT, Map.of(), (row) -> row.get("accounts").asLong())).orElse(0L) == 0;
	}

	/** Opens an account, or adds a party to one that exists; else leaves it as it is. */
	public void open(String name, String password, String party, Set<Role> roles) {
		Map<String, Object> account = Map.of("name", name, "hash", this.passwords.hash(password), "party", party, "own",
				own(roles), "roles", speaking(roles));
		this.graph.write((tx) -> {
			tx.execute(CREATE, account);
			return name;
		});
	}

	/** Gives an account, new or not, a password and makes it an administrator's. */
	void reset(String name, String password) {
		this.graph.write((tx) -> {
			tx.execute(RESET, Map.of("name", name, "hash", this.passwords.hash(password)));
			this.deeds.note(tx, Deed.RESET, name, "", "", "");
			return name;
		});
	}

	/** Somebody as they are now, if they may go on as they logged in. */
	Optional<Person> current(Person person, String party) {
		return find(person.name()).filter(person::provedLike).flatMap((found) -> found.as(party));
	}

	/** Of some roles, those that no party gives. */
	static List<String> own(Set<Role> roles) {
		return roles.contains(Role.ADMINISTRATOR) ? List.of(Role.ADMINISTRATOR.name()) : List.of();
	}

	/** Of some roles, those in which one speaks for a party. */
	static List<String> speaking(Set<Role> roles) {
		return roles.stream().filter((role) -> role != Role.ADMINISTRATOR).map(Enum::name).sorted().toList();
	}

	/**
	 * Gives somebody another password. Tokens end, and so does every log-in of theirs.
	 * @param hash of the new one
	 */
	void change(Person person, String hash) {
		this.graph.write((tx) -> {
			tx.execute(CHANGE, Map.of("name", person.name(), "old", person.hash(), "hash", hash));
			this.deeds.own(tx, Deed.PASSWORD, person.name(), "", "");
			return hash;
		});
	}

	/** 32 random bytes in base64url: for a token, a link, or a first password. */
	public String secret() {
		byte[] secret = new byte[32];
		this.random.nextBytes(secret);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
	}

	/** A token has 256 random bits, so a plain digest is as good as a slow one. */
	static String digest(String token) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Who acts for the oldest of their memberships. */
	static Person person(Record row) {
		Value account = row.get("a");
		List<Membership> memberships = row.get("memberships").asList(Accounts::membership);
		return new Person(account.get("name").asString(), account.get("hash").asString(),
				account.get("subject").asString(""), !account.get("closed").isNull(),
				roles(account.get("roles")).contains(Role.ADMINISTRATOR), memberships,
				memberships.isEmpty() ? Membership.NONE : memberships.getFirst());
	}

	static Membership membership(Value row) {
		return new Membership(row.get("party").asString(), row.get("name").asString(), roles(row.get("roles")));
	}

	static Set<Role> roles(Value names) {
		Set<Role> roles = EnumSet.noneOf(Role.class);
		if (!names.isNull()) {
			roles.addAll(names.asList((name) -> Role.valueOf(name.asString())));
		}
		return roles;
	}

}
