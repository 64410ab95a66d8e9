package org.shenyuan.trading;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Amending.Adjusted;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Ledger;
import org.shenyuan.ledger.Refused;
import org.shenyuan.stock.Takes;
import org.shenyuan.stock.Takes.Take;
import org.shenyuan.vocabulary.Terms;
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

/** What is gone from a lot, and why. */
@Controller
@RequestMapping("/adjust")
class AdjustPage {

	private static final String VIEW = "trading/adjust";

	/** The one cause that says nothing by itself. */
	private static final String OTHER = "OTHER";

	private final Ledger ledger;

	private final Takes takes;

	private final Terms terms;

	private final Forms forms;

	AdjustPage(Ledger ledger, Takes takes, Terms terms, Forms forms) {
		this.ledger = ledger;
		this.takes = takes;
		this.terms = terms;
		this.forms = forms;
	}

	/**
	 * As it was typed.
	 *
	 * @param lostGrams in the unit of the form
	 * @param reason in words, besides the cause
	 */
	record AdjustForm(@Nullable String id, @Label("lot.number") @Nullable String lot,
			@Label("form.at") @Nullable String at, @Nullable String unit,
			@Label("adjust.grams") @Nullable String lostGrams, @Label("adjust.cause") @Nullable String cause,
			@Label("adjust.reason") @Nullable String reason) {
	}

	@GetMapping
	ModelAndView open(@RequestParam(required = false) @Nullable String lot, Author author) {
		return page(new ModelAndView(VIEW),
				new AdjustForm(this.forms.id(), lot, this.forms.now(), "kg", null, null, null), author);
	}

	@PostMapping
	ModelAndView record(AdjustForm form, Author author, RedirectAttributes flash) {
		try {
			Adjusted loss = read(form, author);
			this.ledger.append(author, loss);
			return this.forms.done(flash, "adjust", "/lots/" + loss.lot());
		}
		catch (Refused refused) {
			return page(this.forms.again(VIEW, refused, form), form, author);
		}
	}

	private Adjusted read(AdjustForm form, Author author) {
		Entered entered = this.forms.entered();
		UUID id = entered.id(form.id());
		String lot = entered.code("lot", form.lot());
		OffsetDateTime at = entered.time("at", form.at());
		long grams = entered.grams("lostGrams", form.lostGrams(), form.unit());
		String cause = entered.text("cause", form.cause());
		String words = entered.optional(form.reason());
		if (words == null) {
			words = cause.equals(OTHER) ? entered.text("reason", null) : this.terms.word("loss", cause);
		}
		entered.stop();
		return new Adjusted(id, at, author.party(), lot, grams, cause, words);
	}

	private ModelAndView page(ModelAndView page, AdjustForm form, Author author) {
		List<Take> rows = this.takes.offer(author, (form.lot() != null) ? List.of(form.lot()) : List.of(),
				(lot) -> Takes.GOODS.contains(lot.kind()));
		return page.addObject("form", form)
			.addObject("rows", rows)
			.addObject("lots", this.takes.lots(author, rows))
			.addObject("causes", this.forms.words("loss"));
	}

}
