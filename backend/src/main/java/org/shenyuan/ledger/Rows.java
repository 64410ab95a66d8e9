package org.shenyuan.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Amending.Corrected;
import org.shenyuan.events.Branding.BrandRuled;
import org.shenyuan.events.Effect;
import org.shenyuan.events.EventKinds;
import org.shenyuan.events.Growing.FieldWorked;
import org.shenyuan.events.Growing.Harvested;
import org.shenyuan.events.Holding;
import org.shenyuan.events.Inquiring.CaseRuled;
import org.shenyuan.events.Labelling;
import org.shenyuan.events.Labelling.Approving;
import org.shenyuan.events.Labelling.ByTwo;
import org.shenyuan.events.Labelling.LabelsIssued;
import org.shenyuan.events.Labelling.LabelsPrinted;
import org.shenyuan.events.Labelling.LabelsReprinted;
import org.shenyuan.events.Making.Processed;
import org.shenyuan.events.NewLot;
import org.shenyuan.events.NewThing;
import org.shenyuan.events.Recalling.RecallEnded;
import org.shenyuan.events.Recalling.Recalled;
import org.shenyuan.events.Recalling.Starting;
import org.shenyuan.events.Registering.CertificateRuled;
import org.shenyuan.events.Registering.ParcelSurveyed;
import org.shenyuan.events.Ruling.RuleRetired;
import org.shenyuan.events.Ruling.RuleSet;
import org.shenyuan.events.Ruling.SignedOff;
import org.shenyuan.events.Sourcing.VarietyJudged;
import org.shenyuan.events.Testing.Sampled;
import org.shenyuan.events.Testing.Tested;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.events.Trading.Purchased;

/** Accepted events as the rows of the one statement that writes them. */
final class Rows {

	private final Map<String, List<Object>> rows = new HashMap<>();

	/** Lots that begin here; {@code touched} are those that were there before. */
	private final Set<String> made = new LinkedHashSet<>();

	private final Set<String> touched = new LinkedHashSet<>();

	private final Set<String> runs = new LinkedHashSet<>();

	private Rows() {
		List.of("things", "links", "made", "events", "at", "registers", "inputs", "about", "balances", "held", "freed",
				"issued", "branded", "rules", "retired", "revisions", "concerns", "cases", "used", "recalls",
				"recallsEnded", "runs", "corrections")
			.forEach((name) -> this.rows.put(name, new ArrayList<>()));
	}

	/**
	 * Who recorded an event, and its place in the log.
	 *
	 * @param position among all that are recorded together
	 * @param number null until it has one
	 * @param settled when all that it stands on was locked and read: later than it was
	 * for anything that it stands on, so that the log can keep causes before effects;
	 * null once it has a number
	 */
	record Place(String author, long position, @Nullable Long number, @Nullable Instant settled) {
	}

	/**
	 * @param places of the events, in their order
	 */
	static Map<String, Object> of(List<TraceEvent> events, Facts facts, Map<UUID, Recorded> answers,
			List<Place> places) {
		Rows rows = new Rows();
		for (int i = 0; i < events.size(); i++) {
			rows.event(events.get(i), facts, Objects.requireNonNull(answers.get(events.get(i).id())), places.get(i));
		}
		rows.state(facts);
		return Map.copyOf(rows.rows);
	}

