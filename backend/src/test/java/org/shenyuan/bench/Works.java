package org.shenyuan.bench;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

import org.shenyuan.events.Effect.Portion;
import org.shenyuan.events.Holding.Held;
import org.shenyuan.events.Holding.Released;
import org.shenyuan.events.LotKind;
import org.shenyuan.events.Making.Processed;
import org.shenyuan.events.Making.Processed.Product;
import org.shenyuan.events.Making.Regrouped;
import org.shenyuan.events.Trading.Purchased;
import org.shenyuan.events.Trading.Received;
import org.shenyuan.events.Trading.Shipped;

/** A works with the households that bring it their roots: one season after another. */
final class Works {

	private final Log log;

	private final Random random;

	final String id;

	private final Packing packing;

	final List<Grower> growers = new ArrayList<>();

	private final String species;

	/** On their way from other works. */
	final List<Stock> inbound = new ArrayList<>();

	private int held;

	Works(Log log, Random random, String id, String trader, String species) {
		this.log = log;
		this.random = random;
		this.id = id;
		this.species = species;
		this.packing = new Packing(log, random, id, trader, species);
	}

	String species() {
		return this.species;
	}

	String facility() {
		return this.id + "-HALL";
	}

	/**
	 * From the roots that arrive to the packs that leave.
	 * @param neighbour who is sent some of the dried goods, or null
	 */
	void season(int year, List<Stock> sent, Works neighbour) {
		List<Stock> fresh = new ArrayList<>(sent.stream().map(this::receive).toList());
		if (!fresh.isEmpty() && this.random.nextInt(10) < 6) {
			fresh.add(this.random.nextInt(fresh.size()), buy(year));
		}
		List<Stock> dried = new ArrayList<>();
		List<Stock> rootlets = new ArrayList<>();
		inBatches(fresh, 6, (batch) -> process(batch, dried, rootlets));
		this.inbound.stream().map(this::receive).forEach(dried::add);
		this.inbound.clear();
		if (neighbour != null && dried.size() > 3) {
			send(dried.removeFirst(), neighbour);
		}
		List<Stock> goods = new ArrayList<>();
		for (String product : List.of("RED", "RAW-DRIED", "SLICES")) {
			inBatches(dried.stream().filter((stock) -> stock.product().equals(product)).toList(), 2,
					(pair) -> goods.addAll(sort(pair, 0)));
		}
		goods.forEach(this::inspect);
		goods.forEach((stock) -> this.packing.pack(year, stock, 300));
		if (!rootlets.isEmpty()) {
			this.packing.pack(year, (rootlets.size() > 1) ? merge(rootlets) : rootlets.getFirst(), 200);
		}
	}

	private Stock receive(Stock transit) {
		OffsetDateTime at = transit.since().plusHours(2 + this.random.nextInt(8));
		boolean explained = this.random.nextInt(20) == 0;
		long weighed = transit.grams() - transit.grams() * (explained ? 35 : this.random.nextInt(20)) / 1000;
		String lot = this.log.lot("IN");
		this.log.add(new Received(this.log.id(at), at, this.id, transit.lot(), transit.grams(), weighed, lot,
				explained ? "途中失水（演示）" : null));
		return Stock.of(List.of(transit), lot, transit.product(), weighed, at);
	}

	private Stock buy(int year) {
		OffsetDateTime at = Region.time(year, 9, 10 + this.random.nextInt(15), 10);
		String lot = this.log.lot("B");
		long grams = 100_000L + this.random.nextInt(200_000);
		this.log.add(new Purchased(this.log.id(at), at, this.id, lot, LotKind.FRESH, "FRESH", this.species, grams,
				"快大市场散户（演示）", "自称本地", 4));
		return Stock.first(lot, "FRESH", grams, at, 0, Map.of());
	}

	/** Steams and dries, in one step or two, or only dries. */
	private void process(List<Stock> batch, List<Stock> dried, List<Stock> rootlets) {
		List<Stock> inputs = (batch.size() > 1 && this.random.nextBoolean()) ? List.of(merge(batch)) : batch;
		boolean american = this.species.equals(Region.AMERICAN);
		boolean red = !american && this.random.nextInt(10) < 7;
		String run = this.log.lot("R");
		if (red && this.random.nextInt(3) == 0) {
			inputs = List.of(step(run, "STEAMING", inputs, 960, "STEAMED").getFirst());
			run(run, "DRYING", inputs, "RED", dried, rootlets);
		}
		else if (red) {
			run(run, "RED", inputs, "RED", dried, rootlets);
		}
		else {
			List<Stock> roots = new ArrayList<>();
			run(run, "DRYING", inputs, "RAW-DRIED", roots, rootlets);
			if (american && this.random.nextBoolean()) {
				roots = step(this.log.lot("R"), "SLICING", roots, 970, "SLICES");
			}
			dried.addAll(roots);
		}
	}

