package org.shenyuan.scan;

import java.util.Optional;

import org.shenyuan.labels.LabelCode;
import org.shenyuan.labels.LabelKeys;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Lots;
import org.shenyuan.trace.Trace;
import org.shenyuan.trace.Traces;
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

	Scans(LabelKeys keys, Lots lots, Traces traces) {
		this.keys = keys;
		this.lots = lots;
		this.traces = traces;
	}

	Scan of(String typed) {
		Optional<LabelCode> code = LabelCode.read(typed);
		return code.flatMap(this.keys::decode)
			.flatMap((issued) -> this.lots.run((long) issued.number().run())
				.filter((run) -> run.keyVersion() == issued.keyVersion() && issued.number().index() <= run.count())
				.map((run) -> judge(code.orElseThrow(), run, issued.number().index())))
			.orElseGet(() -> new Scan(Verdict.NOT_OURS, code.map(LabelCode::printed).orElse(""), null, null, null));
	}

	private Scan judge(LabelCode code, LabelRun run, long label) {
		Trace trace = this.traces.of(run.lot()).orElseThrow();
		return new Scan(verdict(run, label, trace), code.printed(), run.id(), label, trace);
	}

	private static Verdict verdict(LabelRun run, long label, Trace trace) {
		if (run.voided().contains(label)) {
			return Verdict.VOID;
		}
		if (!trace.holds().isEmpty()) {
			return Verdict.ON_HOLD;
		}
		return run.activated().contains(label) ? Verdict.TRACED : Verdict.NOT_ACTIVATED;
	}

}
