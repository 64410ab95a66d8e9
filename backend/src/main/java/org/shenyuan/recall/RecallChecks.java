package org.shenyuan.recall;

import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Effect;
import org.shenyuan.events.Recalling.RecallEnded;
import org.shenyuan.events.Recalling.Recalled;
import org.shenyuan.events.Recalling.Starting;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.ledger.Check;
import org.shenyuan.ledger.Facts;
import org.shenyuan.ledger.Facts.OpenRecall;
import org.shenyuan.ledger.Judgement;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Thing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A recall starts at something that is there, once, and ends once. */
@Configuration(proxyBeanMethods = false)
class RecallChecks {

	@Bean
	Check recallStart() {
		return (event, facts, judgement) -> {
			if (!(event instanceof Starting recall)) {
				return;
			}
			switch (recall.source()) {
				case LOT -> lot(recall, facts.lot(recall.start()), judgement);
				case PLOT -> {
					Thing place = facts.thing(recall.start());
					if (place == null || !(place.is("Plot") || place.is("Facility"))) {
						judgement.refuse("unknown.start", "start", "id", recall.start());
					}
				}
				case EVENT -> event(recall, facts.event(recall.start()), judgement);
				case RUN -> {
					LabelRun run = facts.run(recall.start());
					lot(recall, (run != null) ? facts.lot(run.lot()) : null, judgement);
				}
			}
			OpenRecall open = facts.recall(recall.origin());
			if (open != null && event instanceof Recalled) {
				judgement.refuse("recall.again", "start", "start", recall.start(), "recall", open.id(), "since",
						open.since().toOffsetDateTime().toString());
			}
		};
	}

	@Bean
	Check recallEnd() {
		return (event, facts, judgement) -> {
			if (!(event instanceof RecallEnded end)) {
				return;
			}
			if (!(facts.event(end.recall()) instanceof Recalled recall)) {
				judgement.refuse("unknown.event", "recall", "id", end.recall().toString());
				return;
			}
			if (facts.isCorrected(recall.id())) {
				judgement.refuse("recall.ended", "recall", "recall", recall.id().toString());
			}
			notBefore(end, recall.at().toZonedDateTime(), recall.origin(), judgement);
		};
	}

	private static void lot(Starting recall, @Nullable Lot lot, Judgement judgement) {
		if (lot == null) {
			judgement.refuse("unknown.start", "start", "id", recall.start());
		}
		else {
			notBefore(recall, lot.since(), lot.id(), judgement);
		}
	}

	private static void event(Starting recall, @Nullable TraceEvent event, Judgement judgement) {
		if (event == null) {
			judgement.refuse("unknown.start", "start", "id", recall.start());
			return;
		}
		Effect effect = event.effect();
		if (effect.outputs().isEmpty() && effect.about().isEmpty()) {
			judgement.refuse("recall.nothing", "start", "id", recall.start(), "kind", event.kind());
		}
		notBefore(recall, event.at().toZonedDateTime(), recall.start(), judgement);
	}

	private static void notBefore(TraceEvent event, ZonedDateTime since, String start, Judgement judgement) {
		if (event.at().toInstant().isBefore(since.toInstant())) {
			judgement.refuse("time.before", "at", "at", event.at().toString(), "lot", start, "since",
					since.toOffsetDateTime().toString());
		}
	}

}
