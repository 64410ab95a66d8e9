package org.shenyuan.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.shenyuan.events.Severity;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.springframework.stereotype.Component;

/**
 * What was refused by nothing but rules that an expert may let pass, so that the expert
 * finds it. It is a note about a record that there is none of: it goes when the record is
 * there, or when nobody has asked for ninety days.
 */
@Component
public class Unsigned {

	private static final Duration PATIENCE = Duration.ofDays(90);

	private static final Cypher NOTE = Cypher.of("""
			MERGE (u:Unsigned {id: $id})
			SET u.hash = $hash, u.kind = $kind, u.at = $at, u.party = $party, u.author = $author, u.asked = $now,
			    u.findings = $findings
			WITH u
			MATCH (old:Unsigned)
			WHERE old.asked < $stale
			DELETE old
			""");

	/** An index finds the few that there are; whether each still waits is looked up. */
	private static final Cypher WAITING = Cypher.of("""
			MATCH (u:Unsigned)
			WHERE u.asked >= $stale
			  AND NOT EXISTS { MATCH (e:Event) WHERE e.id = u.id }
			WITH u
			ORDER BY u.asked DESC, u.id
			LIMIT 100
			OPTIONAL MATCH (p:Thing {id: u.party})
			RETURN u, p.name AS partyName, COLLECT {
			  MATCH (s:Event) WHERE s.signs = u.id RETURN s.signedRule
			} AS signed
			ORDER BY u.asked DESC, u.id
			""");

	private final Graph graph;

	private final Clock clock;

	Unsigned(Graph graph, Clock clock) {
		this.graph = graph;
		this.clock = clock;
	}

	/**
	 * A record that waits.
	 *
	 * @param open what stops it and is not signed off yet: each names the rule
	 */
	public record Waiting(String id, String hash, String kind, OffsetDateTime at, String author, String party,
			ZonedDateTime asked, List<Refusal> open) {
	}

	/** The latest first, at most a hundred. */
	public List<Waiting> all() {
		return this.graph.read((tx) -> tx.list(WAITING, Map.of("stale", stale()), Unsigned::waiting))
			.stream()
			.filter((waiting) -> !waiting.open().isEmpty())
			.toList();
	}

	/** Notes a record, when experts alone can let it pass. */
	void note(Author author, TraceEvent event, List<Refusal> refusals) {
		String severity = Severity.SIGN_OFF.name();
		if (!refusals.stream().allMatch((one) -> one.rule() != null && one.rule().severity().equals(severity))) {
			return;
		}
		List<Finding> findings = refusals.stream().map((one) -> new Finding(Finding.Result.HELD, one)).toList();
		Map<String, Object> note = Map.of("id", event.id().toString(), "hash", EventJson.hash(EventJson.write(event)),
				"kind", event.kind(), "at", event.at(), "party", event.by(), "author", author.name(), "now", now(),
				"stale", stale(), "findings", EventJson.writeFindings(findings));
		this.graph.write((tx) -> {
			tx.execute(NOTE, note);
			return event;
		});
	}

	private static Waiting waiting(Record row) {
		Value note = row.get("u");
		List<String> signed = row.get("signed").asList(Value::asString);
		String hash = note.get("hash").asString();
		List<Refusal> open = EventJson.readFindings(note.get("findings").asString())
			.stream()
			.map(Finding::sentence)
			.filter((one) -> !signed.contains(one.cited().id() + " " + hash))
			.toList();
		return new Waiting(note.get("id").asString(), hash, note.get("kind").asString(),
				note.get("at").asOffsetDateTime(), note.get("author").asString(), row.get("partyName").asString(""),
				note.get("asked").asZonedDateTime(), open);
	}

	private ZonedDateTime stale() {
		return now().minus(PATIENCE);
	}

	private ZonedDateTime now() {
		return this.clock.instant().atZone(ZoneOffset.UTC);
	}

}
