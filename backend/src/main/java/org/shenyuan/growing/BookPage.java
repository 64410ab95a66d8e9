package org.shenyuan.growing;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shenyuan.ledger.Author;
import org.shenyuan.web.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The field book of a year, to read and to print for an inspector. */
@Controller
class BookPage {

	private final FieldBook book;

	private final Forms forms;

	BookPage(FieldBook book, Forms forms) {
		this.book = book;
		this.forms = forms;
	}

	/**
	 * @param year the latest in which anything was done unless given
	 */
	@GetMapping("/field-book")
	String book(@RequestParam(required = false) @Nullable Integer year, Author author, Model model) {
		List<Integer> years = this.book.years(author.party());
		int today = this.forms.today().getYear();
		int shown = (year != null) ? year : years.isEmpty() ? today : years.getFirst();
		model.addAttribute("years", years);
		model.addAttribute("year", shown);
		model.addAttribute("today", this.forms.today());
		model.addAttribute("sheets", this.book.sheets(author.party(), shown));
		return "growing/book";
	}

}
