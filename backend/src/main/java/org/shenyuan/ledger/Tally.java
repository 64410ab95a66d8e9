package org.shenyuan.ledger;

import java.util.Collection;
import java.util.List;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import org.shenyuan.events.Labelling.Approving;
import org.shenyuan.events.Labelling.LabelsIssued;
import org.shenyuan.events.Labelling.OfRange;
import org.shenyuan.events.TraceEvent;
import org.springframework.stereotype.Component;

/** Counts for those who watch the service what is recorded, and what is refused. */
@Component
final class Tally {

	private final MeterProvider<Counter> events;

	private final MeterProvider<Counter> labels;

	private final MeterProvider<Counter> refusals;

	Tally(MeterRegistry registry) {
		this.events = Counter.builder("shenyuan.events").description("Events recorded").withRegistry(registry);
		this.labels = Counter.builder("shenyuan.labels")
			.description("Labels that something was recorded of")
			.withRegistry(registry);
		this.refusals = Counter.builder("shenyuan.refusals")
			.description("Reasons for which nothing was recorded, rehearsals included")
			.withRegistry(registry);
	}

	/** One that had been recorded before does not count again. */
	void recorded(List<TraceEvent> events, List<Recorded> answers) {
		for (int i = 0; i < answers.size(); i++) {
			if (!answers.get(i).again()) {
				recorded(events.get(i));
			}
		}
	}

	void refused(Collection<Refusal> reasons) {
		reasons.forEach((reason) -> this.refusals
			.withTags("reason", reason.key(), "rule", (reason.rule() != null) ? reason.rule().id() : "")
			.increment());
	}

	private void recorded(TraceEvent event) {
		this.events.withTag("kind", event.kind()).increment();
		long labels = switch (event) {
			case LabelsIssued issued -> issued.count();
			case Approving approved -> 0;
			case OfRange range -> range.last() - range.first() + 1;
			default -> 0;
		};
		if (labels > 0) {
			this.labels.withTag("kind", event.kind()).increment((double) labels);
		}
	}

}
