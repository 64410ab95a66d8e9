package org.shenyuan;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.shenyuan.events.Role;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/**
 * A small region to begin a test with: an authority, a grower with a base, plots and
 * seed, a processor with a works, a laboratory; and a person for each, who logs in over
 * HTTP.
 */
@TestComponent
public class World {

	private static final String SETTING = """
			{"type":"partyRegistered","id":"%s","at":"2018-01-01T09:00:00+08:00","by":"AUTH","party":"AUTH","name":"市参业局（演示）","roles":["AUTHORITY"],"county":"220500"}
			{"type":"partyRegistered","id":"%s","at":"2018-01-02T09:00:00+08:00","by":"AUTH","party":"FARM","name":"参场（演示）","roles":["GROWER","PROCESSOR"],"county":"220582"}
			{"type":"partyRegistered","id":"%s","at":"2018-01-02T09:00:00+08:00","by":"AUTH","party":"FARM2","name":"合作社（演示）","roles":["GROWER"],"county":"220521"}
			{"type":"partyRegistered","id":"%s","at":"2018-01-02T09:00:00+08:00","by":"AUTH","party":"WORKS","name":"加工厂（演示）","roles":["PROCESSOR","TRADER"],"county":"220521"}
			{"type":"partyRegistered","id":"%s","at":"2018-01-02T09:00:00+08:00","by":"AUTH","party":"LAB","name":"质检室（演示）","roles":["LABORATORY"],"county":"220502"}
			{"type":"partyRegistered","id":"%s","at":"2018-01-02T09:00:00+08:00","by":"AUTH","party":"PANEL","name":"专家委员会（演示）","roles":["EXPERT"],"county":"220500"}
			{"type":"varietyRegistered","id":"%s","at":"2018-01-03T09:00:00+08:00","by":"AUTH","variety":"ERMAYA","name":"二马牙","varietyKind":"LANDRACE","species":"PANAX-GINSENG"}
			{"type":"varietyRegistered","id":"%s","at":"2018-01-03T09:00:00+08:00","by":"AUTH","variety":"XIYANG","name":"西洋参混杂","varietyKind":"MIXED","species":"PANAX-QUINQUEFOLIUS"}
			{"type":"baseRegistered","id":"%s","at":"2018-01-04T09:00:00+08:00","by":"AUTH","base":"BASE-1","name":"清河基地（演示）","county":"220582","town":"清河镇","operator":"FARM"}
			{"type":"baseRegistered","id":"%s","at":"2018-01-04T09:00:00+08:00","by":"AUTH","base":"BASE-2","name":"英额基地（演示）","county":"220521","town":"英额布镇","operator":"FARM2"}
			{"type":"plotRegistered","id":"%s","at":"2018-01-05T09:00:00+08:00","by":"AUTH","plot":"P1","name":"一号地","base":"BASE-1","operator":"FARM","cultivation":"GARDEN-FARMLAND","bedSquareMetres":20000}
			{"type":"plotRegistered","id":"%s","at":"2018-01-05T09:00:00+08:00","by":"AUTH","plot":"P2","name":"二号地","base":"BASE-2","operator":"FARM2","cultivation":"GARDEN-FARMLAND","bedSquareMetres":20000}
			{"type":"facilityRegistered","id":"%s","at":"2018-01-05T09:00:00+08:00","by":"AUTH","facility":"WORKSHOP","name":"车间（演示）","county":"220521","operator":"WORKS"}
			{"type":"facilityRegistered","id":"%s","at":"2018-01-05T09:00:00+08:00","by":"AUTH","facility":"SHED","name":"包装间（演示）","county":"220582","operator":"FARM"}
			{"type":"certificateRegistered","id":"%s","at":"2023-05-30T09:00:00+08:00","by":"AUTH","certificate":"CERT-1","number":"演示-001","certificateKind":"GAP-BASE","level":"PROVINCE","base":"BASE-1","species":"PANAX-GINSENG","validFrom":"2023-06-01","validTo":"2026-05-31","squareMetres":20000}
			{"type":"seedRegistered","id":"%s","at":"2019-09-28T10:00:00+08:00","by":"FARM","lot":"SEED-1","species":"PANAX-GINSENG","variety":"ERMAYA","form":"DRIED-SEED","grams":60000}
			{"type":"seedRegistered","id":"%s","at":"2019-09-28T10:00:00+08:00","by":"FARM2","lot":"SEED-2","species":"PANAX-GINSENG","variety":"ERMAYA","form":"DRIED-SEED","grams":60000}
			{"type":"sown","id":"%s","at":"2019-10-18T08:30:00+08:00","by":"FARM","plot":"P1","stand":"STAND-1","seed":[{"lot":"SEED-1","grams":50000}]}
			{"type":"sown","id":"%s","at":"2019-10-18T08:30:00+08:00","by":"FARM2","plot":"P2","stand":"STAND-2","seed":[{"lot":"SEED-2","grams":50000}]}
			"""
		.stripTrailing();

