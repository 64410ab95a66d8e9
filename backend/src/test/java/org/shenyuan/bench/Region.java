package org.shenyuan.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.shenyuan.events.Growing.SeedRegistered;
import org.shenyuan.events.Registering.BaseRegistered;
import org.shenyuan.events.Registering.CertificateRegistered;
import org.shenyuan.events.Registering.FacilityRegistered;
import org.shenyuan.events.Registering.ParcelRegistered;
import org.shenyuan.events.Registering.PartyRegistered;
import org.shenyuan.events.Registering.VarietyRegistered;
import org.shenyuan.events.Role;
import org.shenyuan.events.Sourcing.VarietyJudged;
import org.shenyuan.events.Trading.Shipped;

/**
 * A region of any size as a backup file, the same for the same number of lots: households
 * that sow every autumn from 2018 on and dig four or five seasons later, works that
 * blend, process, pack and label what they bring, and the trade. Restoring it loads it.
 * The ledger takes every event of it.
 */
public final class Region {

	/** Of every account; {@code admin} is one, and each party has one of its name. */
	public static final String PASSWORD = "region";

	static final String AUTHORITY = "AUTH";

	static final String LABORATORY = "LAB";

	static final String GINSENG = "PANAX-GINSENG";

	static final String AMERICAN = "PANAX-QUINQUEFOLIUS";

	/** Those of Tonghua in the protected area. */
	private static final List<String> COUNTIES = List.of("220582", "220521", "220523", "220524");

	private static final int LOTS_OF_A_GROWER = 43;

	private static final int GROWERS_OF_A_WORKS = 20;

	private static final int GROWERS_ON_A_BASE = 5;

	/** They sow from one seed lot in a year. */
	private static final int WORKS_ON_A_SEED_LOT = 25;

	private static final int WORKS_OF_A_TRADER = 20;

	private static final String SURNAMES = "王李张刘金朴崔孙赵林";

	private static final String NAMES = "德山春梅永哲立新顺姬广林守业玉兰";

	private final Random random = new Random(20260101);

	private final Log log;

	private final List<Works> works = new ArrayList<>();

	private final Map<String, Role> parties = new LinkedHashMap<>();

	private Region(Writer out) {
		this.log = new Log(out, this.random);
	}

	/** What a region has. */
	public record Size(long lots, long events, long runs, long labels) {
	}

