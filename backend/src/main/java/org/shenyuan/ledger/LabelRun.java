package org.shenyuan.ledger;

/**
 * A run of labels for one packed lot; its labels count from 1.
 *
 * @param number the number inside its labels' codes, 30 bits
 * @param keyVersion which key made them
 * @param unitGrams net weight that each label stands for
 */
public record LabelRun(String id, long number, long keyVersion, String lot, String holder, long count, long unitGrams,
		Ranges activated, Ranges voided, boolean recalled) {

	LabelRun activate(long first, long last) {
		return new LabelRun(this.id, this.number, this.keyVersion, this.lot, this.holder, this.count, this.unitGrams,
				this.activated.plus(first, last), this.voided, this.recalled);
	}

	/** A void label is no longer an active one. */
	LabelRun cancel(long first, long last) {
		return new LabelRun(this.id, this.number, this.keyVersion, this.lot, this.holder, this.count, this.unitGrams,
				this.activated.minus(first, last), this.voided.plus(first, last), this.recalled);
	}

	LabelRun numbered(long given, long withKey) {
		return new LabelRun(this.id, given, withKey, this.lot, this.holder, this.count, this.unitGrams, this.activated,
				this.voided, this.recalled);
	}

}
