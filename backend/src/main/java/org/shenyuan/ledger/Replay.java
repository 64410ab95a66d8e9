package org.shenyuan.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.shenyuan.events.Labelling.LabelsIssued;
import org.shenyuan.events.Role;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.graph.Tx;
import org.springframework.stereotype.Component;

/**
 * Writes down again what was recorded before, as it was: what each event did to the graph
 * follows from the event, and is worked out by the same code. Nothing is judged anew:
 * what the rules of its day said of it is kept with it.
 */
@Component
public final class Replay {

	/** Its place in the log, instead of that in the order of arrival. */
	private static final Cypher PLACE = Cypher.of("""
			UNWIND $places AS place
			MATCH (e:Event {id: place.id})
			SET e.number = place.number, e.position = place.position
			REMOVE e.unlisted
			""");

	private final Graph graph;

	private final RuleBook rules;

	private final Claims.Reader claims;

	private final List<Consequence> consequences;

	Replay(Graph graph, RuleBook rules, Claims.Reader claims, List<Consequence> consequences) {
		this.graph = graph;
		this.rules = rules;
		this.claims = claims;
		this.consequences = consequences;
	}

	/**
	 * An event as the log has it.
	 *
	 * @param number its place in the log, from 1
	 * @param position among the events that were recorded together
	 * @param findings what the rules said of it
	 */
	public record Logged(long number, Instant recorded, long position, String author, List<Finding> findings,
			TraceEvent event) {
	}

	/** What the codes of a run's labels are made of. */
	public record RunNumber(long number, long keyVersion) {
	}

	/**
	 * Writes events in the order of the log, all of them or none.
	 * @param numbers of runs by their ids
	 * @throws IllegalStateException if one of them is there already
	 */
	public void write(List<Logged> log, Map<String, RunNumber> numbers) {
		this.graph.write((tx) -> {
			List<Rule> rulesByNow = this.rules.all(tx);
			List<Logged> together = new ArrayList<>();
			for (Logged next : log) {
				if (!together.isEmpty() && !together.getLast().author().equals(next.author())) {
					rulesByNow = write(tx, together, numbers, rulesByNow);
					together.clear();
				}
				together.add(next);
			}
			write(tx, together, numbers, rulesByNow);
			List<Map<String, Object>> places = log.stream()
				.map((one) -> Map.<String, Object>of("id", one.event().id().toString(), "number", one.number(),
						"position", one.position()))
				.toList();
			tx.execute(PLACE, Map.of("places", places));
			return log.size();
		});
	}

	/** The events of one author. */
	private List<Rule> write(Tx tx, List<Logged> log, Map<String, RunNumber> numbers, List<Rule> rulesByNow) {
		Appends appends = new Appends(tx);
		Map<UUID, Recorded> answers = claim(appends, log);
		Map<UUID, Logged> byId = new HashMap<>();
		Map<Integer, TraceEvent> events = new LinkedHashMap<>();
		log.forEach((one) -> {
			byId.put(one.event().id(), one);
			events.put(events.size() + 1, one.event());
		});
		List<Rule> rulesNow = rulesByNow;
		for (Map<Integer, TraceEvent> part : Ledger.parts(events)) {
			List<TraceEvent> inOrder = List.copyOf(part.values());
			Logged first = Objects.requireNonNull(byId.get(inOrder.getFirst().id()));
			Facts facts = new Facts(new Author(first.author(), "", Set.of(Role.ADMINISTRATOR)), first.recorded());
			byId.keySet().forEach(facts::knowsId);
			facts.knowsRules(rulesNow);
			LandAppends land = new LandAppends(tx, inOrder);
			land.lock(facts.now());
			appends.load(inOrder, facts, this.claims);
			land.read(facts.land());
			for (TraceEvent event : inOrder) {
				facts.apply(event);
				if (Objects.requireNonNull(answers.get(event.id())).findings().stream().anyMatch(Finding::holds)) {
					facts.hold(event);
				}
				if (event instanceof LabelsIssued issued) {
					RunNumber known = Objects.requireNonNull(numbers.get(issued.run()), issued.run());
					facts.knows(Objects.requireNonNull(facts.run(issued.run()))
						.numbered(known.number(), known.keyVersion()));
				}
			}
			appends.write(Rows.of(inOrder, 0, facts, answers, first.recorded()));
			land.write(facts.land());
			for (TraceEvent event : inOrder) {
				Instant recorded = Objects.requireNonNull(byId.get(event.id())).recorded();
				this.consequences.forEach((consequence) -> consequence.of(tx, event, facts.author(), recorded));
			}
			rulesNow = facts.rules();
		}
		return rulesNow;
	}

	private static Map<UUID, Recorded> claim(Appends appends, List<Logged> log) {
		Map<UUID, Recorded> answers = new HashMap<>();
		List<Appends.Claim> claims = new ArrayList<>();
		for (Logged one : log) {
			Appends.Claim claim = Appends.Claim.of(one.event());
			claims.add(claim);
			answers.put(one.event().id(), new Recorded(one.event().id(), one.event().kind(), one.recorded(),
					claim.hash(), one.findings(), false));
		}
		appends.claim(claims).forEach((id, claimed) -> {
			if (claimed.recorded() != null) {
				throw new IllegalStateException(
						"event " + id + " was there at " + claimed.recorded().atZone(ZoneOffset.UTC));
			}
		});
		return answers;
	}

}
