package org.shenyuan.graph;

/** Too little room is left on the disk to record anything. */
public final class DiskFull extends RuntimeException {

	DiskFull(String message) {
		super(message);
	}

}
