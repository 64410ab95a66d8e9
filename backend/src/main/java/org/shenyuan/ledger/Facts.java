package org.shenyuan.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Effect.Portion;
import org.shenyuan.events.Testing.Tested;
import org.shenyuan.events.TraceEvent;

/**
 * What the graph says of everything that some events name, read once under the lock; then
 * moved along in memory by each event that is accepted, so that a file of thousands is
 * judged without a further question.
 */
public final class Facts {

	private final Author author;

	private final Instant now;

	private final Map<String, Lot> lots = new LinkedHashMap<>();

	private final Map<String, Thing> things = new HashMap<>();

	private final Map<String, LabelRun> runs = new LinkedHashMap<>();

	private final Map<UUID, TraceEvent> events = new HashMap<>();

	private final Set<UUID> ids = new HashSet<>();

	private final Set<UUID> corrected = new HashSet<>();

	private final Map<String, List<Rule>> rulesByKind = new TreeMap<>();

	private final Map<UUID, Set<String>> signedOff = new HashMap<>();

	private final Map<String, List<Spraying>> sprayings = new HashMap<>();

	private final Map<String, LocalDate> lastDug = new HashMap<>();

	private final Map<String, Claims> claims = new HashMap<>();

	private final Map<String, List<TraceEvent>> rulings = new HashMap<>();

	private final Map<String, Long> branded = new HashMap<>();

	private final Laboratory laboratory = new Laboratory();

	private final Lineage lineage = new Lineage();

	private final Map<UUID, String> authors = new HashMap<>();

	private final Map<String, OpenRecall> recalls = new HashMap<>();

	private final Land land = new Land();

	public Facts(Author author, Instant now) {
		this.author = author;
		this.now = now;
	}

	public Author author() {
		return this.author;
	}

	public Instant now() {
		return this.now;
	}

	public @Nullable Lot lot(String id) {
		return this.lots.get(id);
	}

	public @Nullable Thing thing(@Nullable String id) {
		return this.things.get(id);
	}

	public @Nullable LabelRun run(String id) {
		return this.runs.get(id);
	}

	/** An earlier event that a correction names. */
	public @Nullable TraceEvent event(UUID id) {
		return this.events.get(id);
	}

	/** The same for an id as it was written; null also for what is no id. */
	public @Nullable TraceEvent event(String id) {
		return this.events.values()
			.stream()
			.filter((known) -> known.id().toString().equals(id))
			.findFirst()
			.orElse(null);
	}

	/** Whether an event is recorded, or is in the same file. */
	boolean isThere(UUID event) {
		return this.ids.contains(event);
	}

	/** Whether it was taken back, has ended (a recall) or is used (an approval). */
	public boolean isCorrected(UUID event) {
		return this.corrected.contains(event);
	}

	/** Who recorded an event that another one names; null when that is not known. */
	public @Nullable String authorOf(UUID event) {
		return this.authors.get(event);
	}

	/** The lots under a hold from which this one was made, itself included. */
	public Set<String> holdsOn(String lot) {
		return this.lineage.holdsOn(lot, this.lots);
	}

	/** The origins of the recalls that a lot is under, as {@code LOT SEED-1}. */
	public Set<String> recallsOn(String lot) {
		return this.lineage.recallsOn(lot);
	}

	/** A recall that has not ended. */
	public record OpenRecall(String id, ZonedDateTime since) {
	}

	/** The open recall that starts at the same source. */
	public @Nullable OpenRecall recall(String origin) {
		return this.recalls.get(origin);
	}

	/** The rules of a kind that are in force on the day of an event. */
	public List<Rule> rules(String kind, TraceEvent event) {
		return RuleBook.inForce(rulesOf(kind), kind, event.at().toLocalDate()).toList();
	}

	/** The rules of a kind about a subject that are in force on the day of an event. */
	public List<Rule> rules(String kind, String subject, TraceEvent event) {
		return rules(kind, event).stream().filter((rule) -> rule.subject().equals(subject)).toList();
	}

	public @Nullable Rule rule(String id) {
		return rules().stream().filter((rule) -> rule.id().equals(id)).findFirst().orElse(null);
	}

	boolean isSignedOff(TraceEvent event, Rule rule) {
		return this.signedOff.getOrDefault(event.id(), Set.of())
			.contains(rule.id() + " " + EventJson.hash(EventJson.write(event)));
	}

	/** A day on which something with a waiting time was applied to a standing crop. */
	public record Spraying(LocalDate day, String activeIngredient) {
	}

	public List<Spraying> sprayings(String stand) {
		return this.sprayings.getOrDefault(stand, List.of());
	}

