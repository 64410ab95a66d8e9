package org.shenyuan.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.shenyuan.events.LotKind;
import org.shenyuan.events.Registering.ParcelSurveyed;
import org.shenyuan.events.Sorting;
import org.shenyuan.events.NewThing.Link;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Tx;

/**
 * The statements of the append. The order is the safety: claim the event's id, take the
 * write lock of every lot in id order, and only then read what is left.
 */
final class Appends {

	private static final Cypher CLAIM = Cypher.of("""
			UNWIND $claims AS claim
			MERGE (e:Event {id: claim.id})
			ON CREATE SET e.hash = claim.hash
			RETURN e.id AS id, e.hash AS hash, e.recorded AS recorded, e.findings AS findings
			""");

	/** The lots that are named, or whose labels or events are. */
	private static final String NAMED = """
			CALL () {
			  UNWIND $named.lots AS id
			  MATCH (l:Lot {id: id})
			  RETURN l
			UNION
			  UNWIND $named.runs AS id
			  MATCH (:Run {id: id})-[:LABELS]->(l:Lot)
			  RETURN l
			UNION
			  UNWIND $named.corrected AS id
			  MATCH (:Event {id: id})<-[:INPUT]-(l:Lot)
			  RETURN l
			UNION
			  UNWIND $named.corrected AS id
			  MATCH (:Event {id: id})-[:OUTPUT|ABOUT]->(l:Lot)
			  RETURN l
			}
			""";

	private static final Cypher LOCK = Cypher.of(NAMED + """
			WITH l, l.id AS id
			ORDER BY id
			SET l.touched = $now
			RETURN id
			""");

	private static final Cypher UNLOCKED = Cypher.of(NAMED + """
			RETURN l, l:Held AS held
			""");

	/** Behind the lots, so that what was used under an authorisation is read in peace. */
	private static final Cypher LOCK_AUTHORISATIONS = Cypher.of("""
			UNWIND $authorisations AS id
			MATCH (a:Thing {id: id})
			WITH a, id
			ORDER BY id
			SET a.touched = $now
			""");

	private static final Cypher LOTS = Cypher.of("""
			UNWIND $lots AS id
			MATCH (l:Lot {id: id})
			RETURN l, l:Held AS held
			""");

	static final Cypher THINGS = Cypher
		.of("""
				UNWIND $things AS id
				MATCH (t:Thing {id: id})
				RETURN t, labels(t) AS labels,
				       COLLECT { MATCH (t)-[r:IN|ON|RUN_BY|COVERS|ISSUED|AUTHORISES|FROM]->(o:Thing) RETURN [type(r), o.id] } AS links
				""");

	private static final Cypher RUNS = Cypher.of("""
			UNWIND $runs AS id
			MATCH (r:Run {id: id})-[:LABELS]->(l:Lot)
			RETURN r, l.id AS lot, l.holder AS holder, r:Recalled AS recalled
			""");

	private static final Cypher CORRECTED = Cypher.of("""
			UNWIND $corrected AS id
			MATCH (e:Event {id: id})
			WHERE e.content IS NOT NULL
			RETURN e.content AS content, e.author AS author, coalesce(e.corrected, e.ended, false) AS over
			""");

	private static final Cypher THERE = Cypher.of("""
			UNWIND $replacing AS id
			MATCH (e:Event {id: id})
			WHERE e.content IS NOT NULL
			RETURN id
			""");

