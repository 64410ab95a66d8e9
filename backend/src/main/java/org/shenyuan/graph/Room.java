package org.shenyuan.graph;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.springframework.util.unit.DataSize;

/**
 * Stops writing while the disk still has some room: a graph inside this program that runs
 * out of it in the middle of a commit may not start again.
 */
public final class Room {

	private static final long TENTH = 10;

	private final File disk;

	private final DataSize least;

	/**
	 * @param folder on the disk
	 * @param least room, below which nothing is written
	 */
	Room(Path folder, DataSize least) {
		this.disk = disk(folder);
		this.least = least;
	}

	/**
	 * What can be asked for room: a folder that is not there yet says that it has none.
	 */
	public static File disk(Path folder) {
		Path there = folder.toAbsolutePath().normalize();
		while (!Files.exists(there)) {
			there = Objects.requireNonNull(there.getParent());
		}
		return there.toFile();
	}

	/**
	 * @throws DiskFull when less is left
	 */
	void require() {
		require(this.least);
	}

	/**
	 * For what is little.
	 * @throws DiskFull when less than a tenth of it is left
	 */
	void requireTenth() {
		require(DataSize.ofBytes(this.least.toBytes() / TENTH));
	}

	private void require(DataSize needed) {
		long left = this.disk.getUsableSpace();
		if (left < needed.toBytes()) {
			throw new DiskFull(DataSize.ofBytes(left).toMegabytes() + " MB are left, " + needed.toMegabytes()
					+ " MB are needed (shenyuan.least-room)");
		}
	}

}
