package org.shenyuan.bench;

import java.nio.file.Path;

/** From the command to the first answer, and how much memory it takes. */
final class Start {

	private static final int REST_SECONDS = 5;

	private final Table table = new Table("Start", "folder", "first answer after s", "CPU s", "memory at rest MiB",
			"memory under load MiB");

	Table table() {
		return this.table;
	}

	/** A folder that nobody has used, and the same once more. */
	void empty(Path out) throws Exception {
		Path data = Bench.empty(out.resolve("data-empty"));
		once("none: the schema is made", data);
		once("empty", data);
	}

	void once(String name, Path data) throws Exception {
		try (Server server = Server.start(data)) {
			double cpu = server.cpuSeconds();
			Thread.sleep(REST_SECONDS * 1000);
			this.table.row(name, server.seconds, cpu, server.mebibytes(), Double.NaN);
		}
	}

	/** A server that has done all the rest. */
	void loaded(String name, Server server, double cpu, long atRest) throws Exception {
		this.table.row(name, server.seconds, cpu, atRest, server.mebibytes());
	}

}
