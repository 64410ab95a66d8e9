package org.shenyuan.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import org.neo4j.driver.exceptions.ClientException;
import org.shenyuan.events.Recalling;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.graph.Graph;
import org.shenyuan.graph.Tx;
import org.springframework.stereotype.Component;

/**
 * The one way in which anything is recorded: all of the given events in one transaction,
 * or none. Sending the same events again gives the same answers and changes nothing.
 */
@Component
public final class Ledger {

	private static final int ROWS_A_STATEMENT = 1000;

	private static final int REASONS_SHOWN = 100;

	private final Graph graph;

	private final FieldChecks fields;

	private final List<Check> checks;

	private final KeyVersion keyVersion;

	private final RuleBook rules;

	private final Claims.Reader claims;

	private final List<Consequence> consequences;

	private final Unsigned unsigned;

	private final Clock clock;

	private final Tally tally;

	Ledger(Graph graph, FieldChecks fields, List<Check> checks, KeyVersion keyVersion, RuleBook rules,
			Claims.Reader claims, List<Consequence> consequences, Unsigned unsigned, Clock clock, Tally tally) {
		this.graph = graph;
		this.fields = fields;
		this.checks = checks;
		this.keyVersion = keyVersion;
		this.rules = rules;
		this.claims = claims;
		this.consequences = consequences;
		this.unsigned = unsigned;
		this.clock = clock;
		this.tally = tally;
	}

	/**
	 * @throws Refused with every reason, when it may not be recorded
	 */
	public Recorded append(Author author, TraceEvent event) {
		stopIf(this.fields.check(event));
		try {
			return append(author, List.of(event), false, false).getFirst();
		}
		catch (Refused refused) {
			this.unsigned.note(author, event, refused.refusals());
			throw refused;
		}
	}

	/**
	 * Records a file.
	 * @throws Refused with the reasons of every line, when one of them may not be
	 * recorded: first of all that cannot be read or is misshapen, and when there is none,
	 * of what the graph says
	 */
	public List<Recorded> appendAll(Author author, SeasonFile file) {
		stopIf(misshapen(file));
		return append(author, List.copyOf(file.events().values()), true, false);
	}

	/**
	 * Says what {@link #appendAll} would answer at this moment, and leaves no trace.
	 * @throws Refused as it would
	 */
	public List<Recorded> rehearse(Author author, SeasonFile file) {
		stopIf(misshapen(file));
		try {
			return append(author, List.copyOf(file.events().values()), true, true);
		}
		catch (Rehearsed done) {
			return done.answers;
		}
	}

	/**
	 * Says what {@link #append} would answer at this moment, and leaves no trace.
	 * @throws Refused as it would
	 */
	public Recorded rehearse(Author author, TraceEvent event) {
		stopIf(this.fields.check(event));
		try {
			return append(author, List.of(event), false, true).getFirst();
		}
		catch (Rehearsed done) {
			return done.answers.getFirst();
		}
	}

	private List<Refusal> misshapen(SeasonFile file) {
		List<Refusal> misshapen = new ArrayList<>(file.unreadable());
		file.events()
			.forEach((line, event) -> this.fields.check(event)
				.forEach((refusal) -> misshapen.add(refusal.onLine(line))));
		misshapen.sort(Comparator.comparing((refusal) -> Objects.requireNonNullElse(refusal.line(), 0)));
		return misshapen;
	}

	private List<Recorded> append(Author author, List<TraceEvent> events, boolean asFile, boolean rehearsal) {
		for (int attempt = 1;; attempt++) {
			try {
				List<Recorded> all = this.graph.write((tx) -> {
					List<Recorded> answers = record(tx, author, events, asFile);
					if (rehearsal) {
						throw new Rehearsed(answers);
					}
					return answers;
				});
				this.tally.recorded(events, all);
				return all;
			}
			catch (ClientException ex) {
				// Another writer took a number between our look and our write. Look
				// again.
				if (attempt == 3 || !ex.code().endsWith("ConstraintValidationFailed")) {
					throw ex;
				}
			}
		}
	}

	private List<Recorded> record(Tx tx, Author author, List<TraceEvent> events, boolean asFile) {
		Appends appends = new Appends(tx);
		Instant now = now();
		Map<UUID, Recorded> answers = new HashMap<>();
		List<Refusal> refusals = new ArrayList<>();
		Map<Integer, TraceEvent> fresh = claim(appends, events, now, answers, refusals, asFile);
		int position = 0;
		List<Rule> rulesByNow = this.rules.all(tx);
		for (Map<Integer, TraceEvent> part : parts(fresh)) {
			Facts facts = new Facts(author, now);
			events.forEach((event) -> facts.knowsId(event.id()));
			facts.knowsRules(rulesByNow);
			recordPart(tx, part, position, facts, answers, refusals, asFile);
			rulesByNow = facts.rules();
			stopIf(refusals);
			position += part.size();
		}
		stopIf(refusals);
		return events.stream().map((event) -> Objects.requireNonNull(answers.get(event.id()))).toList();
	}