	private void event(TraceEvent event, Facts facts, Recorded recorded, Place place) {
		String id = event.id().toString();
		Effect effect = event.effect();
		add("events", "id", id, "by", event.by(), "properties",
				map("kind", EventKinds.nameOf(event.getClass()), "party", event.by(), "at",
						event.at().toZonedDateTime(), "recorded", recorded.recorded().atZone(ZoneOffset.UTC),
						"unlisted", (place.settled() != null) ? place.settled().atZone(ZoneOffset.UTC) : null, "number",
						place.number(), "position", place.position(), "author", place.author(), "content",
						EventJson.write(event), "inGrams", effect.inputGrams(), "outGrams", effect.outputGrams(),
						"addedGrams", effect.addedGrams(), "lossGrams", effect.lostGrams(), "process",
						(event instanceof Processed run) ? run.process() : null, "witnessed",
						(event instanceof Harvested dug) ? dug.witness() != null : null, "declaredSeasons",
						(event instanceof Purchased bought) ? bought.declaredSeasons() : null, "activeIngredient",
						(event instanceof FieldWorked work) ? work.activeIngredient() : null, "signs",
						(event instanceof SignedOff signed) ? signed.event().toString() : null, "signedRule",
						(event instanceof SignedOff signed) ? signed.rule() + " " + signed.hash() : null, "origin",
						origin(event), "standing", standing(event), "sample",
						(event instanceof Sampled drawn) ? drawn.sample() : null, "findings",
						recorded.findings().isEmpty() ? null : EventJson.writeFindings(recorded.findings())));
		effect.inputs().forEach((in) -> {
			add("inputs", "event", id, "lot", in.lot(), "grams", in.grams());
			this.touched.add(in.lot());
		});
		for (NewLot made : effect.outputs()) {
			Lot lot = Objects.requireNonNull(facts.lot(made.id()));
			Map<String, @Nullable Object> properties = map("id", lot.id(), "kind", lot.kind().name(), "product",
					lot.product(), "species", lot.species(), "variety", lot.variety(), "holder", lot.holder(), "since",
					lot.since(), "grams", lot.grams(), "units", lot.units(), "unitGrams", lot.unitGrams(), "gtin",
					lot.gtin(), "plot", lot.plot(), "fresh", (lot.fresh() > 0) ? lot.fresh() : null, "inTransit",
					lot.inTransit() ? true : null, "external", lot.external() ? true : null, "grade",
					lot.sorting().grade(), "pieces", lot.sorting().pieces());
			properties.putAll(balance(lot));
			add("made", "event", id, "grams", lot.grams(), "variety", lot.variety(), "properties", properties);
			this.made.add(lot.id());
		}
		effect.about().forEach((lot) -> add("about", "event", id, "lot", lot));
		if (effect.place() != null) {
			add("at", "event", id, "place", effect.place());
		}
		NewThing thing = effect.thing();
		if (thing != null) {
			add("things", "label", thing.label(), "id", thing.id(), "properties", thing.properties());
			add("registers", "event", id, "thing", thing.id());
			thing.links().forEach((link) -> add("links", "from", link.from(), "type", link.type(), "to", link.to()));
		}
		switch (event) {
			case Labelling labels -> {
				this.runs.add(labels.run());
				if (labels instanceof LabelsIssued issued) {
					add("issued", "id", issued.run(), "lot", issued.lot(), "at", issued.at().toZonedDateTime(), "food",
							(issued.claims() != null && issued.claims().food()) ? issued.at().toLocalDate() : null,
							"market", (issued.claims() != null) ? issued.claims().market() : null);
					if (issued.claims() != null && issued.claims().brand() != null) {
						add("branded", "run", issued.run(), "authorisation", issued.claims().brand());
					}
				}
				if (labels instanceof ByTwo done) {
					add("used", "approval", done.approval().toString());
				}
			}
			case CertificateRuled ruled -> add("concerns", "event", id, "thing", ruled.certificate());
			case BrandRuled ruled -> add("concerns", "event", id, "thing", ruled.authorisation());
			case VarietyJudged judged -> add("concerns", "event", id, "thing", judged.variety());
			case ParcelSurveyed survey -> add("concerns", "event", id, "thing", survey.parcel());
			case CaseRuled ruled -> {
				add("concerns", "event", id, "thing", ruled.file());
				add("cases", "file", ruled.file(), "progress", ruled.progress().name(), "over",
						ruled.progress().isOver());
			}
			case Recalled recall ->
				add("recalls", "event", id, "source", recall.source().name(), "start", recall.start());
			case RecallEnded end -> add("recallsEnded", "event", id, "recall", end.recall().toString());
			case RuleSet rule -> {
				Map<String, @Nullable Object> properties = map("kind", rule.kind(), "subject", rule.subject(),
						"severity", rule.severity().name().toLowerCase(Locale.ROOT).replace('_', '-'), "certainty",
						rule.certainty(), "source", rule.source(), "validFrom", rule.validFrom(), "validTo",
						rule.validTo());
				if (rule.numbers() != null) {
					rule.numbers().forEach((name, number) -> properties.put(name, number.doubleValue()));
				}
				if (rule.words() != null) {
					properties.putAll(rule.words());
				}
				properties.put("event", id);
				add("rules", "id", rule.rule(), "properties", properties);
				add("revisions", "steps", 1);
			}
			case RuleRetired retired -> {
				add("retired", "id", retired.rule(), "validTo", retired.validTo());
				add("revisions", "steps", 1);
			}
			case Holding holding -> this.touched.add(holding.lot());
			case Tested test -> this.touched.add(test.lot());
			case Corrected correction -> {
				add("corrections", "event", id, "wrong", correction.event().toString());
				TraceEvent wrong = Objects.requireNonNull(facts.event(correction.event()));
				wrong.effect().lots().forEach(this.touched::add);
				wrong.effect().outputs().forEach((out) -> this.touched.add(out.id()));
			}
			default -> {
			}
		}
	}

