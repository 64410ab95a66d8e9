package org.shenyuan.trading;

import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Holdings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where a day at the works begins: what has to be done with goods, and what waits. */
@Controller
class WorkPage {

	private final Holdings holdings;

	WorkPage(Holdings holdings) {
		this.holdings = holdings;
	}

	@GetMapping("/work")
	ModelAndView day(Author author) {
		return new ModelAndView("trading/work").addObject("incoming", this.holdings.incoming(author.party()));
	}

}
