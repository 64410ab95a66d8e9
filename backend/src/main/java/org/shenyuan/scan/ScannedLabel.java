package org.shenyuan.scan;

import java.util.List;

/**
 * A label with its scans so far, and what is to be said of it.
 *
 * @param rules about scans that are in force
 */
record ScannedLabel(GoodsLabel label, Scan.Count count, ScanRules rules, List<Scan.Remark> remarks, Verdict verdict) {

	static ScannedLabel of(GoodsLabel label, Scan.Count count, ScanRules rules) {
		List<Scan.Remark> remarks = rules.of(count);
		return new ScannedLabel(label, count, rules, remarks, verdict(label, remarks));
	}

	private static Verdict verdict(GoodsLabel label, List<Scan.Remark> remarks) {
		if (label.isVoid()) {
			return Verdict.VOID;
		}
		if (!label.goods().recalls().isEmpty()) {
			return Verdict.RECALLED;
		}
		if (!label.goods().trace().holds().isEmpty()) {
			return Verdict.ON_HOLD;
		}
		if (!label.isActive()) {
			return Verdict.NOT_ACTIVATED;
		}
		return remarks.stream().anyMatch(Scan.Remark::doubtful) ? Verdict.SCANNED_OFTEN : Verdict.TRACED;
	}

}
