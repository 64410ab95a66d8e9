package org.shenyuan.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.shenyuan.events.Role;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Accounts, and the tokens with which their programs come. Only hashes are kept. */
@Component
public class Accounts {

	private static final Cypher BY_NAME = Cypher.of("""
			MATCH (a:Account {name: $name})
			OPTIONAL MATCH (a)-[:MEMBER_OF]->(p:Party)
			RETURN a, p.id AS party, p.name AS partyName
			""");

	private static final Cypher BY_TOKEN = Cypher.of("""
			MATCH (t:Token {hash: $hash})-[:FOR]->(a:Account)
			WHERE t.expires > $now
			OPTIONAL MATCH (a)-[:MEMBER_OF]->(p:Party)
			RETURN a, p.id AS party, p.name AS partyName
			""");

	private static final Cypher CREATE = Cypher.of("""
			MERGE (a:Account {name: $name})
			ON CREATE SET a.hash = $hash, a.roles = $roles
			WITH a
			MATCH (p:Thing {id: $party})
			MERGE (a)-[:MEMBER_OF]->(p)
			""");

	private static final Cypher RESET = Cypher.of("""
			MERGE (a:Account {name: $name})
			SET a.hash = $hash, a.roles = $roles
			WITH a
			MATCH (t:Token)-[:FOR]->(a)
			DETACH DELETE t
			""");

	private static final Cypher CREATE_TOKEN = Cypher.of("""
			MATCH (a:Account {name: $name})
			CREATE (t:Token {hash: $hash, expires: $expires})-[:FOR]->(a)
			""");

	private static final Cypher REVOKE = Cypher.of("""
			MATCH (t:Token {hash: $hash})
			DETACH DELETE t
			""");

	private static final Cypher SECRET = Cypher.of("""
			MERGE (s:Secret {name: $name})
			ON CREATE SET s.value = $fresh
			RETURN s.value AS value
			""");

	/** The count store answers. */
	private static final Cypher COUNT = Cypher.of("""
			MATCH (a:Account)
			RETURN count(a) AS accounts
			""");

	private final Graph graph;

	private final PasswordEncoder passwords;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	Accounts(Graph graph, PasswordEncoder passwords, Clock clock) {
		this.graph = graph;
		this.passwords = passwords;
		this.clock = clock;
	}

	public Optional<Person> find(String name) {
		return this.graph.read((tx) -> tx.one(BY_NAME, Map.of("name", name), Accounts::person));
	}

	public boolean isEmpty() {
		return this.graph.read((tx) -> tx.one(COUNT, Map.of(), (row) -> row.get("accounts").asLong())).orElse(0L) == 0;
	}

	/** Opens an account; leaves one that exists as it is. */
	public void open(String name, String password, String party, Set<Role> roles) {
		Map<String, Object> account = Map.of("name", name, "hash", hashed(password), "party", party, "roles",
				roles.stream().map(Enum::name).sorted().toList());
		this.graph.write((tx) -> {
			tx.execute(CREATE, account);
			return name;
		});
	}

	/** Gives an account, new or not, a password and its roles; its tokens end. */
	void reset(String name, String password, Set<Role> roles) {
		Map<String, Object> account = Map.of("name", name, "hash", hashed(password), "roles",
				roles.stream().map(Enum::name).sorted().toList());
		this.graph.write((tx) -> {
			tx.execute(RESET, account);
			return name;
		});
	}

	/** 32 random bytes in base64url: for a token, or for a first password. */
	public String secret() {
		byte[] secret = new byte[32];
		this.random.nextBytes(secret);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
	}

	/**
	 * A secret that all backends of this graph share, made when it is first asked for.
	 */
	String sharedSecret(String name) {
		return this.graph.write(
				(tx) -> tx.one(SECRET, Map.of("name", name, "fresh", secret()), (row) -> row.get("value").asString()))
			.orElseThrow();
	}

	/** A new token, which is told once and then forgotten here. */
	String issueToken(Person person, Duration life) {
		String token = secret();
		ZonedDateTime expires = this.clock.instant().plus(life).atZone(ZoneOffset.UTC);
		this.graph.write((tx) -> {
			tx.execute(CREATE_TOKEN, Map.of("name", person.name(), "hash", digest(token), "expires", expires));
			return token;
		});
		return token;
	}

	void revoke(String token) {
		this.graph.write((tx) -> {
			tx.execute(REVOKE, Map.of("hash", digest(token)));
			return token;
		});
	}

	Optional<Person> byToken(String token) {
		return this.graph.read((tx) -> tx.one(BY_TOKEN,
				Map.of("hash", digest(token), "now", this.clock.instant().atZone(ZoneOffset.UTC)), Accounts::person));
	}

	private String hashed(String password) {
		String hash = this.passwords.encode(password);
		if (hash == null) {
			throw new IllegalArgumentException("No password");
		}
		return hash;
	}

	/** A token has 256 random bits, so a plain digest is as good as a slow one. */
	private static String digest(String token) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Person person(Record row) {
		Value account = row.get("a");
		Set<Role> roles = EnumSet.noneOf(Role.class);
		account.get("roles").asList(Value::asString).forEach((role) -> roles.add(Role.valueOf(role)));
		return new Person(account.get("name").asString(), account.get("hash").asString(), row.get("party").asString(""),
				row.get("partyName").asString(""), roles);
	}

}