	/**
	 * Writes a backup file.
	 * @param arguments how many lots, about; and the file
	 */
	public static void main(String... arguments) throws IOException {
		try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[1]))) {
			System.out.println(write(Long.parseLong(arguments[0]), out));
		}
	}

	/**
	 * Writes a backup of a region.
	 * @param lots about how many it shall have, from 400 on
	 */
	public static Size write(long lots, Writer out) {
		var region = new Region(out);
		region.register((int) Math.max(8, lots / LOTS_OF_A_GROWER));
		for (int year = 2018; year <= 2026; year++) {
			region.pass(year);
		}
		region.beside();
		region.log.end();
		return new Size(region.log.lots(), region.log.events(), region.log.runs(), region.log.labels());
	}

	static OffsetDateTime time(int year, int month, int day, int hour) {
		return OffsetDateTime.of(LocalDate.of(year, month, day), LocalTime.of(hour, 0), ZoneOffset.ofHours(8));
	}

	private void register(int growers) {
		this.log.recordedFrom("2018-05-01T00:00:00Z");
		party(AUTHORITY, "市参业局", Role.AUTHORITY, "220500");
		party(LABORATORY, "质检室", Role.LABORATORY, "220502");
		party("EXPERT-1", "林守业", Role.EXPERT, "220502");
		party("EXPERT-2", "朴顺姬", Role.EXPERT, "220582");
		variety("ERMAYA", "二马牙", "LANDRACE", GINSENG);
		variety("XIYANG", "西洋参混杂", "MIXED", AMERICAN);
		for (int i = 0; i * GROWERS_OF_A_WORKS < growers; i++) {
			works(i, Math.min(GROWERS_OF_A_WORKS, growers - i * GROWERS_OF_A_WORKS));
		}
	}

	private void works(int index, int growers) {
		String county = COUNTIES.get(index % COUNTIES.size());
		String trader = "TRADER-" + index / WORKS_OF_A_TRADER;
		if (index % WORKS_OF_A_TRADER == 0) {
			party(trader, "参茸商行 " + trader, Role.TRADER, "220500");
		}
		if (index % WORKS_ON_A_SEED_LOT == 0) {
			party(station(index), "种子站 " + station(index), Role.GROWER, county);
		}
		String species = (index % 10 == 9) ? AMERICAN : GINSENG;
		Works works = new Works(this.log, this.random, "W-" + index, trader, species);
		party(works.id, "参茸加工厂 " + index, Role.PROCESSOR, county);
		OffsetDateTime at = time(2018, 4, 2, 9);
		this.log.add(new FacilityRegistered(this.log.id(at), at, AUTHORITY, works.facility(), "车间（演示）", county, null,
				works.id));
		for (int i = 0; i < growers; i++) {
			int number = index * GROWERS_OF_A_WORKS + i;
			String base = "BASE-" + number / GROWERS_ON_A_BASE;
			String id = "G-" + number;
			party(id, person(), Role.GROWER, county);
			if (number % GROWERS_ON_A_BASE == 0) {
				this.log.add(new BaseRegistered(this.log.id(at), at, AUTHORITY, base, "参园 " + base + "（演示）", null,
						county, "清河镇", id));
			}
			this.log.add(new ParcelRegistered(this.log.id(at), at, AUTHORITY, "PC-" + number, county, "清河镇", null,
					6000 + this.random.nextInt(6000), "FARMLAND", 1, 1 + this.random.nextInt(3), "PLANTED", "CONTRACT",
					id, null, null, "2018", LocalDate.of(2018, 3, 20)));
			works.growers.add(new Grower(this.log, this.random, id, base, "PC-" + number, species));
		}
		this.works.add(works);
	}

	private static String station(int works) {
		return "SEED-" + works / WORKS_ON_A_SEED_LOT;
	}

	private String person() {
		int surname = this.random.nextInt(SURNAMES.length());
		int name = 2 * this.random.nextInt(NAMES.length() / 2);
		return SURNAMES.substring(surname, surname + 1) + NAMES.substring(name, name + 2);
	}

	private void party(String id, String name, Role role, String county) {
		OffsetDateTime at = time(2018, 4, 1, 9);
		this.parties.put(id, role);
		this.log.add(new PartyRegistered(this.log.id(at), at, AUTHORITY, id, name + "（演示）", null, Set.of(role), county,
				null));
	}

	private void variety(String id, String name, String kind, String species) {
		OffsetDateTime at = time(2018, 4, 1, 10);
		this.log.add(new VarietyRegistered(this.log.id(at), at, AUTHORITY, id, name, null, kind, species, null));
		for (String expert : List.of("EXPERT-1", "EXPERT-2")) {
			OffsetDateTime judged = at.plusDays(1);
			this.log.add(new VarietyJudged(this.log.id(judged), judged, expert, id, true, "性状一致（演示）", "无"));
		}
	}

	/** What happens in a year is written down by the next spring. */
	private void pass(int year) {
		this.log.recordedFrom((year == 2026) ? "2026-08-01T00:00:00Z" : (year + 1) + "-05-01T00:00:00Z");
		if (year % 3 == 0) {
			certify(year);
		}
		for (int i = 0; i < this.works.size(); i++) {
			Works here = this.works.get(i);
			here.growers.forEach((grower) -> grower.work(year));
			if (year < 2026) {
				List<Stock> sent = here.growers.stream()
					.flatMap((grower) -> grower.dig(year, here.id).stream())
					.toList();
				Works next = this.works.get((i + 1) % this.works.size());
				here.season(year, sent,
						(i + 1 < this.works.size() && next.species().equals(here.species())) ? next : null);
			}
		}
		for (int from = 0; year < 2026 && from < this.works.size(); from += WORKS_ON_A_SEED_LOT) {
			List<Works> group = this.works.subList(from, Math.min(this.works.size(), from + WORKS_ON_A_SEED_LOT));
			for (String species : List.of(GINSENG, AMERICAN)) {
				sow(year, station(from), species,
						group.stream()
							.filter((one) -> one.species().equals(species))
							.flatMap((one) -> one.growers.stream())
							.filter((grower) -> grower.sows(year))
							.toList());
			}
		}
	}

	/** Every third year most bases are certified anew. */
	private void certify(int year) {
		Map<String, Long> beds = new LinkedHashMap<>();
		this.works.stream()
			.flatMap((one) -> one.growers.stream())
			.forEach((grower) -> beds.merge(grower.base, grower.beds(), Long::sum));
		beds.forEach((base, area) -> {
			if (area > 0 && this.random.nextInt(10) < 8) {
				OffsetDateTime at = time(year, 5, 20, 9);
				String number = "C" + base.substring(4) + "-" + year;
				this.log.add(new CertificateRegistered(this.log.id(at), at, AUTHORITY, number, "演示-" + number,
						"GAP-BASE", "PROVINCE", base, speciesOf(base), LocalDate.of(year, 6, 1),
						LocalDate.of(year + 3, 5, 31), area));
			}
		});
	}

	private String speciesOf(String base) {
		int works = Integer.parseInt(base.substring(5)) * GROWERS_ON_A_BASE / GROWERS_OF_A_WORKS;
		return this.works.get(works).species();
	}

	/** One seed lot for all of them. */
	private void sow(int year, String station, String species, List<Grower> growers) {
		if (growers.isEmpty()) {
			return;
		}
		long portion = 5_000L + this.random.nextInt(2_000);
		OffsetDateTime at = time(year, 9, 22, 9);
		String seed = this.log.lot("SD");
		this.log.add(new SeedRegistered(this.log.id(at), at, station, seed, species,
				species.equals(AMERICAN) ? "XIYANG" : "ERMAYA", "STRATIFIED-SEED", portion * growers.size(),
				"演示种证 " + year, "演示检疫 " + year));
		for (Grower grower : growers) {
			OffsetDateTime left = at.plusHours(20 + this.random.nextInt(150));
			String transit = this.log.lot("S");
			this.log.add(new Shipped(this.log.id(left), left, station, grower.id,
					List.of(new Shipped.Line(seed, portion, transit, null)), null));
			grower.sow(year, Stock.first(transit, "STRATIFIED-SEED", portion, left, 0, Map.of()));
		}
	}

	/** Accounts, counters, and the scans of some labels. */
	private void beside() {
		account("admin", Role.ADMINISTRATOR, "");
		this.parties.forEach((party, role) -> account(Log.account(party), role, '"' + party + '"'));
		this.log.node("Counter", "\"name\":\"log\",\"value\":" + this.log.events(), "");
		this.log.node("Counter", "\"name\":\"run\",\"value\":" + this.log.runs(), "");
		for (long run = 1; run <= this.log.runs(); run += 10) {
			this.log.node("Label", String.format(Locale.ROOT,
					"\"afterVoid\":0,\"early\":0,\"first\":{\"time\":\"2026-02-%02dT08:00Z\"},\"key\":\"%d/%d\",\"networks\":[],\"scans\":%d",
					1 + run % 28, run, 1 + this.random.nextInt(50), 1 + this.random.nextInt(4)), "");
		}
		for (String county : COUNTIES) {
			this.log.node("Tally", String.format(Locale.ROOT,
					"\"county\":\"%1$s\",\"id\":\"%1$s/2026-02/TRACED/1\",\"month\":\"2026-02\",\"scans\":%2$d,\"verdict\":\"TRACED\"",
					county, this.log.runs() / 10), "");
		}
	}

	private void account(String name, Role role, String member) {
		this.log.node("Account",
				"\"hash\":\"{noop}" + PASSWORD + "\",\"name\":\"" + name + "\",\"roles\":[\"" + role + "\"]", member);
	}

}
