package org.shenyuan.stock;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.LotKind;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Holdings;
import org.shenyuan.ledger.Holdings.Wanted;
import org.shenyuan.ledger.Lot;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a party has in hand, and where the rest of it went. */
@Controller
class StockPage {

	private static final int PAGE = 100;

	private static final List<String> STATES = List.of("HELD", "TRANSIT", "OUTSIDE", "LABELLED");

	private final Holdings holdings;

	StockPage(Holdings holdings) {
		this.holdings = holdings;
	}

	/**
	 * @param kind and {@code product}, {@code state}: as in {@link Wanted}
	 * @param begin of a number
	 * @param all also what is used up
	 * @param after the last lot of the page before
	 */
	@GetMapping("/stock")
	String stock(Author author, @RequestParam(defaultValue = "") String kind,
			@RequestParam(defaultValue = "") String product, @RequestParam(defaultValue = "") String state,
			@RequestParam(defaultValue = "") String begin, @RequestParam(defaultValue = "false") boolean all,
			@RequestParam(required = false) @Nullable String after, Model model) {
		Wanted wanted = new Wanted(kind, product, state, begin.strip().toUpperCase(Locale.ROOT), all);
		List<Lot> page = this.holdings.of(author.party(), wanted, after, PAGE);
		model.addAttribute("wanted", wanted);
		model.addAttribute("filtered", Stream.of(kind, product, state, begin).anyMatch((one) -> !one.isBlank()));
		model.addAttribute("sums", this.holdings.sums(author.party()));
		model.addAttribute("lots", page);
		model.addAttribute("uses", this.holdings.uses(page.stream().map(Lot::id).toList()));
		model.addAttribute("kinds", LotKind.values());
		model.addAttribute("states", STATES);
		model.addAttribute("next", (page.size() < PAGE) ? null : page.getLast().id());
		return "stock/stock";
	}

}
