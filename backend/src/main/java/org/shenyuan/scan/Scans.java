package org.shenyuan.scan;

import java.util.Optional;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.shenyuan.cases.Case.Confirmed;
import org.shenyuan.cases.Cases;
import org.shenyuan.graph.Graph;
import org.shenyuan.labels.LabelCode;
import org.shenyuan.labels.LabelKeys;
import org.springframework.stereotype.Component;

/**
 * Judges codes. A code that was never issued is known by itself, without asking the
 * graph.
 */
@Component
class Scans {

	private final Graph graph;

	private final LabelKeys keys;

	private final ScanCounts counts;

	private final Cases cases;

	private final MeterProvider<Counter> pages;

	Scans(Graph graph, LabelKeys keys, ScanCounts counts, Cases cases, MeterRegistry registry) {
		this.pages = Counter.builder("shenyuan.scan.pages")
			.description("Answers to whoever asked about a code")
			.withRegistry(registry);
		this.graph = graph;
		this.keys = keys;
		this.counts = counts;
		this.cases = cases;
	}

	/**
	 * The answer, with the goods of a label of ours.
	 */
	record Answer(Scan scan, @Nullable Goods goods) {
	}

	Answer of(String typed) {
		Answer answer = this.graph.read((tx) -> read(typed));
		this.pages.withTag("verdict", answer.scan().verdict().name()).increment();
		return answer;
	}

	private Answer read(String typed) {
		Optional<LabelCode> code = LabelCode.read(typed);
		String printed = code.map(LabelCode::printed).orElse("");
		Confirmed confirmed = printed.isEmpty() ? null : this.cases.confirmed(printed).orElse(null);
		return code.flatMap(this.keys::decode)
			.flatMap(this.counts::of)
			.map((found) -> new Answer(Scan.of(printed, found, confirmed), found.label().goods()))
			.orElseGet(() -> new Answer(Scan.notOurs(printed, confirmed), null));
	}

	/**
	 * Counts one more scan, unless it was a program that says so.
	 * @param userAgent as the program introduces itself
	 */
	void count(String typed, String network, String userAgent) {
		LabelCode.read(typed)
			.flatMap(this.keys::decode)
			.ifPresent((label) -> this.counts.add(label, network, userAgent));
	}

}
