package org.shenyuan.ledger;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import org.shenyuan.events.Labelling.Approving;
import org.shenyuan.events.Labelling.LabelsActivated;
import org.shenyuan.events.Labelling.LabelsApplied;
import org.shenyuan.events.Labelling.LabelsDestroyed;
import org.shenyuan.events.Labelling.LabelsPrinted;
import org.shenyuan.events.Labelling.LabelsReprinted;
import org.shenyuan.events.Labelling.LabelsSpoiled;
import org.shenyuan.events.Labelling.LabelsVoided;
import org.shenyuan.events.Labelling.OfRange;
import org.shenyuan.events.Labelling.ReprintApproved;

/**
 * How a label stands: in one of these states at a time, and never to be had back from the
 * last two.
 *
 * <pre>
 *           printed  spoiled  reprinted  activated  applied  voided  destroyed
 * UNPRINTED PRINTED  -        -          ACTIVATED  -        VOIDED  -
 * PRINTED   -        SPOILED  PRINTED    ACTIVATED  -        VOIDED  DESTROYED
 * SPOILED   -        -        PRINTED    -          -        VOIDED  DESTROYED
 * ACTIVATED -        -        ACTIVATED  -          APPLIED  VOIDED  -
 * APPLIED   -        -        APPLIED    -          -        VOIDED  -
 * VOIDED    -        -        -          -          -        -       DESTROYED
 * DESTROYED -        -        -          -          -        -       -
 * </pre>
 *
 * A dash is a refusal. Reprinting and destroying take two people. A label can be
 * activated though no printing of it is on record, as when a printer's own works printed
 * the file; what is active so is counted apart.
 */
public enum LabelState {

	/** Issued; no printing is on record. */
	UNPRINTED,

	/** Printed and in hand: somewhere there is paper that could be put on anything. */
	PRINTED,

	/** Printed and ruined; the code was not used. */
	SPOILED,

	/** It counts. */
	ACTIVATED,

	/** It counts, and was seen on its pack. */
	APPLIED,

	/** It never counts again; a pack with it is not ours. */
	VOIDED,

	/** Void, and two people saw the paper go. */
	DESTROYED;

	/** The states from which an event takes labels; it refuses all others. */
	public static Set<LabelState> before(OfRange event) {
		return switch (event) {
			case LabelsPrinted ignored -> EnumSet.of(UNPRINTED);
			case LabelsSpoiled ignored -> EnumSet.of(PRINTED);
			case LabelsActivated ignored -> EnumSet.of(UNPRINTED, PRINTED);
			case LabelsApplied ignored -> EnumSet.of(ACTIVATED);
			case LabelsVoided ignored -> EnumSet.range(UNPRINTED, APPLIED);
			case ReprintApproved ignored -> EnumSet.range(PRINTED, APPLIED);
			case LabelsReprinted ignored -> EnumSet.range(PRINTED, APPLIED);
			case LabelsDestroyed ignored -> EnumSet.of(PRINTED, SPOILED, VOIDED);
			case Approving ignored -> EnumSet.of(PRINTED, SPOILED, VOIDED);
		};
	}

	/** Ends the key of the sentence that refuses labels in this state. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
