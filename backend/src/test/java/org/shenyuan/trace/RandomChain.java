package org.shenyuan.trace;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A season that nobody planned: roots are dug and bought, shipped, split, merged, dried
 * and packed in an order that only the seed knows. Keeps its own plain account of it all,
 * which what the graph says is compared with.
 */
final class RandomChain {

	private static final List<String> PARTIES = List.of("FARM", "FARM2", "WORKS");

	private static final List<String> PRODUCTS = List.of("FRESH", "RAW-DRIED", "PACKS");

	private final Random random;

	private final StringBuilder file = new StringBuilder();

	private final Map<String, Made> lots = new LinkedHashMap<>();

	private OffsetDateTime clock = OffsetDateTime.parse("2024-09-18T08:00:00+08:00");

	private long broughtIn;

	private long lost;

	/** A lot by this account. */
	static final class Made {

		final String id;

		final String holder;

		final String product;

		final Map<String, Long> parents;

		long left;

		private Made(String id, String holder, String product, Map<String, Long> parents, long grams) {
			this.id = id;
			this.holder = holder;
			this.product = product;
			this.parents = parents;
			this.left = grams;
		}

	}

	RandomChain(long seed, int events) {
		this.random = new Random(seed);
		dig("FARM", "P1", "STAND-1");
		dig("FARM2", "P2", "STAND-2");
		buy();
		for (int i = 0; i < events; i++) {
			switch (this.random.nextInt(10)) {
				case 0 -> dig("FARM", "P1", "STAND-1");
				case 1 -> dig("FARM2", "P2", "STAND-2");
				case 2 -> buy();
				case 3, 4, 5 -> ship();
				case 6, 7 -> regroup();
				case 8 -> dry();
				default -> pack();
			}
		}
	}

	/** The season as a file to import. */
	String file() {
		return this.file.toString();
	}

	Map<String, Made> lots() {
		return this.lots;
	}

	/** Grams that were dug and bought, less what was declared lost. */
	long remaining() {
		return this.broughtIn - this.lost;
	}

	Made anyWithParents() {
		List<Made> made = this.lots.values().stream().filter((lot) -> !lot.parents.isEmpty()).toList();
		return made.get(this.random.nextInt(made.size()));
	}

	/** Itself and everything it was made from. */
	Set<String> ancestors(String lot) {
		Set<String> ancestors = new LinkedHashSet<>(Set.of(lot));
		made(lot).parents.keySet().forEach((parent) -> ancestors.addAll(ancestors(parent)));
		return ancestors;
	}

	/** Itself and everything made from it. */
	Set<String> descendants(String lot) {
		return this.lots.keySet()
			.stream()
			.filter((other) -> ancestors(other).contains(lot))
			.collect(Collectors.toSet());
	}

	/** Parts of one, by the lots that were dug or bought. */
	Map<String, BigDecimal> shares(String lot) {
		Map<String, Long> parents = made(lot).parents;
		if (parents.isEmpty()) {
			return Map.of(lot, BigDecimal.ONE);
		}
		BigDecimal whole = BigDecimal.valueOf(parents.values().stream().mapToLong(Long::longValue).sum());
		Map<String, BigDecimal> shares = new LinkedHashMap<>();
		parents.forEach((parent, grams) -> shares(parent).forEach((source, share) -> shares.merge(source,
				share.multiply(BigDecimal.valueOf(grams)).divide(whole, MathContext.DECIMAL128), BigDecimal::add)));
		return shares;
	}

	Made made(String lot) {
		Made made = this.lots.get(lot);
		if (made == null) {
			throw new AssertionError("no lot " + lot);
		}
		return made;
	}

	private void dig(String party, String plot, String stand) {
		long grams = 1_000 + this.random.nextLong(200_000);
		Made lot = make(party, "FRESH", Map.of(), grams);
		this.broughtIn += grams;
		line("harvested", party, "\"plot\":\"%s\",\"stand\":\"%s\",\"lot\":\"%s\",\"grossGrams\":%d".formatted(plot,
				stand, lot.id, grams));
	}

	private void buy() {
		long grams = 1_000 + this.random.nextLong(50_000);
		Made lot = make("WORKS", "FRESH", Map.of(), grams);
		this.broughtIn += grams;
		line("purchased", "WORKS",
				"\"lot\":\"%s\",\"lotKind\":\"FRESH\",\"product\":\"FRESH\",\"species\":\"PANAX-GINSENG\",\"grams\":%d,\"seller\":\"散户\""
					.formatted(lot.id, grams));
	}

	private void ship() {
		String from = any(PARTIES);
		List<Made> stock = stock(from, PRODUCTS);
		if (stock.isEmpty()) {
			return;
		}
		String to = any(PARTIES.stream().filter((party) -> !party.equals(from)).toList());
		Made lot = any(stock);
		long grams = take(lot);
		Made road = make(to, lot.product, Map.of(lot.id, grams), grams);
		line("shipped", from, "\"to\":\"%s\",\"lines\":[{\"lot\":\"%s\",\"grams\":%d,\"as\":\"%s\"}]".formatted(to,
				lot.id, grams, road.id));
		long shrunk = grams - grams * this.random.nextInt(3) / 100;
		road.left = 0;
		this.lost += grams - shrunk;
		Made arrived = make(to, lot.product, Map.of(road.id, grams), shrunk);
		line("received", to, "\"lot\":\"%s\",\"declaredGrams\":%d,\"weighedGrams\":%d,\"as\":\"%s\",\"reason\":\"途中失水\""
			.formatted(road.id, grams, shrunk, arrived.id));
	}

