package org.shenyuan.graph;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.BookmarkManager;
import org.neo4j.driver.BookmarkManagers;
import org.neo4j.driver.BookmarkManagerConfig;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.RetryableException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Runs work in a transaction, and runs it again when the database asks for that (a
 * deadlock, a new leader): so work must be safe to repeat until it returns. What this
 * process wrote, it reads, whichever member of a cluster answers.
 */
@Component
public final class Graph {

	private final Driver driver;

	private final ObservationRegistry observations;

	private final ObjectProvider<Room> room;

	@SuppressWarnings("ThreadLocalUsage") // Each graph has its own.
	private final ThreadLocal<@Nullable Tx> reading = new ThreadLocal<>();

	private final BookmarkManager bookmarks = BookmarkManagers.defaultManager(BookmarkManagerConfig.builder().build());

	/**
	 * @param schema which is up to date before anyone gets here
	 */
	Graph(Driver driver, GraphConfiguration.Migrated schema, ObservationRegistry observations,
			ObjectProvider<Room> room) {
		this.driver = driver;
		this.observations = observations;
		this.room = room;
	}

	/**
	 * Whether something failed because the database did not answer for long, and may
	 * answer again.
	 */
	public static boolean isAway(Throwable failure) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
			.anyMatch(RetryableException.class::isInstance);
	}

	/**
	 * Reads inside of reads share the transaction of the outermost: each of its own would
	 * cost two more ways to the database and back.
	 */
	public <T> T read(Function<Tx, T> work) {
		Tx outer = this.reading.get();
		if (outer != null) {
			return work.apply(outer);
		}
		try {
			return observed(AccessMode.READ, (session) -> session.executeRead((context) -> {
				Tx tx = new Tx(context);
				this.reading.set(tx);
				return work.apply(tx);
			}));
		}
		finally {
			this.reading.remove();
		}
	}

	/**
	 * @throws DiskFull when the graph is inside this program, and has too little room
	 */
	public <T> T write(Function<Tx, T> work) {
		this.room.ifAvailable(Room::require);
		return writeAnyhow(work);
	}

	/**
	 * Writes what reading needs and what is little beside the room that is left free:
	 * nothing new, and nothing again and again.
	 * @throws DiskFull when only a tenth of that room is left
	 */
	public <T> T arrange(Function<Tx, T> work) {
		this.room.ifAvailable(Room::requireTenth);
		return writeAnyhow(work);
	}

	private <T> T writeAnyhow(Function<Tx, T> work) {
		return observed(AccessMode.WRITE, (session) -> session.executeWrite((context) -> work.apply(new Tx(context))));
	}

	private <T> T observed(AccessMode mode, Function<Session, T> work) {
		return Observation.createNotStarted("shenyuan.graph", this.observations)
			.lowCardinalityKeyValue("mode", mode.name())
			.observe(() -> {
				try (Session session = session(mode)) {
					return work.apply(session);
				}
			});
	}

	private Session session(AccessMode mode) {
		return this.driver
			.session(SessionConfig.builder().withDefaultAccessMode(mode).withBookmarkManager(this.bookmarks).build());
	}

}
