package org.shenyuan.cartons;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.graph.Tx;
import org.shenyuan.labels.Sscc;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.paper.PrintStocks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Numbers cartons, no two alike: under a lock, in a range that nobody else has. */
@Component
class CartonNumbers {

	private static final int SHORTEST = 4;

	private static final int LONGEST = 12;

	/** A truck holds fewer. */
	private static final long MOST = 10_000;

	private static final Cypher OWN = Cypher.of("""
			MATCH (p:CompanyPrefix {party: $party})
			RETURN p.prefix AS prefix, p.extension AS extension, p.used AS used
			""");

	private static final Cypher LOCK_ALL = Cypher.of("""
			MERGE (c:Counter {name: 'company-prefixes'})
			SET c.touched = datetime()
			""");

	private static final Cypher OVERLAPPING = Cypher.of("""
			MATCH (p:CompanyPrefix)
			WHERE p.prefix STARTS WITH $prefix OR p.prefix IN $shorter
			RETURN p.party AS party, p.prefix AS prefix
			""");

	private static final Cypher REPLACE = Cypher.of("""
			OPTIONAL MATCH (old:CompanyPrefix {party: $party})
			DELETE old
			WITH DISTINCT 1 AS one
			CREATE (:CompanyPrefix {prefix: $prefix, extension: $extension, party: $party, used: 0})
			""");

	private static final Cypher LOCK = Cypher.of("""
			MATCH (p:CompanyPrefix {party: $party})
			SET p.touched = datetime()
			""");

	private static final Cypher OF_LOT = Cypher.of("""
			MATCH (c:Cartons {lot: $lot})
			RETURN c
			ORDER BY c.numbered, c.id
			""");

	private static final Cypher BY_ID = Cypher.of("""
			MATCH (c:Cartons {id: $id})
			RETURN c
			""");

	private static final Cypher RESERVE = Cypher
		.of("""
				MATCH (p:CompanyPrefix {party: $party})
				CREATE (c:Cartons {id: $id, prefix: p.prefix, extension: p.extension, first: p.used, count: $count, lot: $lot,
				                   party: $party, units: $units, grossGrams: $grossGrams, numbered: $numbered, author: $author})
				SET p.used = p.used + $count
				RETURN c
				""");

	private static final Cypher BY_NUMBER = Cypher.of("""
			UNWIND $candidates AS candidate
			CALL (candidate) {
			  MATCH (c:Cartons)
			  WHERE c.prefix = candidate.prefix AND c.first <= candidate.serial
			  RETURN c
			  ORDER BY c.first DESC
			  LIMIT 1
			}
			RETURN c
			""");

	private final Graph graph;

	private final Lots lots;

	private final Clock clock;

	private final ZoneId zone;

	CartonNumbers(Graph graph, Lots lots, Clock clock, @Value("${shenyuan.zone}") ZoneId zone) {
		this.graph = graph;
		this.lots = lots;
		this.clock = clock;
		this.zone = zone;
	}

	Optional<CompanyPrefix> prefix(String party) {
		return this.graph.read((tx) -> prefix(tx, party));
	}

	/**
	 * Says under which prefix a party numbers its cartons; until the first carton is
	 * numbered, it may say so again.
	 * @throws Refused if numbers under it could meet those of somebody else
	 */
	void keep(String party, CompanyPrefix wanted) {
		this.graph.write((tx) -> {
			tx.execute(LOCK_ALL, Map.of());
			tx.execute(LOCK, Map.of("party", party));
			CompanyPrefix own = prefix(tx, party).orElse(null);
			if (own != null && own.prefix().equals(wanted.prefix()) && own.extension() == wanted.extension()) {
				return own;
			}
			if (own != null && own.used() > 0) {
				throw new Refused(
						Refusal.of("carton.prefix.used", "prefix", "prefix", own.prefix(), "used", own.used()));
			}
			List<String> shorter = IntStream.range(1, wanted.prefix().length())
				.mapToObj((length) -> wanted.prefix().substring(0, length))
				.toList();
			boolean taken = tx
				.list(OVERLAPPING, Map.of("prefix", wanted.prefix(), "shorter", shorter),
						(row) -> row.get("party").asString())
				.stream()
				.anyMatch((other) -> !other.equals(party));
			if (taken) {
				throw new Refused(Refusal.of("carton.prefix.taken", "prefix", "prefix", wanted.prefix()));
			}
			tx.execute(REPLACE, Map.of("party", party, "prefix", wanted.prefix(), "extension", wanted.extension()));
			return wanted;
		});
	}

	/** Cartons of a lot, in the order in which they were numbered. */
	List<Cartons> of(String lot) {
		return this.graph.read((tx) -> tx.list(OF_LOT, Map.of("lot", lot), CartonNumbers::cartons));
	}

