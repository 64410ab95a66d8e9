package org.shenyuan.scan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

import org.shenyuan.events.Severity;
import org.shenyuan.ledger.Rule;
import org.shenyuan.scan.Scan.Count;
import org.shenyuan.scan.Scan.Remark;

/**
 * What the scans of a label say of it, by the rules that are in force on a day. A rule
 * that only informs adds a remark; any harder one takes the label's good word away.
 */
record ScanRules(List<Rule> inForce) {

	/** Those of many that are about scans. */
	static List<Rule> among(List<Rule> rules) {
		return rules.stream().filter((rule) -> rule.kind().startsWith("scan-")).toList();
	}

	static ScanRules on(LocalDate day, List<Rule> rules) {
		return new ScanRules(rules.stream().filter((rule) -> rule.isInForce(day)).toList());
	}

	/** On how many days back, today included, a network still counts. */
	int days() {
		return kind("scan-networks").stream().mapToInt((rule) -> rule.number("withinDays").intValue()).max().orElse(1);
	}

	/** Whether a program says of itself that it is none of the buyers. */
	boolean isCrawler(String userAgent) {
		String name = userAgent.toLowerCase(Locale.ROOT);
		return kind("scan-crawler").stream().anyMatch((rule) -> name.contains(rule.subject()));
	}

	List<Remark> of(Count count) {
		List<Remark> remarks = new ArrayList<>();
		for (Rule rule : kind("scan-networks")) {
			long most = rule.number("mostNetworks").longValue();
			if (count.networks() > most) {
				remarks.add(remark(rule, count.networks(), rule.number("withinDays").longValue(), most));
			}
		}
		weigh("scan-total", count, Count::scans, remarks);
		weigh("scan-early", count, Count::early, remarks);
		weigh("scan-void", count, Count::afterVoid, remarks);
		return remarks;
	}

	private void weigh(String kind, Count count, ToLongFunction<Count> scans, List<Remark> remarks) {
		for (Rule rule : kind(kind)) {
			long most = rule.number("mostScans").longValue();
			if (scans.applyAsLong(count) > most) {
				remarks.add(remark(rule, scans.applyAsLong(count), most));
			}
		}
	}

	private static Remark remark(Rule rule, Long... numbers) {
		return new Remark(rule.kind(), List.of(numbers), rule.severity() != Severity.INFORM, rule.id(), rule.source());
	}

	private List<Rule> kind(String kind) {
		return this.inForce.stream().filter((rule) -> rule.kind().equals(kind)).toList();
	}

}
