package org.shenyuan.stock;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Effect.Portion;
import org.shenyuan.events.LotKind;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Holdings;
import org.shenyuan.ledger.Holdings.Wanted;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Lots;
import org.shenyuan.web.Entered;
import org.shenyuan.web.LotRow;
import org.springframework.stereotype.Component;

/** The part of a form that takes from lots in hand: one row for each lot. */
@Component
public class Takes {

	/** As many rows as a page can show and a form can send. */
	public static final int MOST = 100;

	private static final int READ = 1000;

	/** What a root may be, from the bed to the pack. */
	public static final Set<LotKind> ROOTS = EnumSet.of(LotKind.FRESH, LotKind.PROCESSED, LotKind.PACKED);

	/** What can be carried away. */
	public static final Set<LotKind> GOODS = EnumSet.complementOf(EnumSet.of(LotKind.STAND));

	private final Lots lots;

	private final Holdings holdings;

	Takes(Lots lots, Holdings holdings) {
		this.lots = lots;
		this.holdings = holdings;
	}

	/**
	 * A row as it was typed.
	 *
	 * @param grams in the unit of the form, empty for a lot that is not used
	 * @param all set when everything is taken: {@code left}, grams that were there when
	 * the form was shown
	 */
	public record Take(@Nullable String lot, @Nullable String grams, @Nullable String all,
			@Nullable String left) implements LotRow {

		private static Take of(Lot lot, boolean everything) {
			return new Take(lot.id(), null, everything ? "on" : null, String.valueOf(lot.left()));
		}

	}

	/**
	 * Rows for the roots in hand.
	 * @param chosen the lot that the reader came from: it stands first, taken as a whole
	 */
	public List<Take> offer(Author author, @Nullable String chosen) {
		return offer(author, (chosen != null) ? List.of(chosen) : List.of(), (lot) -> ROOTS.contains(lot.kind()));
	}

	/**
	 * Rows for lots in hand.
	 * @param chosen stand first, taken as a whole
	 */
	public List<Take> offer(Author author, List<String> chosen, Predicate<Lot> wanted) {
		Predicate<Lot> usable = wanted.and((lot) -> !lot.inTransit() && lot.left() > 0);
		Stream<Take> first = chosen.stream()
			.flatMap((lot) -> this.lots.find(lot).stream())
			.filter(usable.and((lot) -> lot.holder().equals(author.party())))
			.map((lot) -> Take.of(lot, true));
		Stream<Take> others = this.holdings.of(author.party(), Wanted.LEFT, null, READ)
			.stream()
			.filter(usable.and((lot) -> !chosen.contains(lot.id())))
			.map((lot) -> Take.of(lot, false));
		return Stream.concat(first, others).limit(MOST).toList();
	}

	/** What stands beside the rows, by lot; nothing beside the lots of others. */
	public Map<String, Lot> lots(Author author, @Nullable List<Take> rows) {
		return Stream.ofNullable(rows)
			.flatMap(List::stream)
			.map(Take::lot)
			.flatMap((lot) -> this.lots.find(String.valueOf(lot)).stream())
			.filter((lot) -> lot.holder().equals(author.party()))
			.collect(Collectors.toMap(Lot::id, Function.identity(), (one, same) -> one));
	}

	/** The rows that were filled in; a figure counts before a tick. */
	public static List<Portion> read(@Nullable List<Take> rows, @Nullable String unit, Entered entered) {
		List<Portion> portions = new ArrayList<>();
		for (Take row : (rows != null) ? rows : List.<Take>of()) {
			if (entered.optional(row.grams()) != null) {
				portions
					.add(new Portion(entered.code("inputs", row.lot()), entered.grams("inputs", row.grams(), unit)));
			}
			else if (row.all() != null) {
				portions.add(new Portion(entered.code("inputs", row.lot()), entered.whole("inputs", row.left())));
			}
		}
		return portions;
	}

}
