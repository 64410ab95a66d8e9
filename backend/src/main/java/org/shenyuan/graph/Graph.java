package org.shenyuan.graph;

import java.util.function.Function;

import org.neo4j.driver.AccessMode;
import org.neo4j.driver.BookmarkManager;
import org.neo4j.driver.BookmarkManagers;
import org.neo4j.driver.BookmarkManagerConfig;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.springframework.stereotype.Component;

/**
 * Runs work in a transaction, and runs it again when the database asks for that (a
 * deadlock, a new leader): so work must be safe to repeat until it returns. What this
 * process wrote, it reads, whichever member of a cluster answers.
 */
@Component
public final class Graph {

	private final Driver driver;

	private final BookmarkManager bookmarks = BookmarkManagers.defaultManager(BookmarkManagerConfig.builder().build());

	/**
	 * @param schema which is up to date before anyone gets here
	 */
	Graph(Driver driver, GraphConfiguration.Migrated schema) {
		this.driver = driver;
	}

	public <T> T read(Function<Tx, T> work) {
		try (Session session = session(AccessMode.READ)) {
			return session.executeRead((context) -> work.apply(new Tx(context)));
		}
	}

	public <T> T write(Function<Tx, T> work) {
		try (Session session = session(AccessMode.WRITE)) {
			return session.executeWrite((context) -> work.apply(new Tx(context)));
		}
	}

	private Session session(AccessMode mode) {
		return this.driver
			.session(SessionConfig.builder().withDefaultAccessMode(mode).withBookmarkManager(this.bookmarks).build());
	}

}