	private void regroup() {
		String party = any(PARTIES);
		String product = any(PRODUCTS.subList(0, 2));
		Map<String, Long> inputs = inputs(party, product);
		if (inputs.isEmpty()) {
			return;
		}
		Map<String, Long> outputs = outputs(party, product, inputs, total(inputs));
		line("regrouped", party,
				"\"inputs\":[%s],\"outputs\":[%s]".formatted(portions(inputs, ""), portions(outputs, "")));
	}

	private void dry() {
		String party = any(List.of("FARM", "WORKS"));
		Map<String, Long> inputs = inputs(party, "FRESH");
		long dried = total(inputs) * (25 + this.random.nextInt(10)) / 100;
		if (dried == 0) {
			return;
		}
		Map<String, Long> outputs = outputs(party, "RAW-DRIED", inputs, dried);
		long gone = total(inputs) - dried;
		this.lost += gone;
		line("processed", party,
				"\"run\":\"R-%d\",\"process\":\"DRYING\",\"facility\":\"%s\",\"started\":\"2024-09-18T06:00:00+08:00\",\"inputs\":[%s],\"outputs\":[%s],\"lostGrams\":%d"
					.formatted(this.lots.size(), workplace(party), portions(inputs, ""),
							portions(outputs, ",\"product\":\"RAW-DRIED\""), gone));
	}

	private void pack() {
		String party = any(List.of("FARM", "WORKS"));
		Map<String, Long> inputs = inputs(party, "RAW-DRIED");
		long units = total(inputs) / 50;
		if (units == 0) {
			return;
		}
		long gone = total(inputs) - units * 50;
		this.lost += gone;
		Made packs = make(party, "PACKS", inputs, units * 50);
		line("packed", party,
				"\"facility\":\"%s\",\"inputs\":[%s],\"lot\":\"%s\",\"units\":%d,\"unitGrams\":50,\"lostGrams\":%d"
					.formatted(workplace(party), portions(inputs, ""), packs.id, units, gone));
	}

	private Map<String, Long> inputs(String party, String product) {
		List<Made> stock = new ArrayList<>(stock(party, List.of(product)));
		Collections.shuffle(stock, this.random);
		Map<String, Long> inputs = new LinkedHashMap<>();
		stock.stream().limit(1 + this.random.nextInt(4)).forEach((lot) -> inputs.put(lot.id, take(lot)));
		return inputs;
	}

	private Map<String, Long> outputs(String party, String product, Map<String, Long> inputs, long grams) {
		Map<String, Long> outputs = new LinkedHashMap<>();
		long rest = grams;
		for (int i = this.random.nextInt(3); i > 0 && rest > 1; i--) {
			long part = 1 + this.random.nextLong(rest - 1);
			outputs.put(make(party, product, inputs, part).id, part);
			rest -= part;
		}
		outputs.put(make(party, product, inputs, rest).id, rest);
		return outputs;
	}

	/** Some or all of a lot. */
	private long take(Made lot) {
		long grams = this.random.nextBoolean() ? lot.left : 1 + this.random.nextLong(lot.left);
		lot.left -= grams;
		return grams;
	}

	private List<Made> stock(String party, List<String> products) {
		return this.lots.values()
			.stream()
			.filter((lot) -> lot.holder.equals(party) && lot.left > 0)
			.filter((lot) -> products.contains(lot.product))
			.toList();
	}

	private Made make(String holder, String product, Map<String, Long> parents, long grams) {
		Made lot = new Made("RND-" + this.lots.size(), holder, product, parents, grams);
		this.lots.put(lot.id, lot);
		return lot;
	}

	private <T> T any(List<T> some) {
		return some.get(this.random.nextInt(some.size()));
	}

	private static String workplace(String party) {
		return party.equals("FARM") ? "SHED" : "WORKSHOP";
	}

	private static long total(Map<String, Long> portions) {
		return portions.values().stream().mapToLong(Long::longValue).sum();
	}

	private static String portions(Map<String, Long> portions, String more) {
		return portions.entrySet()
			.stream()
			.map((in) -> "{\"lot\":\"%s\",\"grams\":%d%s}".formatted(in.getKey(), in.getValue(), more))
			.collect(Collectors.joining(","));
	}

	private void line(String kind, String by, String fields) {
		this.clock = this.clock.plusMinutes(1);
		this.file.append(String.format(Locale.ROOT, "{\"type\":\"%s\",\"id\":\"%s\",\"at\":\"%s\",\"by\":\"%s\",", kind,
				UUID.randomUUID(), this.clock, by));
		this.file.append(fields).append("}\n");
	}

}
