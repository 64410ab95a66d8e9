package org.shenyuan.ledger;

import java.util.List;

import org.neo4j.driver.Value;

/**
 * A run of labels for one packed lot; its labels count from 1. What {@link #in} says of
 * its states, in which every label is once, is worked out of these ranges.
 *
 * @param number the number inside its labels' codes, 30 bits
 * @param keyVersion which key made them
 * @param unitGrams net weight that each label stands for
 * @param printed those of which a printing is on record, whatever came after
 * @param spoiled printed, ruined, and neither printed again nor void
 * @param activated those that count, {@code applied} the ones of them seen on packs
 * @param voided those that never count again, {@code destroyed} the ones of them whose
 * paper is gone
 * @param reprinted those that two people agreed to print again
 */
public record LabelRun(String id, long number, long keyVersion, String lot, String holder, long count, long unitGrams,
		Ranges printed, Ranges spoiled, Ranges activated, Ranges applied, Ranges voided, Ranges destroyed,
		Ranges reprinted, boolean recalled) {

	/** Reads a run as the graph keeps it. */
	public static LabelRun of(Value run, String lot, String holder, boolean recalled) {
		return new LabelRun(run.get("id").asString(), run.get("number").asLong(), run.get("keyVersion").asLong(), lot,
				holder, run.get("count").asLong(), run.get("unitGrams").asLong(), ranges(run, "printed"),
				ranges(run, "spoiled"), ranges(run, "activated"), ranges(run, "applied"), ranges(run, "voided"),
				ranges(run, "destroyed"), ranges(run, "reprinted"), recalled);
	}

	/** A run whose labels nothing has happened to, and which has no number yet. */
	public static LabelRun issued(String id, Lot lot, long count) {
		return new LabelRun(id, 0, 0, lot.id(), lot.holder(), count, lot.unitGrams(), Ranges.NONE, Ranges.NONE,
				Ranges.NONE, Ranges.NONE, Ranges.NONE, Ranges.NONE, Ranges.NONE, false);
	}

	/** The labels in a state. */
	public Ranges in(LabelState state) {
		return switch (state) {
			case UNPRINTED ->
				Ranges.NONE.plus(1, this.count).minus(this.printed).minus(this.activated).minus(this.voided);
			case PRINTED -> this.printed.minus(this.spoiled).minus(this.activated).minus(this.voided);
			case SPOILED -> this.spoiled;
			case ACTIVATED -> this.activated.minus(this.applied);
			case APPLIED -> this.applied;
			case VOIDED -> this.voided.minus(this.destroyed);
			case DESTROYED -> this.destroyed;
		};
	}

	public LabelRun print(long first, long last) {
		return with(this.printed.plus(first, last), this.spoiled, this.activated, this.applied, this.voided,
				this.destroyed, this.reprinted);
	}

	public LabelRun spoil(long first, long last) {
		return with(this.printed, this.spoiled.plus(first, last), this.activated, this.applied, this.voided,
				this.destroyed, this.reprinted);
	}

	public LabelRun reprint(long first, long last) {
		return with(this.printed.plus(first, last), this.spoiled.minus(first, last), this.activated, this.applied,
				this.voided, this.destroyed, this.reprinted.plus(first, last));
	}

	public LabelRun activate(long first, long last) {
		return with(this.printed, this.spoiled, this.activated.plus(first, last), this.applied, this.voided,
				this.destroyed, this.reprinted);
	}

	public LabelRun apply(long first, long last) {
		return with(this.printed, this.spoiled, this.activated, this.applied.plus(first, last), this.voided,
				this.destroyed, this.reprinted);
	}

	/** A void label is no longer an active one. */
	public LabelRun cancel(long first, long last) {
		return with(this.printed, this.spoiled.minus(first, last), this.activated.minus(first, last),
				this.applied.minus(first, last), this.voided.plus(first, last), this.destroyed, this.reprinted);
	}

	/** What is destroyed is void, or was. */
	public LabelRun destroy(long first, long last) {
		LabelRun cancelled = cancel(first, last);
		return cancelled.with(this.printed, cancelled.spoiled, cancelled.activated, cancelled.applied, cancelled.voided,
				this.destroyed.plus(first, last), this.reprinted);
	}

	LabelRun numbered(long given, long withKey) {
		return new LabelRun(this.id, given, withKey, this.lot, this.holder, this.count, this.unitGrams, this.printed,
				this.spoiled, this.activated, this.applied, this.voided, this.destroyed, this.reprinted, this.recalled);
	}

	private LabelRun with(Ranges printedNow, Ranges spoiledNow, Ranges activatedNow, Ranges appliedNow,
			Ranges voidedNow, Ranges destroyedNow, Ranges reprintedNow) {
		return new LabelRun(this.id, this.number, this.keyVersion, this.lot, this.holder, this.count, this.unitGrams,
				printedNow, spoiledNow, activatedNow, appliedNow, voidedNow, destroyedNow, reprintedNow, this.recalled);
	}

	private static Ranges ranges(Value run, String property) {
		Value flat = run.get(property);
		return flat.isNull() ? Ranges.NONE : Ranges.ofFlat(List.copyOf(flat.asList(Value::asLong)));
	}

}
