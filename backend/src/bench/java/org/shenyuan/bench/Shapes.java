package org.shenyuan.bench;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Goods with a history of a known shape, as lines of a season that an administrator
 * brings in. Each ends in packs of one kilogram with a run of labels.
 */
final class Shapes {

	/** Where goods are dug; the first ten belong to the farm that packs. */
	private static final int BASES = 19;

	private static final int OWN = 10;

	private static final OffsetDateTime BEGIN = OffsetDateTime.parse("2024-09-20T08:00:00+08:00");

	private final StringBuilder lines = new StringBuilder();

	private final List<Shape> shapes = new ArrayList<>();

	private int minute;

	/**
	 * @param size of its kind: sources, links or levels
	 * @param sources harvests that it comes from
	 * @param bases on which they were dug
	 * @param peer milliseconds that the nearest peer took, 0 where nobody measured
	 */
	record Shape(String kind, int size, String lot, int sources, int bases, double peer) {

		String run() {
			return this.lot + "-RUN";
		}

	}

	static Shapes all() {
		var shapes = new Shapes();
		shapes.settle();
		shapes.merge(10, 79);
		shapes.merge(100, 305);
		shapes.merge(1000, 2560);
		shapes.merge(10_000, 0);
		shapes.chain(10, 0);
		shapes.chain(50, 421);
		shapes.chain(500, 0);
		shapes.blend(8, 237);
		shapes.blend(12, 408);
		shapes.blend(14, 937);
		shapes.blend(20, 0);
		shapes.blend(40, 0);
		shapes.transfers(2);
		shapes.transfers(10);
		return shapes;
	}

	String lines() {
		return this.lines.toString();
	}

	List<Shape> shapes() {
		return this.shapes;
	}

	/** A line of a season. */
	static String line(String kind, Object at, String by, String fields) {
		return String.format(Locale.ROOT, "{\"type\":\"%s\",\"id\":\"%s\",\"at\":\"%s\",\"by\":\"%s\",%s}%n", kind,
				UUID.randomUUID(), at, by, fields);
	}

	static String f(String text, Object... values) {
		return String.format(Locale.ROOT, text.replace('\'', '"'), values);
	}

	private void settle() {
		add("partyRegistered", "2018-01-01T09:00:00+08:00", "BM-AUTH",
				"'party':'BM-AUTH','name':'测量局（演示）','roles':['AUTHORITY'],'county':'220500'");
		add("varietyRegistered", "2018-01-02T09:00:00+08:00", "BM-AUTH",
				"'variety':'BM-ERMAYA','name':'二马牙','varietyKind':'LANDRACE','species':'PANAX-GINSENG'");
		for (int base = 0; base < BASES; base++) {
			String farm = farm(base);
			if (base == 0 || base >= OWN) {
				add("partyRegistered", "2018-01-03T09:00:00+08:00", "BM-AUTH",
						"'party':'%s','name':'测量参场%d（演示）','roles':['GROWER','PROCESSOR','TRADER'],'county':'220582'", farm,
						base);
			}
			add("baseRegistered", "2018-01-04T09:00:00+08:00", "BM-AUTH",
					"'base':'BM-BASE%1$d','name':'测量基地%1$d号（演示）','county':'220582','town':'清河镇','operator':'%2$s'", base,
					farm);
			add("plotRegistered", "2018-01-05T09:00:00+08:00", "BM-AUTH",
					"'plot':'BM-P%1$d','name':'%1$d号地','base':'BM-BASE%1$d','operator':'%2$s','cultivation':'GARDEN-FARMLAND','bedSquareMetres':20000",
					base, farm);
			add("certificateRegistered", "2023-05-30T09:00:00+08:00", "BM-AUTH",
					"'certificate':'BM-CERT%1$d','number':'演示-BM%1$d','certificateKind':'GAP-BASE','level':'PROVINCE','base':'BM-BASE%1$d','species':'PANAX-GINSENG','validFrom':'2023-06-01','validTo':'2028-05-31','squareMetres':20000",
					base);
			add("seedRegistered", "2019-09-28T10:00:00+08:00", farm,
					"'lot':'BM-SEED%d','species':'PANAX-GINSENG','variety':'BM-ERMAYA','form':'DRIED-SEED','grams':60000",
					base);
			add("sown", "2019-10-18T08:30:00+08:00", farm,
					"'plot':'BM-P%1$d','stand':'BM-STAND%1$d','seed':[{'lot':'BM-SEED%1$d','grams':50000}]", base);
		}
		add("facilityRegistered", "2018-01-06T09:00:00+08:00", "BM-AUTH",
				"'facility':'BM-SHED','name':'测量包装间（演示）','county':'220582','operator':'BM-FARM0'");
	}

