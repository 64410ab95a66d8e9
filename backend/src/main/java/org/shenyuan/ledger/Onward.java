package org.shenyuan.ledger;

import java.util.List;
import java.util.Set;

import org.shenyuan.events.Amending.Corrected;
import org.shenyuan.events.Branding.BrandRuled;
import org.shenyuan.events.Effect.Portion;
import org.shenyuan.events.Effect;
import org.shenyuan.events.Growing.FieldWorked;
import org.shenyuan.events.Growing.Harvested;
import org.shenyuan.events.Growing.SeedlingsLifted;
import org.shenyuan.events.Holding.Held;
import org.shenyuan.events.Holding.Released;
import org.shenyuan.events.Labelling.Approving;
import org.shenyuan.events.Labelling.ByTwo;
import org.shenyuan.events.Labelling.LabelsActivated;
import org.shenyuan.events.Labelling.LabelsApplied;
import org.shenyuan.events.Labelling.LabelsDestroyed;
import org.shenyuan.events.Labelling.LabelsIssued;
import org.shenyuan.events.Labelling.LabelsPrinted;
import org.shenyuan.events.Labelling.LabelsReprinted;
import org.shenyuan.events.Labelling.LabelsSpoiled;
import org.shenyuan.events.Labelling.LabelsVoided;
import org.shenyuan.events.Labelling.OfRange;
import org.shenyuan.events.NewLot;
import org.shenyuan.events.NewThing;
import org.shenyuan.events.Recalling.RecallEnded;
import org.shenyuan.events.Ruling.RuleRetired;
import org.shenyuan.events.Ruling.RuleSet;
import org.shenyuan.events.Ruling.SignedOff;
import org.shenyuan.events.Sourcing.VarietyJudged;
import org.shenyuan.events.Testing;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.events.Trading.Shipped;

/**
 * Moves {@link Facts} along by an accepted event, as the graph will stand when it is
 * written, so that the next event of a file is judged by it.
 */
final class Onward {

	private final Facts facts;

	Onward(Facts facts) {
		this.facts = facts;
	}

	void apply(TraceEvent event) {
		Effect effect = event.effect();
		boolean shipped = event instanceof Shipped;
		effect.inputs().forEach((in) -> this.facts.change(in.lot(), (lot) -> lot.taken(in.grams(), shipped)));
		for (int i = 0; i < effect.outputs().size(); i++) {
			make(event, effect, effect.outputs().get(i), i);
		}
		NewThing thing = effect.thing();
		if (thing != null) {
			this.facts.knows(new Thing(thing.id(), Set.of("Thing", thing.label()), thing.properties(), thing.links()));
		}
		switch (event) {
			case Harvested dug -> {
				this.facts.change(dug.stand(), (stand) -> stand.dug(dug.netGrams()));
				this.facts.knowsDug(dug.plot(), dug.at().toLocalDate());
			}
			case FieldWorked work when work.activeIngredient() != null -> this.facts.knowsSpraying(work.stand(),
					new Facts.Spraying(work.at().toLocalDate(), work.activeIngredient()));
			case RuleSet set -> this.facts.knowsRules(List.of(Rule.of(set)));
			case RuleRetired retired -> this.facts.knowsEnd(retired.rule(), retired.validTo());
			case SignedOff signed -> this.facts.knowsSignOff(signed.event(), signed.rule() + " " + signed.hash());
			case SeedlingsLifted lifted -> this.facts.change(lifted.stand(), (stand) -> stand.dug(lifted.grams()));
			case Testing work -> this.facts.laboratory().knows(work);
			case VarietyJudged judged -> this.facts.knowsRuling(judged.variety(), judged);
			case BrandRuled ruled -> this.facts.knowsRuling(ruled.authorisation(), ruled);
			case LabelsIssued issued -> issue(issued);
			case OfRange labels -> change(labels);
			case Held held -> this.facts.change(held.lot(), (lot) -> lot.held(true));
			case Released released -> this.facts.change(released.lot(), (lot) -> lot.held(false));
			case Corrected correction -> takeBack(correction);
			case RecallEnded end -> this.facts.knowsCorrected(end.recall());
			default -> {
			}
		}
	}

	private void make(TraceEvent event, Effect effect, NewLot made, int position) {
		List<Portion> inputs = effect.inputs();
		// Shipping and the like give one lot for each that they take.
		boolean paired = event instanceof Shipped;
		Lot from = inputs.isEmpty() ? null : this.facts.lot(inputs.get(paired ? position : 0).lot());
		double fresh = paired ? this.facts.fresh(List.of(inputs.get(position)))
				: this.facts.fresh(inputs) * made.grams() / Math.max(1, effect.outputGrams());
		this.facts.knows(Lot.made(made, event.by(), event.at().toZonedDateTime(), from, Math.round(fresh)));
		this.facts.lineage().made(made.id(), inputs.stream().map(Portion::lot).distinct().toList());
	}

	private void issue(LabelsIssued issued) {
		Lot lot = this.facts.lot(issued.lot());
		if (lot != null) {
			this.facts.knows(LabelRun.issued(issued.run(), lot, issued.count()));
			this.facts.change(lot.id(), (packed) -> packed.labelled(issued.count() * packed.unitGrams()));
		}
	}

	private void change(OfRange labels) {
		if (labels instanceof ByTwo done) {
			this.facts.knowsCorrected(done.approval());
		}
		LabelRun run = this.facts.run(labels.run());
		if (run == null) {
			return;
		}
		LabelRun now = change(run, labels, labels.first(), labels.last());
		this.facts.knows(now);
		long cancelled = now.voided().size() - run.voided().size();
		if (cancelled > 0) {
			this.facts.change(run.lot(), (lot) -> lot.labelled(-cancelled * run.unitGrams()));
		}
	}

	private static LabelRun change(LabelRun run, OfRange labels, long first, long last) {
		return switch (labels) {
			case LabelsPrinted ignored -> run.print(first, last);
			case LabelsSpoiled ignored -> run.spoil(first, last);
			case LabelsReprinted ignored -> run.reprint(first, last);
			case LabelsActivated ignored -> run.activate(first, last);
			case LabelsApplied ignored -> run.apply(first, last);
			case LabelsVoided ignored -> run.cancel(first, last);
			case LabelsDestroyed ignored -> run.destroy(first, last);
			case Approving ignored -> run;
		};
	}

	private void takeBack(Corrected correction) {
		TraceEvent wrong = this.facts.event(correction.event());
		if (wrong == null || !this.facts.knowsCorrected(correction.event())) {
			return;
		}
		boolean shipped = wrong instanceof Shipped;
		Effect effect = wrong.effect();
		effect.inputs().forEach((in) -> this.facts.change(in.lot(), (lot) -> lot.taken(-in.grams(), shipped)));
		effect.outputs().forEach((out) -> this.facts.change(out.id(), Lot::inError));
		switch (wrong) {
			case Harvested dug -> this.facts.change(dug.stand(), (stand) -> stand.dug(-dug.netGrams()));
			case SeedlingsLifted lifted -> this.facts.change(lifted.stand(), (stand) -> stand.dug(-lifted.grams()));
			case Testing work -> this.facts.laboratory().forgets(work);
			default -> {
			}
		}
	}

}
