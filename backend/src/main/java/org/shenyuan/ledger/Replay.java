package org.shenyuan.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.shenyuan.events.Labelling.LabelsIssued;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.graph.Graph;
import org.springframework.stereotype.Component;

/**
 * Writes down again what was recorded before, as it was: what each event did to the graph
 * follows from the event, and is worked out by the same code. Nothing is judged anew:
 * what the rules of its day said of it is kept with it, and every {@link Consequence}
 * beside it.
 */
@Component
public final class Replay {

	private final Graph graph;

	Replay(Graph graph) {
		this.graph = graph;
	}

	/**
	 * An event as the log has it.
	 *
	 * @param number its place in the log, from 1
	 * @param position among the events that were recorded together
	 * @param findings what the rules said of it
	 */
	public record Logged(long number, Instant recorded, long position, String author, List<Finding> findings,
			String hash, TraceEvent event) {

		private Recorded answer() {
			return new Recorded(this.event.id(), this.event.kind(), this.recorded, this.hash, this.findings, false);
		}

		private Rows.Place place() {
			return new Rows.Place(this.author, this.position, this.number, null);
		}

	}

	/** What the codes of a run's labels are made of. */
	public record RunNumber(long number, long keyVersion) {
	}

	/**
	 * Writes events in the order of the log, all of them or none. Nobody else writes
	 * meanwhile.
	 * @param numbers of the runs that begin with them, by their ids
	 * @throws IllegalStateException if one of them is there already
	 */
	public void write(List<Logged> log, Map<String, RunNumber> numbers) {
		this.graph.write((tx) -> {
			Appends appends = new Appends(tx);
			claim(appends, log);
			List<TraceEvent> events = log.stream().map(Logged::event).toList();
			Facts facts = new Facts(new Author("", "", Set.of()), log.getFirst().recorded());
			LandAppends land = new LandAppends(tx, events);
			land.lock(facts.now());
			appends.loadUnlocked(events, facts);
			land.read(facts.land());
			log.forEach((one) -> apply(one, facts, numbers));
			Map<UUID, Recorded> answers = new HashMap<>();
			log.forEach((one) -> answers.put(one.event().id(), one.answer()));
			appends.write(Rows.of(events, facts, answers, log.stream().map(Logged::place).toList()));
			land.write(facts.land());
			return log.size();
		});
	}

	private static void claim(Appends appends, List<Logged> log) {
		List<Appends.Claim> claims = log.stream()
			.map((one) -> new Appends.Claim(one.event().id().toString(), one.hash()))
			.toList();
		appends.claim(claims).forEach((id, claimed) -> {
			if (claimed.recorded() != null) {
				throw new IllegalStateException("event " + id + " was there at " + claimed.recorded());
			}
		});
	}

	private static void apply(Logged one, Facts facts, Map<String, RunNumber> numbers) {
		facts.apply(one.event());
		if (one.findings().stream().anyMatch(Finding::holds)) {
			facts.hold(one.event());
		}
		if (one.event() instanceof LabelsIssued issued) {
			RunNumber known = Objects.requireNonNull(numbers.get(issued.run()), issued.run());
			facts.knows(Objects.requireNonNull(facts.run(issued.run())).numbered(known.number(), known.keyVersion()));
		}
	}

}
