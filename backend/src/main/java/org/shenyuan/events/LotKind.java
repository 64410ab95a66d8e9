package org.shenyuan.events;

/** What a lot physically is. */
public enum LotKind {

	/** Seed, fresh or dried. */
	SEED,
	/** Lifted seedlings, ready to be planted on. */
	SEEDLING,
	/** The crop that stands on a plot; it has no weight until it is dug. */
	STAND,
	/** Roots as dug. */
	FRESH,
	/** Steamed, dried, sliced, trimmed. */
	PROCESSED,
	/** Units of equal net weight, ready for labels. */
	PACKED

}
