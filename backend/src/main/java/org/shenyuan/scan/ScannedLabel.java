package org.shenyuan.scan;

import java.util.List;

/**
 * A label of ours, and what is to be said of it.
 *
 * @param number in its run
 * @param rules about scans that are in force
 */
record ScannedLabel(Goods goods, long number, Scan.Count count, ScanRules rules, List<Scan.Remark> remarks,
		Verdict verdict) {

	static ScannedLabel of(Goods goods, long number, Scan.Count count, ScanRules rules) {
		List<Scan.Remark> remarks = rules.of(count);
		return new ScannedLabel(goods, number, count, rules, remarks, verdict(goods, number, remarks));
	}

	boolean isVoid() {
		return this.goods.run().voided().contains(this.number);
	}

	boolean isEarly() {
		return !isVoid() && !this.goods.run().activated().contains(this.number);
	}

	/** By which its scans are counted. */
	String key() {
		return key(this.goods, this.number);
	}

	static String key(Goods goods, long number) {
		return goods.run().number() + "/" + number;
	}

	private static Verdict verdict(Goods goods, long number, List<Scan.Remark> remarks) {
		if (goods.run().voided().contains(number)) {
			return Verdict.VOID;
		}
		if (!goods.recalls().isEmpty()) {
			return Verdict.RECALLED;
		}
		if (!goods.trace().holds().isEmpty()) {
			return Verdict.ON_HOLD;
		}
		if (!goods.run().activated().contains(number)) {
			return Verdict.NOT_ACTIVATED;
		}
		return remarks.stream().anyMatch(Scan.Remark::doubtful) ? Verdict.SCANNED_OFTEN : Verdict.TRACED;
	}

}
