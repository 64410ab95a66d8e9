package org.shenyuan.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.neo4j.driver.Record;
import org.shenyuan.events.Branding.BrandRuled;
import org.shenyuan.events.Growing.Harvested;
import org.shenyuan.events.Growing.SeedRegistered;
import org.shenyuan.events.Growing.Sown;
import org.shenyuan.events.Growing.Transplanted;
import org.shenyuan.events.Holding.Released;
import org.shenyuan.events.Labelling.LabelsIssued;
import org.shenyuan.events.Testing;
import org.shenyuan.events.Testing.Sampled;
import org.shenyuan.events.Testing.Tested;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.events.Trading.Shipped;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Tx;

/**
 * What else the rules ask for, beside the lots and things that events name: read under
 * the same locks, and only when an event needs it.
 */
final class Readings {

	private static final Cypher SIGN_OFFS = Cypher.of("""
			UNWIND $names AS id
			MATCH (s:Event {signs: id})
			RETURN id, s.signedRule AS rule
			""");

	private static final Cypher SPRAYINGS = Cypher.of("""
			UNWIND $names AS id
			MATCH (l:Lot {id: id})<-[:ABOUT]-(e:Event)
			WHERE e.activeIngredient IS NOT NULL AND e.corrected IS NULL
			RETURN id, e.at AS at, e.activeIngredient AS activeIngredient
			""");

	private static final Cypher LAST_DUG = Cypher.of("""
			UNWIND $names AS id
			MATCH (p:Thing {id: id})<-[:AT]-(e:Event)
			WHERE e.kind = 'harvested' AND e.corrected IS NULL
			RETURN id, max(e.at) AS at
			""");

	/** Samples by their numbers. */
	private static final Cypher SAMPLES = Cypher.of("""
			UNWIND $names AS sample
			MATCH (e:Event {sample: sample})
			WHERE e.corrected IS NULL
			RETURN e.content AS content
			""");

	/** The reports on lots. */
	private static final Cypher REPORTS = Cypher.of("""
			UNWIND $names AS lot
			MATCH (l:Lot {id: lot})<-[:ABOUT]-(e:Event)
			WHERE e.kind = 'tested' AND e.corrected IS NULL
			RETURN e.content AS content
			""");

	private static final Cypher RULINGS = Cypher.of("""
			UNWIND $names AS id
			MATCH (t:Thing {id: id})<-[:CONCERNS]-(e:Event)
			RETURN id, e.content AS content
			""");

	private static final Cypher BRANDED = Cypher.of("""
			UNWIND $names AS id
			MATCH (a:Thing {id: id})<-[:UNDER]-(r:Run)
			WITH id, r, coalesce(r.voided, []) AS ends
			WITH id, r, reduce(sum = 0, i IN range(0, size(ends) - 2, 2) | sum + ends[i + 1] - ends[i] + 1) AS voided
			RETURN id, sum((r.count - voided) * r.unitGrams) AS grams
			""");

	private final Tx tx;

	private final Facts facts;

	Readings(Tx tx, Facts facts) {
		this.tx = tx;
		this.facts = facts;
	}

	/** The lots whose claims decide about an event. */
	static Stream<String> claiming(TraceEvent event) {
		return switch (event) {
			case LabelsIssued issued when issued.claims() != null -> Stream.of(issued.lot());
			case Shipped shipped ->
				shipped.lines().stream().filter((line) -> line.conformity() != null).map(Shipped.Line::lot);
			default -> Stream.empty();
		};
	}

	void of(Collection<TraceEvent> events, Claims.Reader claims) {
		read(SIGN_OFFS, names(events, (event) -> Stream.of(event.id().toString())), (row) -> this.facts
			.knowsSignOff(UUID.fromString(row.get("id").asString()), row.get("rule").asString()));
		read(SPRAYINGS, names(events, Readings::dug),
				(row) -> this.facts.knowsSpraying(row.get("id").asString(), new Facts.Spraying(
						row.get("at").asZonedDateTime().toLocalDate(), row.get("activeIngredient").asString())));
		read(LAST_DUG, names(events, Readings::planted),
				(row) -> this.facts.knowsDug(row.get("id").asString(), row.get("at").asZonedDateTime().toLocalDate()));
		read(SAMPLES, names(events, Readings::samples), this::laboratory);
		read(REPORTS, names(events, Readings::released), this::laboratory);
		List<String> varieties = names(events, this::varieties);
		if (!varieties.isEmpty()) {
			this.tx.each(Appends.THINGS, Map.of("things", varieties), (row) -> this.facts.knows(Appends.thing(row)));
		}
		List<String> brands = names(events, Readings::brands);
		read(RULINGS, Stream.concat(varieties.stream(), brands.stream()).toList(), (row) -> this.facts
			.knowsRuling(row.get("id").asString(), EventJson.read(row.get("content").asString())));
		read(BRANDED, brands, (row) -> this.facts.knowsBranded(row.get("id").asString(), row.get("grams").asLong()));
		for (String lot : names(events, Readings::claiming)) {
			if (this.facts.lot(lot) != null) {
				this.facts.knowsClaims(lot, claims.of(this.tx, lot));
			}
		}
	}

	private void laboratory(Record row) {
		if (EventJson.read(row.get("content").asString()) instanceof Testing work) {
			this.facts.laboratory().knows(work);
		}
	}

	private static Stream<String> dug(TraceEvent event) {
		return (event instanceof Harvested dug) ? Stream.of(dug.stand()) : Stream.empty();
	}

	private static Stream<String> planted(TraceEvent event) {
		return switch (event) {
			case Sown sown -> Stream.of(sown.plot());
			case Transplanted moved -> Stream.of(moved.plot());
			default -> Stream.empty();
		};
	}

	private static Stream<String> samples(TraceEvent event) {
		return switch (event) {
			case Sampled drawn -> Stream.of(drawn.sample());
			case Tested report -> Stream.of(report.sample());
			default -> Stream.empty();
		};
	}

	private static Stream<String> released(TraceEvent event) {
		return (event instanceof Released release) ? Stream.of(release.lot()) : Stream.empty();
	}

	/** Of seed that is sown; a lot that begins in the same file names its own. */
	private Stream<String> varieties(TraceEvent event) {
		return switch (event) {
			case Sown sown -> sown.seed()
				.stream()
				.map((seed) -> this.facts.lot(seed.lot()))
				.filter(Objects::nonNull)
				.map(Lot::variety)
				.filter(Objects::nonNull);
			case SeedRegistered seed -> Stream.of(seed.variety());
			default -> Stream.empty();
		};
	}

	private static Stream<String> brands(TraceEvent event) {
		return switch (event) {
			case LabelsIssued issued when issued.claims() != null && issued.claims().brand() != null ->
				Stream.of(issued.claims().brand());
			case BrandRuled ruled -> Stream.of(ruled.authorisation());
			default -> Stream.empty();
		};
	}

	private static List<String> names(Collection<TraceEvent> events, Function<TraceEvent, Stream<String>> of) {
		return events.stream().flatMap(of).distinct().toList();
	}

	private void read(Cypher statement, List<String> names, Consumer<Record> row) {
		if (!names.isEmpty()) {
			this.tx.each(statement, Map.of("names", names), row);
		}
	}

}
