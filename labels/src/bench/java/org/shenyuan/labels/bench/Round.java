package org.shenyuan.labels.bench;

import java.util.Locale;

/**
 * What a contestant writes out: a line for each round, name, seconds of processor time,
 * seconds of the clock and bytes, and last {@code peak} and the most memory that was resident at once, in kB.
 * Tabs between. It ends with {@link #ABSENT} if its library is not there.
 *
 * @param cpu seconds of processor time, all threads of the process, user and system
 * @param wall seconds until it was done
 * @param bytes of all files, 0 if nothing is written
 */
record Round(String name, double cpu, double wall, long bytes) {

	static final int ABSENT = 3;

	static final String PEAK = "peak";

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%s\t%.6f\t%.6f\t%d", this.name, this.cpu, this.wall, this.bytes);
	}

	static Round parse(String line) {
		String[] fields = line.split("\t", -1);
		return new Round(fields[0], Double.parseDouble(fields[1]), Double.parseDouble(fields[2]),
				Long.parseLong(fields[3]));
	}

}
