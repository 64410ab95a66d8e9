package org.shenyuan.packing;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Labelling.DestructionApproved;
import org.shenyuan.events.Labelling.LabelsActivated;
import org.shenyuan.events.Labelling.LabelsApplied;
import org.shenyuan.events.Labelling.LabelsDestroyed;
import org.shenyuan.events.Labelling.LabelsPrinted;
import org.shenyuan.events.Labelling.LabelsReprinted;
import org.shenyuan.events.Labelling.LabelsSpoiled;
import org.shenyuan.events.Labelling.LabelsVoided;
import org.shenyuan.events.Labelling.OfRange;
import org.shenyuan.events.Labelling.ReprintApproved;
import org.shenyuan.events.Labelling.Sheet;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.LabelState;
import org.shenyuan.ledger.Ranges;
import org.shenyuan.ledger.Ranges.Range;
import org.shenyuan.ledger.Refused;

/** What people do with labels at a packing table, each recorded by a form of its own. */
enum Deed {

	PRINT, ACTIVATE, SPOIL, APPROVE, REPRINT, APPLY, VOID, CONDEMN, DESTROY;

	/** Those that say why. */
	private static final Set<Deed> EXPLAINED = EnumSet.of(SPOIL, APPROVE, VOID, CONDEMN);

	/**
	 * What a form says.
	 *
	 * @param reason empty where none is asked for
	 * @param approval of whoever agreed before, where it takes two
	 */
	record Said(UUID id, OffsetDateTime at, String by, String run, long first, long last, String reason,
			@Nullable UUID approval, @Nullable Sheet sheet) {
	}

	/**
	 * @throws Refused if a form names none
	 */
	static Deed named(@Nullable String act) {
		return Arrays.stream(values())
			.filter((deed) -> deed.word().equals(act))
			.findFirst()
			.orElseThrow(() -> Refused.absent("act", String.valueOf(act)));
	}

	/** Names it in forms and messages. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	public boolean isExplained() {
		return EXPLAINED.contains(this);
	}

	OfRange event(Said said) {
		UUID id = said.id();
		OffsetDateTime at = said.at();
		String by = said.by();
		String run = said.run();
		long first = said.first();
		long last = said.last();
		String reason = said.reason();
		UUID approval = (said.approval() != null) ? said.approval() : id;
		Sheet sheet = (said.sheet() != null) ? said.sheet() : new Sheet("", 1, 1);
		return switch (this) {
			case PRINT -> new LabelsPrinted(id, at, by, run, first, last, sheet);
			case ACTIVATE -> new LabelsActivated(id, at, by, run, first, last);
			case SPOIL -> new LabelsSpoiled(id, at, by, run, first, last, reason);
			case APPROVE -> new ReprintApproved(id, at, by, run, first, last, reason);
			case REPRINT -> new LabelsReprinted(id, at, by, run, first, last, reason, approval, said.sheet());
			case APPLY -> new LabelsApplied(id, at, by, run, first, last);
			case VOID -> new LabelsVoided(id, at, by, run, first, last, reason);
			case CONDEMN -> new DestructionApproved(id, at, by, run, first, last, reason);
			case DESTROY -> new LabelsDestroyed(id, at, by, run, first, last, reason, approval);
		};
	}

	/** The labels of a run that it may be done with. */
	Ranges takes(LabelRun run) {
		var nobody = new Said(new UUID(0, 0), OffsetDateTime.MIN, "", run.id(), 1, 1, "", null, null);
		Ranges labels = Ranges.NONE;
		for (LabelState state : LabelState.before(event(nobody))) {
			for (Range range : run.in(state).ranges()) {
				labels = labels.plus(range.first(), range.last());
			}
		}
		return labels;
	}

	/** The labels it is most likely about, to begin a form with. */
	Ranges suggests(LabelRun run) {
		return switch (this) {
			case ACTIVATE -> run.in(LabelState.PRINTED);
			case APPLY -> run.in(LabelState.ACTIVATED);
			case APPROVE -> run.in(LabelState.SPOILED);
			default -> Ranges.NONE;
		};
	}

}