	private void run(String run, String process, List<Stock> inputs, String product, List<Stock> dried,
			List<Stock> rootlets) {
		int main = 225 + this.random.nextInt(20);
		List<Stock> made = step(run, process, inputs, main, product, 40, "ROOTLETS");
		dried.add(made.get(0));
		rootlets.add(made.get(1));
	}

	/**
	 * One step of a run.
	 * @param yields thousandths of what goes in, and the product, alternately
	 */
	private List<Stock> step(String run, String process, List<Stock> inputs, Object... yields) {
		OffsetDateTime started = Stock.latest(inputs).plusHours(2 + this.random.nextInt(40));
		OffsetDateTime at = started.plusHours(24 + this.random.nextInt(120));
		long in = Stock.grams(inputs);
		List<Stock> made = new ArrayList<>();
		for (int i = 0; i < yields.length; i += 2) {
			made.add(Stock.of(inputs, this.log.lot("P"), (String) yields[i + 1], in * (Integer) yields[i] / 1000, at)
				.dried(process.equals("RED") ? 3.0 : 2.8));
		}
		this.log.add(new Processed(this.log.id(at), at, this.id, run, process, facility(), started, Stock.all(inputs),
				null, made.stream().map((one) -> new Product(one.lot(), one.product(), one.grams())).toList(),
				in - Stock.grams(made)));
		return made;
	}

	private Stock merge(List<Stock> parts) {
		return regroup(parts, 1).getFirst();
	}

	/** The same goods in so many lots. */
	private List<Stock> regroup(List<Stock> parts, int lots) {
		OffsetDateTime at = Stock.latest(parts).plusHours(3 + this.random.nextInt(20));
		long left = Stock.grams(parts);
		List<Stock> made = new ArrayList<>();
		for (int i = lots; i > 0; i--) {
			long grams = (i == 1) ? left : left / i - this.random.nextInt(1000);
			made.add(Stock.of(parts, this.log.lot("G"), parts.getFirst().product(), grams, at));
			left -= grams;
		}
		this.log.add(new Regrouped(this.log.id(at), at, this.id, Stock.all(parts), Stock.all(made)));
		return made;
	}

	/** Pairs are blended, some of them over and over; others are divided. */
	private List<Stock> sort(List<Stock> pair, int level) {
		if (pair.size() == 2 && level < 4 && this.random.nextInt(10) < 4) {
			return sort(regroup(pair, 2), level + 1);
		}
		if (level == 0 && this.random.nextBoolean()) {
			return pair.stream().flatMap((one) -> regroup(List.of(one), 2).stream()).toList();
		}
		return pair;
	}

	private void send(Stock stock, Works neighbour) {
		OffsetDateTime at = stock.since().plusHours(5 + this.random.nextInt(30));
		String transit = this.log.lot("S");
		this.log.add(new Shipped(this.log.id(at), at, this.id, neighbour.id,
				List.of(new Shipped.Line(stock.lot(), stock.grams(), transit, null)), "演示运单 " + transit));
		neighbour.inbound.add(Stock.of(List.of(stock), transit, stock.product(), stock.grams(), at));
	}

	/** Now and then something is stopped for a day. */
	private void inspect(Stock stock) {
		this.held++;
		if (this.held % 100 == 7) {
			OffsetDateTime stopped = stock.since().plusHours(1);
			this.log.add(new Held(this.log.id(stopped), stopped, Region.LABORATORY, stock.lot(), "抽检（演示）"));
			OffsetDateTime free = stopped.plusHours(20);
			this.log.add(new Released(this.log.id(free), free, Region.AUTHORITY, stock.lot(), "抽检合格（演示）"));
		}
	}

	private void inBatches(List<Stock> all, int most, Consumer<List<Stock>> batch) {
		for (int from = 0; from < all.size();) {
			int to = Math.min(all.size(), from + ((most == 2) ? 2 : 2 + this.random.nextInt(most - 1)));
			batch.accept(all.subList(from, to));
			from = to;
		}
	}

	static List<Portion> part(Stock stock, long grams) {
		return List.of(new Portion(stock.lot(), grams));
	}

}