	Optional<Cartons> find(String id) {
		return this.graph.read((tx) -> tx.one(BY_ID, Map.of("id", id), CartonNumbers::cartons));
	}

	/** Those that a number belongs to. */
	Optional<Cartons> find(Sscc sscc) {
		List<Map<String, Object>> candidates = IntStream.rangeClosed(SHORTEST, LONGEST)
			.<Map<String, Object>>mapToObj(
					(digits) -> Map.of("prefix", sscc.prefix(digits), "serial", sscc.serial(digits)))
			.toList();
		return this.graph.read((tx) -> tx.list(BY_NUMBER, Map.of("candidates", candidates), CartonNumbers::cartons))
			.stream()
			.filter((cartons) -> cartons.extension() == sscc.extension()
					&& sscc.serial(cartons.prefix().length()) < cartons.first() + cartons.count())
			.findFirst();
	}

	/**
	 * Numbers cartons of a packed lot. The same id and the same wishes give the same
	 * numbers.
	 * @throws Refused if the lot is not the author's, the party has no prefix or none
	 * left, or more would be packed in cartons than in packs
	 */
	Cartons reserve(Author author, String id, String lot, long count, long units, @Nullable Long grossGrams) {
		PrintStocks.checkId(id);
		between("count", count, MOST);
		between("units", units, MOST);
		return this.graph.write((tx) -> {
			Lot packed = this.lots.lock(tx, lot)
				.filter((found) -> found.holder().equals(author.party()) && !found.voided())
				.orElseThrow(() -> Refused.absent("lot", lot));
			tx.execute(LOCK, Map.of("party", author.party()));
			Optional<Cartons> before = tx.one(BY_ID, Map.of("id", id), CartonNumbers::cartons);
			if (before.isPresent()) {
				return before
					.filter((same) -> same.party().equals(author.party()) && same.isSame(lot, count, units, grossGrams))
					.orElseThrow(() -> new Refused(Refusal.of("carton.taken", "id", "id", id)));
			}
			CompanyPrefix prefix = prefix(tx, author.party())
				.orElseThrow(() -> new Refused(Refusal.of("carton.no-prefix", "prefix")));
			if (count > prefix.left()) {
				throw new Refused(Refusal.of("carton.left", "count", "count", count, "left", prefix.left(), "prefix",
						prefix.prefix()));
			}
			requirePacks(tx, packed, count, units, grossGrams);
			Map<String, @Nullable Object> row = new HashMap<>();
			row.put("party", author.party());
			row.put("id", id);
			row.put("count", count);
			row.put("lot", lot);
			row.put("units", units);
			row.put("grossGrams", grossGrams);
			row.put("numbered", ZonedDateTime.ofInstant(this.clock.instant(), this.zone));
			row.put("author", author.name());
			return tx.one(RESERVE, row, CartonNumbers::cartons).orElseThrow();
		});
	}

	/** As many packs as would lie in the cartons, and as heavy as they are. */
	private static void requirePacks(Tx tx, Lot lot, long count, long units, @Nullable Long grossGrams) {
		if (lot.unitGrams() == 0) {
			throw new Refused(Refusal.of("labels.packed", "lot", "lot", lot.id(), "is", lot.kind()));
		}
		long net = units * lot.unitGrams();
		if (grossGrams != null && grossGrams < net) {
			throw new Refused(Refusal.of("carton.gross", "gross", "gross", grossGrams, "net", net));
		}
		long packs = lot.grams() / lot.unitGrams();
		long boxed = tx.list(OF_LOT, Map.of("lot", lot.id()), CartonNumbers::cartons)
			.stream()
			.mapToLong((one) -> one.count() * one.units())
			.sum();
		if (count * units > packs - boxed) {
			throw new Refused(Refusal.of("carton.packs", "count", "lot", lot.id(), "packs", packs, "boxed", boxed,
					"more", count * units));
		}
	}

	private static void between(String field, long given, long most) {
		if (given < 1) {
			throw new Refused(Refusal.of("field.min", field, "least", 1, "given", given));
		}
		if (given > most) {
			throw new Refused(Refusal.of("field.max", field, "most", most, "given", given));
		}
	}

	private static Optional<CompanyPrefix> prefix(Tx tx, String party) {
		return tx.one(OWN, Map.of("party", party), (row) -> new CompanyPrefix(row.get("prefix").asString(),
				row.get("extension").asInt(), row.get("used").asLong()));
	}

	private static Cartons cartons(Record row) {
		var c = row.get("c");
		return new Cartons(c.get("id").asString(), c.get("prefix").asString(), c.get("extension").asInt(),
				c.get("first").asLong(), c.get("count").asLong(), c.get("lot").asString(), c.get("party").asString(),
				c.get("units").asLong(), c.get("grossGrams").isNull() ? null : c.get("grossGrams").asLong(),
				c.get("numbered").asZonedDateTime(), c.get("author").asString());
	}

}