	/** The last day on which roots were dug on a plot before the events at hand. */
	public @Nullable LocalDate lastDug(String plot) {
		return this.lastDug.get(plot);
	}

	/** What a lot may claim; known for lots for which labels are asked. */
	public @Nullable Claims claims(String lot) {
		return this.claims.get(lot);
	}

	/** Parcels, what lies on them, and certificates over them. */
	public Land land() {
		return this.land;
	}

	/** Every rule of a kind, also those that ended or have yet to begin. */
	public List<Rule> rulesOf(String kind) {
		return List.copyOf(this.rulesByKind.getOrDefault(kind, List.of()));
	}

	List<Rule> rules() {
		return this.rulesByKind.values().stream().flatMap(List::stream).toList();
	}

	/**
	 * Grams of roots as dug that went into portions of lots, over however many steps; 0
	 * when that is not known of each of them.
	 */
	public double fresh(List<Portion> portions) {
		double fresh = 0;
		for (Portion portion : portions) {
			Lot lot = this.lots.get(portion.lot());
			if (lot == null || lot.fresh() == 0) {
				return 0;
			}
			fresh += lot.freshIn(portion.grams());
		}
		return fresh;
	}

	void knowsRules(List<Rule> all) {
		all.forEach((rule) -> this.rulesByKind.computeIfAbsent(rule.kind(), (kind) -> new ArrayList<>()).add(rule));
	}

	void knowsSignOff(UUID event, String ruleAndHash) {
		this.signedOff.computeIfAbsent(event, (id) -> new HashSet<>()).add(ruleAndHash);
	}

	void knowsSpraying(String stand, Spraying spraying) {
		this.sprayings.computeIfAbsent(stand, (id) -> new ArrayList<>()).add(spraying);
	}

	void knowsDug(String plot, LocalDate day) {
		this.lastDug.merge(plot, day, (one, other) -> one.isAfter(other) ? one : other);
	}

	void knowsRuling(String thing, TraceEvent event) {
		this.rulings.computeIfAbsent(thing, (id) -> new ArrayList<>()).add(event);
	}

	void knowsBranded(String authorisation, long grams) {
		this.branded.merge(authorisation, grams, Long::sum);
	}

	void knowsClaims(String lot, Claims value) {
		this.claims.put(lot, value);
	}

	/** What was ruled on a variety or an authorisation so far, in no order. */
	public List<TraceEvent> rulings(String thing) {
		return this.rulings.getOrDefault(thing, List.of());
	}

	/** Grams that carry a brand under an authorisation; labels that are void do not. */
	public long branded(String authorisation) {
		return this.branded.getOrDefault(authorisation, 0L);
	}

	/** What was drawn and found before the events at hand, as far as they need it. */
	public Laboratory laboratory() {
		return this.laboratory;
	}

	/** Stops what an event made, or tested. */
	void hold(TraceEvent event) {
		event.effect().outputs().forEach((out) -> change(out.id(), (lot) -> lot.held(true)));
		if (event instanceof Tested test) {
			change(test.lot(), (lot) -> lot.held(true));
		}
	}

	Collection<Lot> lots() {
		return this.lots.values();
	}

	Collection<LabelRun> runs() {
		return this.runs.values();
	}

	void knows(Lot lot) {
		this.lots.put(lot.id(), lot);
	}

	void knows(Thing thing) {
		this.things.put(thing.id(), thing);
	}

	void knows(LabelRun run) {
		this.runs.put(run.id(), run);
	}

	void knows(TraceEvent event, String by, boolean isCorrected) {
		this.events.put(event.id(), event);
		this.authors.put(event.id(), by);
		if (isCorrected) {
			this.corrected.add(event.id());
		}
	}

	void knowsId(UUID event) {
		this.ids.add(event);
	}

	void knowsRecall(String origin, OpenRecall open) {
		this.recalls.put(origin, open);
	}

	Lineage lineage() {
		return this.lineage;
	}

	/** Moves on as if the event had been written. */
	void apply(TraceEvent event) {
		new Onward(this).apply(event);
		this.land.apply(event, this);
		this.events.put(event.id(), event);
		this.authors.put(event.id(), this.author.name());
	}

	/**
	 * @return whether it was not known to be taken back, ended or used up before
	 */
	boolean knowsCorrected(UUID event) {
		return this.corrected.add(event);
	}

	/** A rule holds until a day and no longer. */
	void knowsEnd(String rule, LocalDate validTo) {
		this.rulesByKind.values()
			.forEach((rules) -> rules.replaceAll((known) -> known.id().equals(rule) ? known.until(validTo) : known));
	}

	void change(String lot, UnaryOperator<Lot> change) {
		this.lots.computeIfPresent(lot, (id, known) -> change.apply(known));
	}

}
