package org.shenyuan.scan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.shenyuan.labels.LabelCode;
import org.shenyuan.labels.LabelKeys;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Lots;
import org.shenyuan.trace.Trace;
import org.shenyuan.trace.Traces;
import org.shenyuan.trust.Brands;
import org.springframework.stereotype.Component;

/**
 * Judges codes. A code that was never issued is known by itself, without asking the
 * graph.
 */
@Component
class Scans {

	private final LabelKeys keys;

	private final Lots lots;

	private final Traces traces;

	private final ScanCounts counts;

	private final Brands brands;

	Scans(LabelKeys keys, Lots lots, Traces traces, ScanCounts counts, Brands brands) {
		this.keys = keys;
		this.lots = lots;
		this.traces = traces;
		this.counts = counts;
		this.brands = brands;
	}

	Scan of(String typed) {
		Optional<LabelCode> code = LabelCode.read(typed);
		return code.flatMap(this.keys::decode)
			.flatMap((issued) -> this.lots.run((long) issued.number().run())
				.filter((run) -> run.keyVersion() == issued.keyVersion() && issued.number().index() <= run.count())
				.map((run) -> judge(code.orElseThrow(), run, issued.number().index())))
			.orElseGet(() -> Scan.notOurs(code.map(LabelCode::printed).orElse("")));
	}

	private Scan judge(LabelCode code, LabelRun run, long label) {
		Trace trace = this.traces.of(run.lot()).orElseThrow();
		Scan.Count count = this.counts.of(run, label);
		List<Trace.Recall> recalls = Stream.concat(trace.recalls().stream(), this.traces.recalls(run).stream())
			.sorted(Comparator.comparing(Trace.Recall::since).reversed())
			.toList();
		return new Scan(verdict(run, label, trace, recalls, count), code.printed(), run.id(), label, count, recalls,
				this.brands.of(run.number()).orElse(null), trace);
	}

	/** One more scan, by somebody who looked at the page. */
	void count(String typed, String network) {
		LabelCode.read(typed)
			.flatMap(this.keys::decode)
			.ifPresent((issued) -> this.lots.run((long) issued.number().run())
				.filter((run) -> run.keyVersion() == issued.keyVersion() && issued.number().index() <= run.count())
				.ifPresent((run) -> this.counts.add(run, issued.number().index(), network)));
	}

	private Verdict verdict(LabelRun run, long label, Trace trace, List<Trace.Recall> recalls, Scan.Count count) {
		if (run.voided().contains(label)) {
			return Verdict.VOID;
		}
		if (!recalls.isEmpty()) {
			return Verdict.RECALLED;
		}
		if (!trace.holds().isEmpty()) {
			return Verdict.ON_HOLD;
		}
		if (!run.activated().contains(label)) {
			return Verdict.NOT_ACTIVATED;
		}
		return this.counts.isTooOften(count) ? Verdict.SCANNED_OFTEN : Verdict.TRACED;
	}

}
