package org.shenyuan.graph;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.micrometer.observation.ObservationRegistry;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.unit.DataSize;

/** The graph, on a disk that is full. */
public final class NoRoom {

	private NoRoom() {
	}

	public static Graph of(Driver driver) {
		Room full = new Room(Path.of("target"), DataSize.ofBytes(Long.MAX_VALUE));
		return new Graph(driver, new GraphConfiguration.Migrated(List.of()), ObservationRegistry.NOOP,
				new ObjectProvider<Room>() {
					@Override
					public Stream<Room> stream() {
						return Stream.of(full);
					}
				});
	}

}
