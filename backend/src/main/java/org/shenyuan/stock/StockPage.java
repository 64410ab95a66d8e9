package org.shenyuan.stock;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Lots;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a party has in hand. */
@Controller
class StockPage {

	private static final int PAGE = 100;

	private final Lots lots;

	StockPage(Lots lots) {
		this.lots = lots;
	}

	@GetMapping("/stock")
	String stock(Author author, @RequestParam(required = false) @Nullable String after,
			@RequestParam(defaultValue = "false") boolean all, Model model) {
		List<Lot> page = this.lots.inHand(author.party(), after, all, PAGE);
		model.addAttribute("lots", page);
		model.addAttribute("all", all);
		model.addAttribute("next", (page.size() < PAGE) ? null : page.getLast().id());
		return "stock/stock";
	}

}
