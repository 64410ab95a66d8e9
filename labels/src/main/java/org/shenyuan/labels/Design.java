package org.shenyuan.labels;

/**
 * What a label is for, which settles how much error correction its symbol has, how large
 * its modules should be and how much is written beside it.
 */
public enum Design {

	/** On each pack: everything a buyer may know before scanning. */
	UNIT(ErrorCorrection.M, 0.6, false),

	/**
	 * Across the lid of a gift box: symbol and code, and the product if there is room.
	 */
	SEAL(ErrorCorrection.M, 0.6, true),

	/** On a carton or pallet: read from a truck's length. */
	CARTON(ErrorCorrection.M, 0.99, false),

	/** On a bed, a plot or a gate: stands in rain and soil for years. */
	TAG(ErrorCorrection.H, 0.99, false);

	private final ErrorCorrection correction;

	private final double module;

	private final boolean sparing;

	Design(ErrorCorrection correction, double module, boolean sparing) {
		this.correction = correction;
		this.module = module;
		this.sparing = sparing;
	}

	/** How much of the symbol may be lost. */
	public ErrorCorrection correction() {
		return this.correction;
	}

	/** The side of a module, in mm, on a label with room for it. */
	double module() {
		return this.module;
	}

	/** Whether texts are left out before the label is refused. */
	boolean sparing() {
		return this.sparing;
	}

}
