package org.shenyuan.labels;

/**
 * Which label of which run.
 *
 * @param run the run's number, 1 to 2³⁰ − 1
 * @param index the label's place in its run, 1 to 2²² − 1
 */
public record LabelNumber(int run, int index) {

	/** The highest run number a code has room for. */
	public static final int LAST_RUN = (1 << 30) - 1;

	/** The highest index a code has room for, and so the largest run. */
	public static final int LAST_INDEX = (1 << 22) - 1;

	/**
	 * Checks both ranges.
	 * @throws IllegalArgumentException if either is out of its range
	 */
	public LabelNumber {
		if (run < 1 || run > LAST_RUN) {
			throw new IllegalArgumentException("run " + run + " is not within 1 to " + LAST_RUN);
		}
		if (index < 1 || index > LAST_INDEX) {
			throw new IllegalArgumentException("index " + index + " is not within 1 to " + LAST_INDEX);
		}
	}

}
