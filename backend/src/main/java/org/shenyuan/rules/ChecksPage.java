package org.shenyuan.rules;

import org.shenyuan.ledger.Author;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Which rules were applied on the way to a lot, for people. */
@Controller
class ChecksPage {

	private final Explanations explanations;

	ChecksPage(Explanations explanations) {
		this.explanations = explanations;
	}

	@GetMapping("/lots/{lot}/checks")
	String checks(@PathVariable String lot, Author author, Model model) {
		model.addAttribute("explanation", this.explanations.of(lot, author));
		return "rules/checks";
	}

}
