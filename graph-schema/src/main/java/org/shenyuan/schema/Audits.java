package org.shenyuan.schema;

import java.util.List;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/**
 * Proves on a whole graph what Neo4j's Community Edition cannot enforce. A sound graph
 * has no findings.
 */
public final class Audits {

	/** The most rows that one audit reports. */
	public static final int ROWS = 20;

	private Audits() {
	}

	/** The audits that travel with this program. */
	public static List<Audit> shipped() {
		return Shipped.files("audit", Audit::of);
	}

	/**
	 * Runs every shipped audit, each in a read transaction of its own.
	 * @return the first {@value #ROWS} rows of each audit
	 */
	public static List<Finding> run(Driver driver) {
		try (Session session = driver.session()) {
			return shipped().stream().flatMap((audit) -> run(session, audit).stream()).toList();
		}
	}

	private static List<Finding> run(Session session, Audit audit) {
		return session.executeRead((tx) -> tx.run(audit.cypher())
			.stream()
			.limit(ROWS)
			.map((row) -> new Finding(audit.name(), audit.proves(), row.asMap()))
			.toList());
	}

}
