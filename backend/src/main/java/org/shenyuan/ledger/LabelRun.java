package org.shenyuan.ledger;

import java.util.List;

import org.neo4j.driver.Value;

/**
 * A run of labels for one packed lot; its labels count from 1.
 *
 * @param number the number inside its labels' codes, 30 bits
 * @param keyVersion which key made them
 * @param unitGrams net weight that each label stands for
 * @param reprinted those that two people agreed to print again after they counted
 */
public record LabelRun(String id, long number, long keyVersion, String lot, String holder, long count, long unitGrams,
		Ranges activated, Ranges voided, Ranges reprinted, boolean recalled) {

	/** Reads a run as the graph keeps it. */
	public static LabelRun of(Value run, String lot, String holder, boolean recalled) {
		return new LabelRun(run.get("id").asString(), run.get("number").asLong(), run.get("keyVersion").asLong(), lot,
				holder, run.get("count").asLong(), run.get("unitGrams").asLong(), ranges(run, "activated"),
				ranges(run, "voided"), ranges(run, "reprinted"), recalled);
	}

	LabelRun activate(long first, long last) {
		return with(this.activated.plus(first, last), this.voided, this.reprinted);
	}

	/** A void label is no longer an active one. */
	LabelRun cancel(long first, long last) {
		return with(this.activated.minus(first, last), this.voided.plus(first, last), this.reprinted);
	}

	LabelRun reprint(long first, long last) {
		return with(this.activated, this.voided, this.reprinted.plus(first, last));
	}

	LabelRun numbered(long given, long withKey) {
		return new LabelRun(this.id, given, withKey, this.lot, this.holder, this.count, this.unitGrams, this.activated,
				this.voided, this.reprinted, this.recalled);
	}

	private LabelRun with(Ranges activatedNow, Ranges voidedNow, Ranges reprintedNow) {
		return new LabelRun(this.id, this.number, this.keyVersion, this.lot, this.holder, this.count, this.unitGrams,
				activatedNow, voidedNow, reprintedNow, this.recalled);
	}

	private static Ranges ranges(Value run, String property) {
		Value flat = run.get(property);
		return flat.isNull() ? Ranges.NONE : Ranges.ofFlat(List.copyOf(flat.asList(Value::asLong)));
	}

}
