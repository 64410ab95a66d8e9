package org.shenyuan.graph;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.micrometer.observation.ObservationRegistry;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.unit.DataSize;

/** The graph, on a disk on which half of the least room is left. */
public final class NoRoom {

	private NoRoom() {
	}

	public static Graph of(Driver driver) {
		Path folder = Path.of("target");
		Room half = new Room(folder, DataSize.ofBytes(2 * Room.disk(folder).getUsableSpace()));
		return new Graph(driver, new GraphConfiguration.Migrated(List.of()), ObservationRegistry.NOOP,
				new ObjectProvider<Room>() {
					@Override
					public Stream<Room> stream() {
						return Stream.of(half);
					}
				});
	}

}
