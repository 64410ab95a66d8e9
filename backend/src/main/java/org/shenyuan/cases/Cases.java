package org.shenyuan.cases;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.shenyuan.cases.Case.Confirmed;
import org.shenyuan.cases.Case.Step;
import org.shenyuan.events.Inquiring.CaseRuled;
import org.shenyuan.events.Inquiring.Progress;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.ledger.EventJson;
import org.springframework.stereotype.Component;

/**
 * The cases that buyers opened. A case is a thing, so that what the authority makes of it
 * is an event about it.
 */
@Component
public class Cases {

	private static final int MOST = 500;

	private static final String SHOWN = """
			RETURN c {.id, .code, .matter, .words, .contact, .opened, .progress} AS case,
			       COLLECT { MATCH (c)<-[:CONCERNS]-(e:Event)
			                 RETURN [e.content, e.author] ORDER BY e.recorded, e.position } AS steps
			""";

	/** Sent twice, it is one case. */
	private static final Cypher OPEN = Cypher.of("""
			MERGE (c:Thing {id: $file})
			ON CREATE SET c:Case, c += $properties
			""");

	private static final Cypher ONE = Cypher.of("""
			MATCH (c:Thing {id: $file})
			WHERE c:Case
			""" + SHOWN);

	private static final Cypher ALL = Cypher.of("""
			MATCH (c:Case)
			WHERE c.opened IS NOT NULL AND ($everything OR c.progress IN ['OPEN', 'LOOKING'])
			WITH c
			ORDER BY c.opened DESC
			LIMIT $limit
			""" + SHOWN);

	private static final Cypher CONFIRMED = Cypher.of("""
			MATCH (c:Case {code: $code})
			WHERE c.progress = 'CONFIRMED'
			MATCH (c)<-[:CONCERNS]-(e:Event)
			RETURN e.content AS content
			ORDER BY e.recorded DESC, e.position DESC
			LIMIT 1
			""");

	private final Graph graph;

	private final Clock clock;

	Cases(Graph graph, Clock clock) {
		this.graph = graph;
		this.clock = clock;
	}

	/**
	 * Opens a case.
	 * @param file its number, made when the form was shown
	 * @param county where the goods grew, empty when that is not known
	 */
	public void open(String file, String code, String matter, String words, @Nullable String contact, String county) {
		Map<String, Object> known = Map.of("code", code, "matter", matter, "words", words, "progress",
				Progress.OPEN.name(), "opened", this.clock.instant().atZone(ZoneOffset.UTC), "county", county);
		Map<String, Object> properties = new HashMap<>(known);
		if (contact != null) {
			properties.put("contact", contact);
		}
		this.graph.write((tx) -> {
			tx.execute(OPEN, Map.of("file", file, "properties", properties));
			return file;
		});
	}

	public Optional<Case> find(String file) {
		return this.graph.read((tx) -> tx.one(ONE, Map.of("file", file), Cases::read));
	}

	/** What the authority confirmed of a code, if anything. */
	public Optional<Confirmed> confirmed(String code) {
		return this.graph.read((tx) -> tx.one(CONFIRMED, Map.of("code", code), (row) -> {
			CaseRuled ruled = (CaseRuled) EventJson.read(row.get("content").asString());
			return new Confirmed(ruled.at(), ruled.reason());
		}));
	}

	/** The latest first, at most 500; those that are decided only if asked for. */
	List<Case> all(boolean everything) {
		return this.graph.read((tx) -> tx.list(ALL, Map.of("everything", everything, "limit", MOST), Cases::read));
	}

	private static Case read(Record row) {
		Value found = row.get("case");
		return new Case(found.get("id").asString(), found.get("code").asString(), found.get("matter").asString(),
				found.get("words").asString(), found.get("contact").asString(null),
				found.get("opened").asZonedDateTime().toInstant(), Progress.valueOf(found.get("progress").asString()),
				row.get("steps").asList((step) -> {
					CaseRuled ruled = (CaseRuled) EventJson.read(step.get(0).asString());
					return new Step(ruled.at(), ruled.progress(), ruled.reason(), step.get(1).asString());
				}));
	}

}
