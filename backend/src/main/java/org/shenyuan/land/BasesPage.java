package org.shenyuan.land;

import java.time.LocalDate;
import java.util.List;

import org.shenyuan.land.Bases.Base;
import org.shenyuan.ledger.RuleBook;
import org.shenyuan.vocabulary.Terms;
import org.shenyuan.web.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Which bases are certified, and whether more labels are out than roots were dug, for
 * anybody. County and town, never where exactly.
 */
@Controller
class BasesPage {

	/** Long enough for what was dug under it to be on a shelf. */
	private static final int YEARS_SHOWN = 10;

	private static final int PAGE = 20;

	private final Bases bases;

	private final RuleBook rules;

	private final Terms terms;

	private final Forms forms;

	BasesPage(Bases bases, RuleBook rules, Terms terms, Forms forms) {
		this.bases = bases;
		this.rules = rules;
		this.terms = terms;
		this.forms = forms;
	}

	@GetMapping("/bases")
	String bases(@RequestParam(defaultValue = "") String county, @RequestParam(defaultValue = "") String after,
			Model model) {
		LocalDate today = this.forms.today();
		List<Base> page = this.bases.page(county, after, today.minusYears(YEARS_SHOWN), PAGE);
		model.addAttribute("today", today);
		model.addAttribute("county", county);
		model.addAttribute("counties", this.terms.of("county"));
		model.addAttribute("bases", page);
		model.addAttribute("rule", RuleBook.inForce(this.rules.all(), "issued-share", today).findFirst().orElse(null));
		model.addAttribute("next", (page.size() < PAGE) ? null : page.getLast().county() + "/" + page.getLast().id());
		return "land/bases";
	}

}
