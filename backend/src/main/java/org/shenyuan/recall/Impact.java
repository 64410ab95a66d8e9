package org.shenyuan.recall;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.LotKind;
import org.shenyuan.events.Recalling.Source;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Ranges;
import org.shenyuan.trace.Forward;
import org.shenyuan.trace.Forward.Reached;

/**
 * What a recall reaches at a moment. Masses in grams; the share of a lot is how much of
 * it came from the source, by weight, and its suspect mass that share of what is left, to
 * the gram.
 *
 * @param parties whom to call, who holds most first
 * @param lots in order of their numbers
 * @param labels every run, by lot
 */
public record Impact(Source source, String start, Instant taken, Sum sum, List<Holder> parties, List<Hit> lots,
		List<Labels> labels) {

	private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

	/** All of it in a few numbers. */
	public record Sum(int parties, int lots, long leftGrams, long suspectGrams, long transitGrams, int runs,
			long labels, long activated, long voided) {
	}

	/**
	 * Somebody to call.
	 *
	 * @param leftGrams what of it they hold, {@code transitGrams} of that is still on its
	 * way to them
	 * @param shippedGrams what of it they sent on to others
	 * @param activated labels that are on packs they hold or sold
	 */
	public record Holder(String party, String name, @Nullable String county, @Nullable String town, int lots,
			long leftGrams, long suspectGrams, long transitGrams, long shippedGrams, long activated) {
	}

	/**
	 * A lot that is reached.
	 *
	 * @param share per cent by weight
	 */
	public record Hit(String lot, LotKind kind, String product, String holder, BigDecimal share, long grams,
			long leftGrams, long suspectGrams, long shippedGrams, boolean inTransit) {

		static Hit of(Reached lot) {
			long suspect = BigDecimal.valueOf(lot.left())
				.multiply(lot.share())
				.divide(PERCENT, 0, RoundingMode.HALF_UP)
				.longValueExact();
			return new Hit(lot.lot(), lot.kind(), lot.product(), lot.holder(), lot.share(), lot.grams(), lot.left(),
					suspect, lot.shipped(), lot.inTransit());
		}

	}

	/** The labels of a run, numbered {@code first} to {@code last}. */
	public record Labels(String run, String lot, String holder, long first, long last, Ranges activated,
			Ranges voided) {

		static Labels of(LabelRun run) {
			return new Labels(run.id(), run.lot(), run.holder(), 1, run.count(), run.activated(), run.voided());
		}

	}

	/** Who a party is. */
	record Party(String id, String name, @Nullable String county, @Nullable String town) {
	}

	/** The same with at most so many lots and runs listed; the sums are of all. */
	Impact first(int most) {
		return new Impact(this.source, this.start, this.taken, this.sum, this.parties,
				this.lots.stream().limit(most).toList(), this.labels.stream().limit(most).toList());
	}

	/** Names of the parties, for tables. */
	public String name(String party) {
		return this.parties.stream()
			.filter((holder) -> holder.party().equals(party))
			.map(Holder::name)
			.findFirst()
			.orElse(party);
	}

	static Impact of(Source source, Forward forward, Map<String, Party> parties, Instant taken) {
		List<Hit> hits = forward.lots().stream().map(Hit::of).toList();
		List<Labels> labels = forward.lots().stream().flatMap((lot) -> lot.runs().stream()).map(Labels::of).toList();
		List<Holder> holders = holders(hits, labels, parties);
		Sum sum = new Sum(holders.size(), hits.size(), hits.stream().mapToLong(Hit::leftGrams).sum(),
				hits.stream().mapToLong(Hit::suspectGrams).sum(),
				hits.stream().filter(Hit::inTransit).mapToLong(Hit::leftGrams).sum(), labels.size(),
				labels.stream().mapToLong(Labels::last).sum(),
				labels.stream().mapToLong((run) -> run.activated().size()).sum(),
				labels.stream().mapToLong((run) -> run.voided().size()).sum());
		return new Impact(source, forward.start(), taken, sum, holders, hits, labels);
	}

	private static List<Holder> holders(List<Hit> hits, List<Labels> labels, Map<String, Party> parties) {
		Map<String, List<Hit>> byHolder = new TreeMap<>();
		hits.forEach((hit) -> byHolder.computeIfAbsent(hit.holder(), (id) -> new ArrayList<>()).add(hit));
		Map<String, Long> activated = new TreeMap<>();
		labels.forEach((run) -> activated.merge(run.holder(), run.activated().size(), Long::sum));
		return byHolder.entrySet().stream().map((held) -> {
			String id = held.getKey();
			List<Hit> lots = held.getValue();
			Party party = parties.getOrDefault(id, new Party(id, id, null, null));
			return new Holder(id, party.name(), party.county(), party.town(), lots.size(),
					lots.stream().mapToLong(Hit::leftGrams).sum(), lots.stream().mapToLong(Hit::suspectGrams).sum(),
					lots.stream().filter(Hit::inTransit).mapToLong(Hit::leftGrams).sum(),
					lots.stream().mapToLong(Hit::shippedGrams).sum(), activated.getOrDefault(id, 0L));
		}).sorted(Comparator.comparingLong(Holder::suspectGrams).reversed().thenComparing(Holder::party)).toList();
	}

}
