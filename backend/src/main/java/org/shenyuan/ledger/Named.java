package org.shenyuan.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.shenyuan.events.Amending.Corrected;
import org.shenyuan.events.Branding;
import org.shenyuan.events.Effect;
import org.shenyuan.events.Holding.Held;
import org.shenyuan.events.Inquiring.CaseRuled;
import org.shenyuan.events.Labelling;
import org.shenyuan.events.Labelling.ByTwo;
import org.shenyuan.events.Labelling.LabelsIssued;
import org.shenyuan.events.LandSurvey;
import org.shenyuan.events.NewLot;
import org.shenyuan.events.NewThing;
import org.shenyuan.events.Recalling.RecallEnded;
import org.shenyuan.events.Recalling.Starting;
import org.shenyuan.events.Registering.CertificateRuled;
import org.shenyuan.events.Sourcing.VarietyJudged;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.events.Trading.Shipped;

/**
 * Everything that some events name: what has to be locked and read before they are
 * judged.
 */
record Named(List<String> lots, List<String> things, List<String> runs, List<String> corrected, List<String> holding,
		List<String> replacing, List<String> authorisations, List<String> origins) {

	static Named by(Collection<TraceEvent> events) {
		Set<String> lots = new TreeSet<>();
		Set<String> things = new TreeSet<>();
		Set<String> runs = new TreeSet<>();
		Set<String> corrected = new TreeSet<>();
		Set<String> holding = new TreeSet<>();
		Set<String> replacing = new TreeSet<>();
		Set<String> authorisations = new TreeSet<>();
		Set<String> origins = new TreeSet<>();
		for (TraceEvent event : events) {
			Effect effect = event.effect();
			effect.lots().forEach(lots::add);
			things.add(event.by());
			if (effect.place() != null) {
				things.add(effect.place());
			}
			for (NewLot made : effect.outputs()) {
				lots.add(made.id());
				if (made.variety() != null) {
					things.add(made.variety());
				}
			}
			NewThing thing = effect.thing();
			if (thing != null) {
				things.add(thing.id());
				thing.links().forEach((link) -> {
					things.add(link.from());
					things.add(link.to());
				});
			}
			switch (event) {
				case Shipped shipped -> things.add(shipped.to());
				case LabelsIssued issued when issued.claims() != null && issued.claims().brand() != null -> {
					runs.add(issued.run());
					authorisations.add(issued.claims().brand());
				}
				case ByTwo done -> {
					runs.add(done.run());
					corrected.add(done.approval().toString());
				}
				case Labelling labels -> runs.add(labels.run());
				case Branding ruled -> authorisations.add(ruled.authorisation());
				case CertificateRuled ruled -> things.add(ruled.certificate());
				case VarietyJudged judged -> things.add(judged.variety());
				case LandSurvey survey -> {
					things.add(survey.parcel());
					if (survey.steward() != null) {
						things.add(survey.steward());
					}
				}
				case CaseRuled ruled -> things.add(ruled.file());
				case Starting recall -> {
					origins.add(recall.origin());
					switch (recall.source()) {
						case LOT -> lots.add(recall.start());
						case PLOT -> things.add(recall.start());
						case EVENT -> corrected.add(recall.start());
						case RUN -> runs.add(recall.start());
					}
				}
				case RecallEnded end -> corrected.add(end.recall().toString());
				case Corrected correction -> {
					corrected.add(correction.event().toString());
					if (correction.replacedBy() != null) {
						correction.replacedBy().forEach((other) -> replacing.add(other.toString()));
					}
				}
				case Held held -> holding.add(held.lot());
				default -> {
				}
			}
		}
		things.addAll(authorisations);
		return new Named(List.copyOf(lots), List.copyOf(things), List.copyOf(runs), List.copyOf(corrected),
				List.copyOf(holding), List.copyOf(replacing), List.copyOf(authorisations), List.copyOf(origins));
	}

}
