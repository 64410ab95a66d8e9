package org.shenyuan.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.shenyuan.events.Ruling.SignedOff;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.EventJson;
import org.shenyuan.ledger.Finding;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.ledger.Rule;
import org.shenyuan.ledger.RuleBook;
import org.shenyuan.rules.Explanation.Checked;
import org.shenyuan.rules.Explanation.Judged;
import org.shenyuan.rules.Explanation.SignOff;
import org.shenyuan.web.Sentences;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Reads what the rules said on the way to a lot, in one statement. */
@Component
public class Explanations {

	private static final int MOST_EVENTS = 500;

	/**
	 * {@code DISTINCT} right behind the open-ended pattern visits each node once, however
	 * many ways lead to it.
	 */
	private static final Cypher JUDGED = Cypher.of("""
			MATCH (target:Lot {id: $lot})
			MATCH (target)<-[:INPUT|OUTPUT*0..]-(n)
			WITH DISTINCT n
			CALL (n) {
			  WITH n
			  WHERE n:Event
			  RETURN n AS e
			UNION
			  MATCH (n)<-[:ABOUT]-(e:Event)
			  WHERE n:Lot
			  RETURN e
			}
			WITH DISTINCT e
			WHERE e.findings CONTAINS $result
			MATCH (e)-[:BY]->(p:Thing)
			RETURN e {.id, .kind, .at, .corrected, .findings, .hash} AS event, p.name AS by,
			       COLLECT { MATCH (e)-[:OUTPUT|ABOUT]->(l:Lot) RETURN l.id ORDER BY l.id LIMIT 3 } AS lots,
			       COLLECT { MATCH (s:Event {signs: e.id})-[:BY]->(x:Thing) WHERE s.content IS NOT NULL
			                 RETURN [s.content, x.name] ORDER BY s.at, s.id } AS signatures
			ORDER BY e.at, e.id
			LIMIT $limit
			""");

	private final Graph graph;

	private final Lots lots;

	private final Access access;

	private final RuleBook rules;

	private final Sentences sentences;

	Explanations(Graph graph, Lots lots, Access access, RuleBook rules, Sentences sentences) {
		this.graph = graph;
		this.lots = lots;
		this.access = access;
		this.rules = rules;
		this.sentences = sentences;
	}

	/**
	 * In the language of the request.
	 * @throws Refused when there is no such lot for the reader
	 */
	Explanation of(String lot, Author author) {
		this.access.toLot(author, lot);
		if (this.lots.find(lot).isEmpty()) {
			throw Refused.absent("lot", lot);
		}
		List<Judged> found = judged(lot, "");
		boolean more = found.size() > MOST_EVENTS;
		List<Judged> events = more ? found.subList(0, MOST_EVENTS) : found;
		Set<String> readable = this.access.toEvents(author,
				events.stream().map((judged) -> judged.event().toString()).toList());
		return Explanation.of(lot,
				events.stream()
					.map((judged) -> readable.contains(judged.event().toString()) ? judged : judged.withoutNumbers())
					.toList(),
				more);
	}

	/** Every sign-off of something that went into a lot. */
	public List<SignOff> signOffs(String lot) {
		return judged(lot, Finding.Result.SIGNED_OFF.name()).stream()
			.filter((judged) -> !judged.corrected())
			.flatMap((judged) -> judged.checks().stream())
			.map(Checked::signOff)
			.filter(Objects::nonNull)
			.distinct()
			.toList();
	}

	/**
	 * @param result that one of its checks had; empty for any
	 */
	private List<Judged> judged(String lot, String result) {
		// Asked for here: the transaction may run in a thread that knows of no request.
		Locale locale = LocaleContextHolder.getLocale();
		return this.graph.read((tx) -> {
			Map<String, Rule> byId = this.rules.all(tx)
				.stream()
				.collect(Collectors.toMap(Rule::id, Function.identity()));
			return tx.list(JUDGED, Map.of("lot", lot, "limit", MOST_EVENTS + 1, "result", result),
					(row) -> judged(row, byId, locale));
		});
	}

	private Judged judged(Record row, Map<String, Rule> rules, Locale locale) {
		Value event = row.get("event");
		String hash = event.get("hash").asString();
		List<Checked> checks = EventJson.readFindings(event.get("findings").asString())
			.stream()
			.map((finding) -> checked(finding, rules, hash, row.get("signatures"), locale))
			.toList();
		return new Judged(UUID.fromString(event.get("id").asString()), event.get("kind").asString(),
				event.get("at").asZonedDateTime().toOffsetDateTime(), row.get("by").asString(),
				row.get("lots").asList(Value::asString), event.get("corrected").asBoolean(false), checks);
	}

	private Checked checked(Finding finding, Map<String, Rule> rules, String hash, Value signatures, Locale locale) {
		Refusal sentence = finding.sentence();
		Refusal.Cited cited = sentence.cited();
		Rule rule = rules.get(cited.id());
		return new Checked(finding.result(), sentence.key(), this.sentences.check(sentence, locale), sentence.values(),
				cited.id(), (rule != null) ? rule.kind() : null, cited.severity(), cited.certainty(), cited.source(),
				(rule != null) ? rule.validFrom() : null, (rule != null) ? rule.validTo() : null,
				(finding.result() == Finding.Result.SIGNED_OFF) ? signOff(cited.id(), hash, signatures) : null);
	}

	private static @Nullable SignOff signOff(String rule, String hash, Value signatures) {
		for (Value signature : signatures.values()) {
			if (EventJson.read(signature.get(0).asString()) instanceof SignedOff signed && signed.rule().equals(rule)
					&& signed.hash().equals(hash)) {
				return new SignOff(signature.get(1).asString(), signed.at(), signed.reason(), signed.interest());
			}
		}
		return null;
	}

}