	private void merge(int sources, double peer) {
		String name = "BM-M" + sources;
		String inputs = IntStream.range(0, sources)
			.mapToObj((i) -> dig(i % OWN, name + "-S" + i, 1000))
			.map((lot) -> portion(lot, 1000))
			.collect(Collectors.joining(","));
		regroup(inputs, portion(name, sources * 1000L));
		pack("merge", sources, name, sources * 1000L, sources, Math.min(sources, OWN), peer);
	}

	private void chain(int links, double peer) {
		String name = "BM-C" + links;
		String lot = dig(0, name + "-0", 5000);
		for (int link = 1; link <= links; link++) {
			String next = name + "-" + link;
			regroup(portion(lot, 5000), portion(next, 5000));
			lot = next;
		}
		pack("chain", links, lot, 5000, 1, 1, peer);
	}

	/** At each level two lots, each of which takes half of both before it. */
	private void blend(int levels, double peer) {
		String name = "BM-B" + levels;
		String x = dig(0, name + "-X0", 2000);
		String y = dig(1, name + "-Y0", 2000);
		for (int level = 1; level <= levels; level++) {
			String halves = portion(x, 1000) + "," + portion(y, 1000);
			x = name + "-X" + level;
			y = name + "-Y" + level;
			regroup(halves, portion(x, 2000));
			regroup(halves, portion(y, 2000));
		}
		regroup(portion(x, 2000) + "," + portion(y, 2000), portion(name, 4000));
		pack("2×2 blend", levels, name, 4000, 2, 2, peer);
	}

	private void transfers(int farms) {
		String name = "BM-T" + farms;
		List<String> inputs = new ArrayList<>(List.of(portion(dig(0, name + "-0", 1000), 1000)));
		for (int base = OWN; base < OWN + farms - 1; base++) {
			String lot = dig(base, name + "-" + base, 1000);
			at(farm(base), "shipped", "'to':'BM-FARM0','lines':[{'lot':'%1$s','grams':1000,'as':'%1$s-T'}]", lot);
			at(farm(0), "received", "'lot':'%1$s-T','declaredGrams':1000,'weighedGrams':1000,'as':'%1$s-R'", lot);
			inputs.add(portion(lot + "-R", 1000));
		}
		regroup(String.join(",", inputs), portion(name, farms * 1000L));
		pack("farms joined by transfers", farms, name, farms * 1000L, farms, farms, 0);
	}

	private void pack(String kind, int size, String lot, long grams, int sources, int bases, double peer) {
		var shape = new Shape(kind, size, lot + "-P", sources, bases, peer);
		at(farm(0), "packed",
				"'facility':'BM-SHED','inputs':[%s],'lot':'%s','units':%d,'unitGrams':1000", portion(lot, grams),
				shape.lot(), grams / 1000);
		at(farm(0), "labelsIssued", "'run':'%s','lot':'%s','count':%d", shape.run(), shape.lot(), grams / 1000);
		at(farm(0), "labelsActivated", "'run':'%s','first':1,'last':%d", shape.run(), grams / 1000);
		this.shapes.add(shape);
	}

	private String dig(int base, String lot, long grams) {
		add("harvested", "2024-09-18T15:00:00+08:00", farm(base),
				"'plot':'BM-P%1$d','stand':'BM-STAND%1$d','lot':'%2$s','grossGrams':%3$d", base, lot, grams);
		return lot;
	}

	private void regroup(String inputs, String outputs) {
		at(farm(0), "regrouped", "'inputs':[%s],'outputs':[%s]", inputs, outputs);
	}

	private static String portion(String lot, long grams) {
		return f("{'lot':'%s','grams':%d}", lot, grams);
	}

	private static String farm(int base) {
		return "BM-FARM" + ((base < OWN) ? 0 : base);
	}

	private void at(String by, String kind, String fields, Object... values) {
		add(kind, BEGIN.plusMinutes(this.minute++), by, fields, values);
	}

	private void add(String kind, Object at, String by, String fields, Object... values) {
		this.lines.append(line(kind, at, by, f(fields, values)));
	}

}
