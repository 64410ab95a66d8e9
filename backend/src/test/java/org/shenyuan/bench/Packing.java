package org.shenyuan.bench;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;

import org.shenyuan.events.Holding.Held;
import org.shenyuan.events.Labelling.Claimed;
import org.shenyuan.events.Labelling.LabelsActivated;
import org.shenyuan.events.Labelling.LabelsApplied;
import org.shenyuan.events.Labelling.LabelsIssued;
import org.shenyuan.events.Labelling.LabelsPrinted;
import org.shenyuan.events.Labelling.LabelsSpoiled;
import org.shenyuan.events.Labelling.LabelsVoided;
import org.shenyuan.events.Labelling.Sheet;
import org.shenyuan.events.Making.Packed;
import org.shenyuan.events.Recalling.RecallEnded;
import org.shenyuan.events.Recalling.Recalled;
import org.shenyuan.events.Recalling.Source;
import org.shenyuan.events.Trading.Received;
import org.shenyuan.events.Trading.Shipped;

/** Where goods are packed, labelled and sent to the trade. */
final class Packing {

	private static final Sheet SHEET = new Sheet("A4-3x7", 21, 1);

	private final Log log;

	private final Random random;

	private final String works;

	private final String trader;

	private final boolean american;

	private int packed;

	Packing(Log log, Random random, String works, String trader, String species) {
		this.log = log;
		this.random = random;
		this.works = works;
		this.trader = trader;
		this.american = species.equals(Region.AMERICAN);
	}

	/** Packs what labels are for, and sends the rest in bulk. */
	void pack(int year, Stock stock, long unitGrams) {
		long units = Math.min(stock.grams() / unitGrams, 120 + this.random.nextInt(320));
		OffsetDateTime at = stock.since().plusHours(30 + this.random.nextInt(100));
		String lot = this.log.lot("PK");
		this.packed++;
		this.log.add(new Packed(this.log.id(at), at, this.works, this.works + "-HALL",
				Works.part(stock, units * unitGrams), lot, units, unitGrams, null, 0, null, null));
		String run = "RUN-" + lot;
		OffsetDateTime labelled = label(stock, lot, run, units, unitGrams, at.plusHours(2));
		send(lot, units * unitGrams, labelled.plusHours(12 + this.random.nextInt(300)));
		if (this.log.runs() % 300 == 11) {
			recall(lot, Region.time(year + 1, 3, 1 + this.random.nextInt(28), 9));
		}
		long rest = stock.grams() - units * unitGrams;
		if (rest > 0 && this.random.nextInt(10) < 4) {
			send(stock.lot(), rest, at.plusHours(20 + this.random.nextInt(200)));
		}
		else if (rest > 0 && this.packed % 50 == 13) {
			OffsetDateTime stopped = at.plusHours(5);
			this.log.add(new Held(this.log.id(stopped), stopped, this.works, stock.lot(), "待复检（演示）"));
		}
	}

	private OffsetDateTime label(Stock stock, String lot, String run, long units, long unitGrams,
			OffsetDateTime issued) {
		Claimed claims = (stock.outside() || this.random.nextInt(10) > 2) ? null
				: new Claimed(stock.youngest(), !this.american, !this.american, false, null, "CN");
		this.log.issue(new LabelsIssued(this.log.id(issued), issued, this.works, run, lot, units, claims),
				stock.draws(units * unitGrams));
		OffsetDateTime printed = issued.plusHours(1);
		this.log.add(new LabelsPrinted(this.log.id(printed), printed, this.works, run, 1, units, SHEET));
		long good = units;
		OffsetDateTime at = printed.plusHours(1);
		switch (this.random.nextInt(8)) {
			case 0 -> {
				good -= 2;
				this.log.add(new LabelsSpoiled(this.log.id(at), at, this.works, run, good + 1, units, "卡纸"));
			}
			case 1 -> {
				good -= 1;
				this.log.add(new LabelsVoided(this.log.id(at), at, this.works, run, units, units, "打印不清"));
			}
			default -> {
			}
		}
		OffsetDateTime active = at.plusHours(2);
		this.log.add(new LabelsActivated(this.log.id(active), active, this.works, run, 1, good));
		OffsetDateTime on = active.plusHours(2);
		if (this.random.nextBoolean()) {
			this.log.add(new LabelsApplied(this.log.id(on), on, this.works, run, 1, good));
		}
		return on;
	}

	private void send(String lot, long grams, OffsetDateTime at) {
		String transit = this.log.lot("S");
		this.log.add(new Shipped(this.log.id(at), at, this.works, this.trader,
				List.of(new Shipped.Line(lot, grams, transit, null)), "演示运单 " + transit));
		OffsetDateTime arrived = at.plusHours(10 + this.random.nextInt(60));
		this.log.add(new Received(this.log.id(arrived), arrived, this.trader, transit, grams, grams, this.log.lot("T"),
				null));
	}

	/** Half of the recalls end. */
	private void recall(String lot, OffsetDateTime at) {
		var recall = new Recalled(this.log.id(at), at, Region.AUTHORITY, Source.LOT, lot, "包装受潮（演示）", "请退回商家（演示）");
		this.log.add(recall);
		if (this.random.nextBoolean()) {
			OffsetDateTime over = at.plusDays(20);
			this.log.add(new RecallEnded(this.log.id(over), over, Region.AUTHORITY, recall.id(), "已处理（演示）"));
		}
	}

}
