package org.shenyuan.making;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Effect.Portion;
import org.shenyuan.events.Making.Regrouped;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Ledger;
import org.shenyuan.ledger.Refused;
import org.shenyuan.stock.Takes;
import org.shenyuan.stock.Takes.Take;
import org.shenyuan.web.Entered;
import org.shenyuan.web.Forms;
import org.shenyuan.web.Label;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Parts of a lot get numbers of their own; what is not named stays in the lot. */
@Controller
@RequestMapping("/split")
class SplitPage {

	private static final String VIEW = "making/split";

	private final Ledger ledger;

	private final Takes takes;

	private final Forms forms;

	SplitPage(Ledger ledger, Takes takes, Forms forms) {
		this.ledger = ledger;
		this.takes = takes;
		this.forms = forms;
	}

	/** As it was typed. */
	record SplitForm(@Nullable String id, @Label("lot.number") @Nullable String lot,
			@Label("form.at") @Nullable String at, @Nullable String unit,
			@Label("split.outputs") @Nullable List<Give> outputs) {
	}

	@GetMapping
	ModelAndView open(@RequestParam(required = false) @Nullable String lot, Author author) {
		SplitForm form = new SplitForm(this.forms.id(), lot, this.forms.now(), "kg", Give.lines(this.forms, "B", 2));
		return page(new ModelAndView(VIEW), form, author);
	}

	@PostMapping
	ModelAndView record(SplitForm form, Author author, RedirectAttributes flash) {
		try {
			Regrouped split = read(form, author);
			this.ledger.append(author, split);
			return this.forms.done(flash, "split", "/lots/" + split.inputs().getFirst().lot());
		}
		catch (Refused refused) {
			return page(this.forms.again(VIEW, refused, form), form, author);
		}
	}

	private Regrouped read(SplitForm form, Author author) {
		Entered entered = this.forms.entered();
		UUID id = entered.id(form.id());
		String lot = entered.code("lot", form.lot());
		OffsetDateTime at = entered.time("at", form.at());
		List<Portion> parts = Give.read(form.outputs(), form.unit(), entered,
				(number, product, grams) -> new Portion(number, grams));
		entered.stop();
		long taken = parts.stream().mapToLong(Portion::grams).sum();
		return new Regrouped(id, at, author.party(), List.of(new Portion(lot, taken)), parts);
	}

	private ModelAndView page(ModelAndView page, SplitForm form, Author author) {
		List<Take> rows = this.takes.offer(author, (form.lot() != null) ? List.of(form.lot()) : List.of(),
				(lot) -> Takes.GOODS.contains(lot.kind()));
		return page.addObject("form", form).addObject("rows", rows).addObject("lots", this.takes.lots(author, rows));
	}

}
