package org.shenyuan.graph;

import java.io.File;
import java.nio.file.Path;

import org.springframework.util.unit.DataSize;

/**
 * Stops writing while the disk still has some room: a graph inside this program that runs
 * out of it in the middle of a commit may not start again.
 */
final class Room {

	private final File folder;

	private final DataSize least;

	/**
	 * @param folder on the disk, which is there
	 * @param least room, below which nothing is written
	 */
	Room(Path folder, DataSize least) {
		this.folder = folder.toFile();
		this.least = least;
	}

	/**
	 * @throws DiskFull when less is left
	 */
	void require() {
		long left = this.folder.getUsableSpace();
		if (left < this.least.toBytes()) {
			throw new DiskFull(DataSize.ofBytes(left).toMegabytes() + " MB are left, " + this.least.toMegabytes()
					+ " MB are needed (shenyuan.least-room)");
		}
	}

}
