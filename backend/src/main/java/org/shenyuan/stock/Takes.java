package org.shenyuan.stock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Effect.Portion;
import org.shenyuan.events.LotKind;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Lots;
import org.shenyuan.web.Entered;
import org.springframework.stereotype.Component;

/** The part of a form that takes from lots in hand: one row for each lot. */
@Component
public class Takes {

	/** As many rows as a page can show and a form can send. */
	public static final int MOST = 100;

	private static final int READ = 1000;

	private static final Set<LotKind> ROOTS = EnumSet.of(LotKind.FRESH, LotKind.PROCESSED, LotKind.PACKED);

	private final Lots lots;

	Takes(Lots lots) {
		this.lots = lots;
	}

	/**
	 * A row as it was typed.
	 *
	 * @param grams in the unit of the form, empty for a lot that is not used
	 */
	public record Take(@Nullable String lot, @Nullable String grams) {
	}

	/**
	 * Rows for the roots in hand.
	 * @param chosen the lot that the reader came from: it stands first
	 */
	public List<Take> offer(Author author, @Nullable String chosen) {
		return roots(author).stream()
			.sorted(Comparator.comparing((Lot lot) -> !lot.id().equals(chosen)))
			.limit(MOST)
			.map((lot) -> new Take(lot.id(), null))
			.toList();
	}

	/** What stands beside the rows, by lot; nothing beside the lots of others. */
	public Map<String, Lot> lots(Author author, List<Take> rows) {
		return rows.stream()
			.map(Take::lot)
			.flatMap((lot) -> this.lots.find(String.valueOf(lot)).stream())
			.filter((lot) -> lot.holder().equals(author.party()))
			.collect(Collectors.toMap(Lot::id, Function.identity(), (one, same) -> one));
	}

	/** The rows that were filled in. */
	public static List<Portion> read(@Nullable List<Take> rows, @Nullable String unit, Entered entered) {
		List<Portion> portions = new ArrayList<>();
		for (Take row : (rows != null) ? rows : List.<Take>of()) {
			if (entered.optional(row.grams()) != null) {
				portions
					.add(new Portion(entered.code("inputs", row.lot()), entered.grams("inputs", row.grams(), unit)));
			}
		}
		return portions;
	}

	private List<Lot> roots(Author author) {
		return this.lots.inHand(author.party(), null, false, READ)
			.stream()
			.filter((lot) -> ROOTS.contains(lot.kind()) && !lot.inTransit())
			.toList();
	}

}
