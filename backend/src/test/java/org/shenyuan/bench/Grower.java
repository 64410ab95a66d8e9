package org.shenyuan.bench;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.shenyuan.events.Documenting.ConformityDeclared;
import org.shenyuan.events.Effect.Portion;
import org.shenyuan.events.Growing.FieldWorked;
import org.shenyuan.events.Growing.Harvested;
import org.shenyuan.events.Growing.Sown;
import org.shenyuan.events.Registering.PlotRegistered;
import org.shenyuan.events.Testing.Sampled;
import org.shenyuan.events.Testing.Tested;
import org.shenyuan.events.Trading.Received;
import org.shenyuan.events.Trading.Shipped;

/** A household: a parcel with a new plot for every sowing, and what stands on them. */
final class Grower {

	private static final String FILE = "89ab".repeat(16);

	private final Log log;

	private final Random random;

	final String id;

	final String base;

	private final String parcel;

	private final String species;

	private final List<Field> fields = new ArrayList<>();

	private int plots;

	private long beds;

	Grower(Log log, Random random, String id, String base, String parcel, String species) {
		this.log = log;
		this.random = random;
		this.id = id;
		this.base = base;
		this.parcel = parcel;
		this.species = species;
	}

	/** A crop, sown in a year, to be dug in another. */
	private record Field(String plot, String stand, int sown, int due, long squareMetres) {
	}

	/** Beds of this household so far, in square metres. */
	long beds() {
		return this.beds;
	}

	/** Fewer sow what cannot be dug within the years of the region. */
	boolean sows(int year) {
		return this.random.nextInt(10) < ((year <= 2021) ? 9 : 4);
	}

	/**
	 * Lays out a plot and sows it.
	 * @param transit seed on its way to this grower
	 */
	void sow(int year, Stock transit) {
		this.plots++;
		String plot = this.id + "-" + this.plots;
		long squareMetres = 150L + this.random.nextInt(300);
		OffsetDateTime laid = Region.time(year, 9, 1 + this.random.nextInt(20), 9);
		this.log.add(new PlotRegistered(this.log.id(laid), laid, Region.AUTHORITY, plot, this.plots + "号地（演示）",
				this.base, this.parcel, this.id, "GARDEN-FARMLAND", squareMetres, null));
		OffsetDateTime arrived = transit.since().plusHours(20 + this.random.nextInt(60));
		String seed = this.log.lot("SD");
		this.log.add(new Received(this.log.id(arrived), arrived, this.id, transit.lot(), transit.grams(),
				transit.grams(), seed, null));
		OffsetDateTime sown = arrived.plusHours(20 + this.random.nextInt(100));
		String stand = this.log.lot("ST");
		this.log.add(new Sown(this.log.id(sown), sown, this.id, plot, stand,
				List.of(new Portion(seed, transit.grams())), squareMetres, null));
		int age = (this.random.nextInt(10) < 3 || this.species.equals(Region.AMERICAN)) ? 4 : 5;
		this.fields.add(new Field(plot, stand, year, year + age, squareMetres));
		this.beds += squareMetres;
	}

	/** Shades, weeds and sprays. */
	void work(int year) {
		for (Field field : this.fields) {
			if (field.due == year) {
				OffsetDateTime sprayed = Region.time(year, 7, 1 + this.random.nextInt(15), 5);
				this.log.add(new FieldWorked(this.log.id(sprayed), sprayed, this.id, field.plot, field.stand, "SPRAY",
						"演示嘧菌酯悬浮剂", "azoxystrobin", "0.4 L/ha", null));
			}
			else if (field.sown < year && this.random.nextInt(10) < 4) {
				OffsetDateTime day = Region.time(year, 5, 1 + this.random.nextInt(28), 7);
				this.log.add(new FieldWorked(this.log.id(day), day, this.id, field.plot, field.stand,
						this.random.nextBoolean() ? "SHADE" : "WEED", null, null, null, null));
			}
		}
	}

	/**
	 * Digs what is due, on one day or two, and sends it off.
	 * @return what is on its way to the works
	 */
	List<Stock> dig(int year, String works) {
		List<Stock> sent = new ArrayList<>();
		for (Iterator<Field> due = this.fields.iterator(); due.hasNext();) {
			Field field = due.next();
			if (field.due == year) {
				due.remove();
				dig(year, field, works, sent);
			}
		}
		return sent;
	}

	private void dig(int year, Field field, String works, List<Stock> sent) {
		int days = 1 + this.random.nextInt(2);
		long grams = field.squareMetres * (1400 + this.random.nextInt(1000)) / days;
		if (this.random.nextInt(10) == 0) {
			test(year, field.stand);
		}
		for (int i = 0; i < days; i++) {
			OffsetDateTime dug = Region.time(year, 9, 8 + 7 * i + this.random.nextInt(6), 15);
			String lot = this.log.lot("F");
			long soil = grams / 25;
			this.log.add(new Harvested(this.log.id(dug), dug, this.id, field.plot, field.stand, lot, grams + soil, soil,
					(int) (grams / 20_000) + 1, this.random.nextInt(3) == 0 ? "刘检员（演示）" : null, null));
			String promise = null;
			if (this.random.nextInt(4) == 0) {
				promise = "演示合格证 " + lot;
				OffsetDateTime declared = dug.plusHours(1);
				this.log.add(new ConformityDeclared(this.log.id(declared), declared, this.id, lot, promise,
						"INTERNAL-CONTROL"));
			}
			OffsetDateTime left = dug.plusHours(3 + this.random.nextInt(15));
			String transit = this.log.lot("S");
			this.log.add(new Shipped(this.log.id(left), left, this.id, works,
					List.of(new Shipped.Line(lot, grams, transit, promise)), "演示运单 " + transit));
			sent.add(
					Stock.first(transit, "FRESH", grams, left, year - field.sown, Map.of(this.base + " " + year, 1.0)));
		}
	}

	private void test(int year, String stand) {
		OffsetDateTime drawn = Region.time(year, 9, 1, 10);
		String sample = "SP-" + stand;
		this.log.add(new Sampled(this.log.id(drawn), drawn, Region.LABORATORY, stand, sample, "刘检员（演示）"));
		OffsetDateTime known = Region.time(year, 9, 6, 16);
		this.log.add(new Tested(this.log.id(known), known, Region.LABORATORY, stand, sample, "演示 " + sample, drawn,
				List.of(result("Pb", 10 + this.random.nextInt(80)), result("Cd", 1 + this.random.nextInt(20)),
						result("五氯硝基苯", this.random.nextInt(8))),
				true, FILE));
	}

	private static Tested.Result result(String analyte, int hundredths) {
		return new Tested.Result(analyte, BigDecimal.valueOf(hundredths, 2), "mg/kg", null, false);
	}

}
