package org.shenyuan.stock;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Holdings;
import org.shenyuan.ledger.Holdings.Wanted;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.Refused;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A party's lots, and the account of each. */
@RestController
@RequestMapping("/api/v1/lots")
class LotsApi {

	private static final int MOST = 1000;

	private final Lots lots;

	private final Holdings holdings;

	private final Access access;

	LotsApi(Lots lots, Holdings holdings, Access access) {
		this.lots = lots;
		this.holdings = holdings;
		this.access = access;
	}

	/** A page of lots; {@code next} is null at the end. */
	record Page(List<Lot> lots, @Nullable String next) {
	}

	/**
	 * A lot with its account.
	 *
	 * @param labelsLeft how many more labels may be issued for it
	 */
	record Statement(Lot lot, long labelsLeft, List<Lots.Line> account, List<LabelRun> runs) {
	}

	@GetMapping
	Page page(Author author, @RequestParam(required = false) @Nullable String after,
			@RequestParam(defaultValue = "100") int limit, @RequestParam(defaultValue = "false") boolean everything) {
		int size = Math.max(1, Math.min(MOST, limit));
		List<Lot> page = this.holdings.of(author.party(), new Wanted("", "", "", "", everything), after, size);
		return new Page(page, (page.size() < size) ? null : page.getLast().id());
	}

	@GetMapping("/{lot}")
	Statement one(@PathVariable String lot, Author author) {
		this.access.toLot(author, lot);
		Lot found = this.lots.find(lot).orElseThrow(() -> Refused.absent("lot", lot));
		return new Statement(found, found.labelsLeft(), this.lots.account(lot), this.lots.runs(lot));
	}

}
