package org.shenyuan.scan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.shenyuan.cases.Case.Confirmed;
import org.shenyuan.cases.Cases;
import org.shenyuan.graph.Graph;
import org.shenyuan.labels.LabelCode;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.packing.Codes;
import org.shenyuan.packing.Codes.Found;
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

	private final Graph graph;

	private final Codes codes;

	private final Traces traces;

	private final ScanCounts counts;

	private final Brands brands;

	private final Cases cases;

	private final MeterProvider<Counter> pages;

	private final MeterProvider<Counter> scans;

	Scans(Graph graph, Codes codes, Traces traces, ScanCounts counts, Brands brands, Cases cases,
			MeterRegistry registry) {
		this.pages = Counter.builder("shenyuan.scan.pages")
			.description("Answers to whoever asked about a code")
			.withRegistry(registry);
		this.scans = Counter.builder("shenyuan.scans").description("Scans that count").withRegistry(registry);
		this.graph = graph;
		this.codes = codes;
		this.traces = traces;
		this.counts = counts;
		this.brands = brands;
		this.cases = cases;
	}

	Scan of(String typed) {
		Scan scan = this.graph.read((tx) -> read(typed));
		this.pages.withTag("verdict", scan.verdict().name()).increment();
		return scan;
	}

	private Scan read(String typed) {
		Optional<LabelCode> code = LabelCode.read(typed);
		String printed = code.map(LabelCode::printed).orElse("");
		Confirmed confirmed = printed.isEmpty() ? null : this.cases.confirmed(printed).orElse(null);
		return code.flatMap(this.codes::find).map((label) -> {
			Judged judged = judge(label, this.counts.rules());
			return new Scan(judged.verdict(), printed, label.run().id(), label.label(), judged.count(),
					judged.recalls(), judged.remarks(), confirmed, this.brands.of(label.run().number()).orElse(null),
					judged.trace());
		}).orElseGet(() -> Scan.notOurs(printed, confirmed));
	}

	/**
	 * Counts one more scan, unless it was a program that says so.
	 * @param userAgent as the program introduces itself
	 */
	void count(String typed, String network, String userAgent) {
		LabelCode.read(typed).flatMap((code) -> this.graph.read((tx) -> {
			ScanRules rules = this.counts.rules();
			return rules.isCrawler(userAgent) ? Optional.<Judged>empty()
					: this.codes.find(code).map((label) -> judge(label, rules));
		})).ifPresent((judged) -> {
			this.counts.add(judged.label().run(), judged.label().label(), network, Scan.county(judged.trace()),
					judged.verdict());
			this.scans.withTag("verdict", judged.verdict().name()).increment();
		});
	}

	/** A label of ours, and what is to be said of it. */
	private record Judged(Found label, Trace trace, Scan.Count count, List<Scan.Remark> remarks,
			List<Trace.Recall> recalls, Verdict verdict) {
	}

	private Judged judge(Found label, ScanRules rules) {
		LabelRun run = label.run();
		Trace trace = this.traces.of(run.lot()).orElseThrow();
		Scan.Count count = this.counts.of(run, label.label(), rules);
		List<Scan.Remark> remarks = rules.of(count);
		List<Trace.Recall> recalls = Stream.concat(trace.recalls().stream(), this.traces.recalls(run).stream())
			.sorted(Comparator.comparing(Trace.Recall::since).reversed())
			.toList();
		return new Judged(label, trace, count, remarks, recalls, verdict(label, trace, recalls, remarks));
	}

	private static Verdict verdict(Found label, Trace trace, List<Trace.Recall> recalls, List<Scan.Remark> remarks) {
		if (label.run().voided().contains(label.label())) {
			return Verdict.VOID;
		}
		if (!recalls.isEmpty()) {
			return Verdict.RECALLED;
		}
		if (!trace.holds().isEmpty()) {
			return Verdict.ON_HOLD;
		}
		if (!label.run().activated().contains(label.label())) {
			return Verdict.NOT_ACTIVATED;
		}
		return remarks.stream().anyMatch(Scan.Remark::doubtful) ? Verdict.SCANNED_OFTEN : Verdict.TRACED;
	}

}
