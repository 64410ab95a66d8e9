package org.shenyuan.scan;

import java.util.Locale;

/** The one line that a buyer came for, worst first. */
enum Verdict {

	/** No label of ours. */
	NOT_OURS,
	/** Spoiled, lost or destroyed by its maker. */
	VOID,
	/** Called back from the market: something that went into it, or its whole run. */
	RECALLED,
	/** Something that went into it is stopped. */
	ON_HOLD,
	/** Printed, but never put on a pack. */
	NOT_ACTIVATED,
	/** Scanned in another way than one pack could be. */
	SCANNED_OFTEN,
	/** Issued for this lot, put on a pack, and traced. */
	TRACED;

	/** Whether the record behind the label is worth showing at all. */
	public boolean isShown() {
		return this != NOT_OURS && this != VOID;
	}

	/** The name of its style and of its drawing. */
	public String style() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