	/**
	 * What is held or recalled of that from which each lot was made; answers at once when
	 * nothing is. A crop is recalled as well when work that was done on it is.
	 */
	private static final Cypher UPSTREAM = Cypher.of("""
			CALL () {
			  MATCH (h:Held)
			  RETURN count(h) AS held
			}
			CALL () {
			  MATCH (c:Recalled)
			  RETURN count(c) AS recalled
			}
			WITH held, recalled
			WHERE held > 0 OR recalled > 0 OR size($holding) > 0
			UNWIND $lots AS id
			CALL (id) {
			  MATCH (:Lot {id: id})<-[:INPUT|OUTPUT*0..]-(n)
			  WITH DISTINCT n
			  WHERE n:Held OR n:Recalled OR n.id IN $holding
			  RETURN n
			UNION
			  MATCH (:Lot {id: id})<-[:ABOUT]-(n:Recalled)
			  WHERE n.kind = 'fieldWorked'
			  RETURN n
			}
			RETURN id, n.id AS source, n:Held OR n.id IN $holding AS held,
			       COLLECT { MATCH (n)<-[:RECALLS]-(r:Event) WHERE r.ended IS NULL RETURN r.origin } AS recalls
			""");

	private static final Cypher RECALLS = Cypher.of("""
			UNWIND $origins AS origin
			MATCH (e:Event {origin: origin})
			WHERE e.kind = 'recalled' AND e.ended IS NULL
			RETURN origin, e.id AS id, e.at AS at
			""");

	private static final Cypher NUMBERS = Cypher.of("""
			MERGE (c:Counter {name: 'run'})
			SET c.touched = $now
			WITH c
			SET c.value = coalesce(c.value, 0) + $count
			RETURN c.value AS last
			""");

	/** The wish to record an event under its id. */
	record Claim(String id, String hash) {

		static Claim of(TraceEvent event) {
			return new Claim(event.id().toString(), EventJson.hash(EventJson.write(event)));
		}

	}

	/** What stands under an id: recorded earlier, or (recorded is null) just claimed. */
	record Claimed(String hash, @Nullable Instant recorded, List<Finding> findings) {
	}

	private final Tx tx;

	Appends(Tx tx) {
		this.tx = tx;
	}

	/**
	 * Claims in id order, so that two files with the same events do not wait for each
	 * other.
	 */
	Map<UUID, Claimed> claim(List<Claim> claims) {
		Map<UUID, Claimed> claimed = new HashMap<>();
		List<Map<String, String>> rows = claims.stream()
			.sorted(Comparator.comparing(Claim::id))
			.map((claim) -> Map.of("id", claim.id(), "hash", claim.hash()))
			.toList();
		this.tx.each(CLAIM, Map.of("claims", rows), (row) -> {
			Value recorded = row.get("recorded");
			claimed.put(UUID.fromString(row.get("id").asString()),
					new Claimed(row.get("hash").asString(),
							recorded.isNull() ? null : recorded.asZonedDateTime().toInstant(),
							EventJson.readFindings(row.get("findings").asString(null))));
		});
		return claimed;
	}

	/** Locks, then reads. */
	void load(Collection<TraceEvent> events, Facts facts, Claims.Reader claims) {
		Named named = Named.by(events);
		Object now = facts.now().atZone(ZoneOffset.UTC);
		List<String> locked = lock(named, now);
		if (!named.authorisations().isEmpty()) {
			this.tx.execute(LOCK_AUTHORISATIONS, Map.of("authorisations", named.authorisations(), "now", now));
		}
		if (!locked.isEmpty()) {
			this.tx.each(LOTS, Map.of("lots", locked), (row) -> facts.knows(lot(row)));
		}
		this.tx.each(THINGS, Map.of("things", named.things()), (row) -> facts.knows(thing(row)));
		loadChanging(named, facts);
		if (!named.replacing().isEmpty()) {
			this.tx.each(THERE, Map.of("replacing", named.replacing()),
					(row) -> facts.knowsId(UUID.fromString(row.get("id").asString())));
		}
		new Readings(this.tx, facts).of(events, claims);
		if (!named.origins().isEmpty()) {
			this.tx.each(RECALLS, Map.of("origins", named.origins()),
					(row) -> facts.knowsRecall(row.get("origin").asString(),
							new Facts.OpenRecall(row.get("id").asString(), row.get("at").asZonedDateTime())));
		}
		if (!locked.isEmpty()) {
			this.tx.each(UPSTREAM, Map.of("lots", locked, "holding", named.holding()),
					(row) -> facts.lineage()
						.knows(row.get("id").asString(), row.get("source").asString(), row.get("held").asBoolean(),
								row.get("recalls").asList(Value::asString)));
		}
	}