	/**
	 * An event that is judged by what the graph says of its ancestors begins a new part,
	 * so that the lines before it are written by then; and so does what follows a recall,
	 * which changes what the graph says of everything downstream.
	 */
	static List<Map<Integer, TraceEvent>> parts(Map<Integer, TraceEvent> events) {
		List<Map<Integer, TraceEvent>> parts = new ArrayList<>();
		TraceEvent before = null;
		for (Map.Entry<Integer, TraceEvent> next : events.entrySet()) {
			TraceEvent event = next.getValue();
			if (before == null || before instanceof Recalling || Readings.claiming(event).findAny().isPresent()) {
				parts.add(new LinkedHashMap<>());
			}
			parts.getLast().put(next.getKey(), event);
			before = event;
		}
		return parts;
	}

	private void recordPart(Tx tx, Map<Integer, TraceEvent> part, int position, Facts facts,
			Map<UUID, Recorded> answers, List<Refusal> refusals, boolean asFile) {
		Appends appends = new Appends(tx);
		LandAppends land = new LandAppends(tx, part.values());
		land.lock(facts.now());
		appends.load(part.values(), facts, this.claims);
		land.read(facts.land());
		part.forEach((line, event) -> {
			Judgement judgement = new Judgement(event, facts);
			this.checks.forEach((check) -> check.check(event, facts, judgement));
			judgement.all().forEach((refusal) -> refusals.add(asFile ? refusal.onLine(line) : refusal));
			answers.computeIfPresent(event.id(), (id, answer) -> answer.with(judgement.findings()));
			// A refused line moves the facts as well, so that the next lines are not
			// blamed for it.
			facts.apply(event);
			if (judgement.holds()) {
				facts.hold(event);
			}
		});
		if (refusals.isEmpty()) {
			number(appends, facts);
			Instant settled = now();
			List<TraceEvent> accepted = List.copyOf(part.values());
			for (int from = 0; from < accepted.size(); from += ROWS_A_STATEMENT) {
				int to = Math.min(accepted.size(), from + ROWS_A_STATEMENT);
				List<Rows.Place> places = IntStream.range(from, to)
					.mapToObj((i) -> new Rows.Place(facts.author().name(), (long) position + i, null, settled))
					.toList();
				appends.write(Rows.of(accepted.subList(from, to), facts, answers, places));
			}
			land.write(facts.land());
			accepted.forEach((event) -> this.consequences
				.forEach((consequence) -> consequence.of(tx, event, facts.author(), facts.now())));
		}
	}

	/** Fills in the answers, and gives back what is to be recorded, by line. */
	private static Map<Integer, TraceEvent> claim(Appends appends, List<TraceEvent> events, Instant now,
			Map<UUID, Recorded> answers, List<Refusal> refusals, boolean asFile) {
		List<Appends.Claim> claims = events.stream().map(Appends.Claim::of).toList();
		Map<UUID, Appends.Claimed> claimed = appends.claim(claims);
		Map<Integer, TraceEvent> fresh = new LinkedHashMap<>();
		for (int i = 0; i < events.size(); i++) {
			TraceEvent event = events.get(i);
			Appends.Claimed first = Objects.requireNonNull(claimed.get(event.id()));
			String hash = claims.get(i).hash();
			if (!first.hash().equals(hash)) {
				Refusal conflict = Refusal.of("event.conflict", "id", "id", event.id().toString(), "recorded",
						first.hash(), "sent", hash);
				refusals.add(asFile ? conflict.onLine(i + 1) : conflict);
				continue;
			}
			Instant before = first.recorded();
			Recorded answer = new Recorded(event.id(), event.kind(), (before != null) ? before : now, hash,
					first.findings(), before != null);
			if (answers.putIfAbsent(event.id(), answer) == null && before == null) {
				fresh.put(i + 1, event);
			}
		}
		return fresh;
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private void number(Appends appends, Facts facts) {
		List<LabelRun> unnumbered = facts.runs().stream().filter((run) -> run.number() == 0).toList();
		if (!unnumbered.isEmpty()) {
			long next = appends.numbers(unnumbered.size(), facts) - unnumbered.size();
			for (LabelRun run : unnumbered) {
				next++;
				facts.knows(run.numbered(next, this.keyVersion.newest()));
			}
		}
	}

	private void stopIf(List<Refusal> refusals) {
		if (!refusals.isEmpty()) {
			this.tally.refused(refusals);
			throw new Refused(refusals.subList(0, Math.min(REASONS_SHOWN, refusals.size())));
		}
	}

	/** Ends a transaction whose answers are all that was wanted. */
	private static final class Rehearsed extends RuntimeException {

		private final transient List<Recorded> answers;

		Rehearsed(List<Recorded> answers) {
			super(null, null, false, false);
			this.answers = answers;
		}

	}

	/** Which label key new runs are made with. */
	@FunctionalInterface
	public interface KeyVersion {

		int newest();

	}

}
