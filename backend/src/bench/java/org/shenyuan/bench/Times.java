package org.shenyuan.bench;

import java.util.Arrays;

/** How long something took, as often as it was done, in milliseconds. */
final class Times {

	private double[] sorted = new double[64];

	private int count;

	private boolean isSorted;

	/** Work that may fail in its own way. */
	@FunctionalInterface
	interface Work {

		void run() throws Exception;

	}

	void time(Work work) throws Exception {
		long begun = System.nanoTime();
		work.run();
		add((System.nanoTime() - begun) / 1e6);
	}

	synchronized void add(double millis) {
		if (this.count == this.sorted.length) {
			this.sorted = Arrays.copyOf(this.sorted, 2 * this.count);
		}
		this.sorted[this.count++] = millis;
		this.isSorted = false;
	}

	synchronized void addAll(Times other) {
		for (int i = 0; i < other.count; i++) {
			add(other.sorted[i]);
		}
	}

	int count() {
		return this.count;
	}

	double median() {
		return percentile(50);
	}

	synchronized double percentile(int percent) {
		if (!this.isSorted) {
			Arrays.sort(this.sorted, 0, this.count);
			this.isSorted = true;
		}
		return (this.count == 0) ? Double.NaN : this.sorted[Math.min(this.count - 1, this.count * percent / 100)];
	}

}