	public static final String PASSWORD = "a test's own";

	private final Driver driver;

	private final Environment environment;

	private final Map<String, Api> people = new ConcurrentHashMap<>();

	World(Driver driver, Environment environment) {
		this.driver = driver;
		this.environment = environment;
	}

	/** Empties the graph, and settles the region anew. */
	public void settle() {
		empty();
		Object[] ids = SETTING.lines().map((line) -> UUID.randomUUID()).toArray();
		Api.Answer answer = as("admin").importFile(SETTING.formatted(ids));
		if (answer.status() != 200) {
			throw new IllegalStateException(answer.toString());
		}
		try (Session session = this.driver.session()) {
			session.run("""
					CREATE (:Thing:Case {id: 'CASE-1', code: '0000-0000-0000-0000', matter: 'OTHER', words: '演示',
					                     opened: datetime(), progress: 'OPEN'})
					""").consume();
		}
		open("authority", "AUTH", Role.AUTHORITY);
		open("farmer", "FARM", Role.GROWER, Role.PROCESSOR);
		open("farmer2", "FARM2", Role.GROWER);
		open("worker", "WORKS", Role.PROCESSOR, Role.TRADER);
		open("chemist", "LAB", Role.LABORATORY);
		open("expert", "PANEL", Role.EXPERT);
	}

	/** Leaves nothing but the schema, its reference data and an administrator. */
	public void empty() {
		try (Session session = this.driver.session()) {
			session.run("""
					MATCH (n)
					WHERE NOT n:Term AND NOT (n:Rule AND n.event IS NULL) AND NOT n:Migration AND NOT n:MigrationLock
					CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS
					""").consume();
		}
		this.people.clear();
		open("admin", "", Role.ADMINISTRATOR);
	}

	/** The API as one of admin, authority, farmer, farmer2, worker, chemist. */
	public Api as(String person) {
		return this.people.computeIfAbsent(person, (name) -> Api.as(address(), name, PASSWORD));
	}

	public String address() {
		return "http://localhost:" + this.environment.getProperty("local.server.port");
	}

	/**
	 * Opens an account that logs in with {@link #as}, or adds a party to one. Its
	 * password is kept as it is: to hash one slowly, seven times for each test, would
	 * take longer than most tests.
	 */
	public void open(String name, String party, Role... roles) {
		this.driver.executableQuery("""
				MERGE (a:Account {name: $name})
				SET a.hash = '{noop}' + $password, a.roles = [role IN $roles WHERE role = 'ADMINISTRATOR']
				WITH a
				MATCH (p:Thing {id: $party})
				MERGE (a)-[m:MEMBER_OF]->(p)
				SET m.roles = [role IN $roles WHERE role <> 'ADMINISTRATOR'], m.since = datetime()
				""")
			.withParameters(Map.of("name", name, "password", PASSWORD, "party", party, "roles",
					Arrays.stream(roles).map(Enum::name).toList()))
			.execute();
	}

}