	/** Under which the event is looked for. */
	private static @Nullable String origin(TraceEvent event) {
		return switch (event) {
			case Starting recall -> recall.origin();
			case Approving approval -> approval.run();
			case Processed step -> Processed.key(step.by(), step.run());
			case LabelsPrinted printed -> Labelling.Sheet.key(printed.by(), printed.sheet().stock());
			case LabelsReprinted again when again.sheet() != null ->
				Labelling.Sheet.key(again.by(), again.sheet().stock());
			default -> null;
		};
	}

	private static @Nullable String standing(TraceEvent event) {
		return switch (event) {
			case CertificateRuled ruled -> ruled.standing().name();
			case BrandRuled ruled -> ruled.standing().name();
			default -> null;
		};
	}

	/**
	 * How lots and runs stand after all of the events, which is the same at the end of
	 * every part.
	 */
	private void state(Facts facts) {
		for (String id : this.runs) {
			LabelRun run = Objects.requireNonNull(facts.run(id));
			add("runs", "id", id, "properties",
					map("number", run.number(), "keyVersion", run.keyVersion(), "count", run.count(), "unitGrams",
							run.unitGrams(), "printed", run.printed().flat(), "spoiled", run.spoiled().flat(),
							"activated", run.activated().flat(), "applied", run.applied().flat(), "voided",
							run.voided().flat(), "destroyed", run.destroyed().flat(), "reprinted",
							run.reprinted().flat()));
			this.touched.add(run.lot());
		}
		for (String id : this.made) {
			if (Objects.requireNonNull(facts.lot(id)).held()) {
				this.rows.getOrDefault("held", List.of()).add(id);
			}
		}
		this.touched.removeAll(this.made);
		for (String id : this.touched) {
			Lot lot = Objects.requireNonNull(facts.lot(id));
			add("balances", "lot", id, "properties", balance(lot));
			this.rows.getOrDefault(lot.held() ? "held" : "freed", List.of()).add(id);
		}
	}

	private static Map<String, @Nullable Object> balance(Lot lot) {
		return map("left", lot.left(), "removed", lot.removed(), "labelled", lot.labelled(), "yielded", lot.yielded(),
				"voided", lot.voided() ? true : null);
	}

	private void add(String list, @Nullable Object... namesAndValues) {
		this.rows.getOrDefault(list, List.of()).add(map(namesAndValues));
	}

	private static Map<String, @Nullable Object> map(@Nullable Object... namesAndValues) {
		Map<String, @Nullable Object> map = new HashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
		}
		return map;
	}

}