	private List<String> lock(Named named, Object now) {
		boolean none = named.lots().isEmpty() && named.runs().isEmpty() && named.corrected().isEmpty();
		return none ? List.of()
				: this.tx.list(LOCK, Map.of("named", lockable(named), "now", now), (row) -> row.get("id").asString());
	}

	/**
	 * Reads what decides about what events do to the graph, and nothing of what decides
	 * whether they may; for one who writes alone.
	 */
	void loadUnlocked(Collection<TraceEvent> events, Facts facts) {
		Named named = Named.by(events);
		this.tx.each(UNLOCKED, Map.of("named", lockable(named)), (row) -> facts.knows(lot(row)));
		List<String> parcels = events.stream()
			.filter(ParcelSurveyed.class::isInstance)
			.map((survey) -> ((ParcelSurveyed) survey).parcel())
			.toList();
		if (!parcels.isEmpty()) {
			this.tx.each(THINGS, Map.of("things", parcels), (row) -> facts.knows(thing(row)));
		}
		loadChanging(named, facts);
	}

	private static Map<String, Object> lockable(Named named) {
		return Map.of("lots", named.lots(), "runs", named.runs(), "corrected", named.corrected());
	}

	private void loadChanging(Named named, Facts facts) {
		if (!named.runs().isEmpty()) {
			this.tx.each(RUNS, Map.of("runs", named.runs()), (row) -> facts.knows(run(row)));
		}
		if (!named.corrected().isEmpty()) {
			this.tx.each(CORRECTED, Map.of("corrected", named.corrected()),
					(row) -> facts.knows(EventJson.read(row.get("content").asString()), row.get("author").asString(),
							row.get("over").asBoolean()));
		}
	}

	/**
	 * @return the last of {@code count} numbers that are now nobody else's
	 */
	long numbers(int count, Facts facts) {
		return this.tx
			.one(NUMBERS, Map.of("count", count, "now", facts.now().atZone(ZoneOffset.UTC)),
					(row) -> row.get("last").asLong())
			.orElseThrow();
	}

	void write(Map<String, Object> rows) {
		this.tx.execute(Writing.OF_ROWS, Map.of("rows", rows));
	}

	static Lot lot(Record row) {
		Value lot = row.get("l");
		return new Lot(lot.get("id").asString(), LotKind.valueOf(lot.get("kind").asString()),
				lot.get("product").asString(), lot.get("species").asString(), lot.get("variety").asString(null),
				lot.get("holder").asString(), lot.get("since").asZonedDateTime(), lot.get("grams").asLong(),
				lot.get("left").asLong(), lot.get("removed").asLong(), lot.get("labelled").asLong(),
				lot.get("yielded").asLong(), lot.get("fresh").asLong(0), lot.get("units").asLong(),
				lot.get("unitGrams").asLong(), lot.get("gtin").asString(null), lot.get("plot").asString(null),
				lot.get("inTransit").asBoolean(false), lot.get("external").asBoolean(false),
				row.get("held").asBoolean(), lot.get("voided").asBoolean(false),
				new Sorting(lot.get("grade").asString(null),
						lot.get("pieces").isNull() ? null : lot.get("pieces").asLong()));
	}

	static LabelRun run(Record row) {
		return LabelRun.of(row.get("r"), row.get("lot").asString(), row.get("holder").asString(),
				row.get("recalled").asBoolean());
	}

	static Thing thing(Record row) {
		String id = row.get("t").get("id").asString();
		return new Thing(id, Set.copyOf(row.get("labels").asList(Value::asString)), row.get("t").asMap(),
				row.get("links").asList((link) -> new Link(id, link.get(0).asString(), link.get(1).asString())));
	}

}
