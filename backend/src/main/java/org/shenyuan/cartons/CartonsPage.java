package org.shenyuan.cartons;

import org.jspecify.annotations.Nullable;
import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.Mass;
import org.shenyuan.ledger.Refused;
import org.shenyuan.web.Entered;
import org.shenyuan.web.Forms;
import org.shenyuan.web.Label;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The cartons of one packed lot: number them, print their labels. */
@Controller
@RequestMapping("/lots/{lot}/cartons")
class CartonsPage {

	private final CartonNumbers numbers;

	private final Lots lots;

	private final Access access;

	private final Forms forms;

	CartonsPage(CartonNumbers numbers, Lots lots, Access access, Forms forms) {
		this.numbers = numbers;
		this.lots = lots;
		this.access = access;
		this.forms = forms;
	}

	/**
	 * Either form of the page, as it was typed.
	 *
	 * @param act {@code prefix} or {@code number}
	 */
	record CartonsForm(@Nullable String id, @Nullable String act, @Label("cartons.count") @Nullable String count,
			@Label("cartons.units") @Nullable String units, @Label("cartons.gross") @Nullable String gross,
			@Label("cartons.prefix") @Nullable String prefix, @Label("cartons.extension") @Nullable String extension) {
	}

	@GetMapping
	ModelAndView open(@PathVariable String lot, Author author) {
		var form = new CartonsForm(this.forms.number("C"), null, null, null, null, null, "0");
		return page(new ModelAndView("cartons/cartons"), form, lot, author);
	}

	@PostMapping
	ModelAndView record(@PathVariable String lot, CartonsForm form, Author author, RedirectAttributes flash) {
		Lot found = find(lot, author);
		if (!mine(found, author)) {
			throw Refused.absent("lot", lot);
		}
		try {
			boolean prefix = "prefix".equals(form.act());
			if (prefix) {
				keepPrefix(form, author);
			}
			else {
				number(form, found, author);
			}
			return this.forms.done(flash, prefix ? "prefix" : "cartons", "/lots/" + found.id() + "/cartons");
		}
		catch (Refused refused) {
			return page(this.forms.again("cartons/cartons", refused, CartonsForm.class), form, lot, author);
		}
	}

	private void keepPrefix(CartonsForm form, Author author) {
		Entered entered = this.forms.entered();
		String prefix = entered.code("prefix", form.prefix());
		int extension = (int) Math.min(entered.whole("extension", form.extension()), 10);
		entered.stop();
		this.numbers.keep(author.party(), new CompanyPrefix(prefix, extension, 0));
	}

	private void number(CartonsForm form, Lot lot, Author author) {
		Entered entered = this.forms.entered();
		String id = entered.code("id", form.id());
		long count = entered.whole("count", form.count());
		long units = entered.whole("units", form.units());
		Long gross = (entered.optional(form.gross()) != null) ? entered.grams("gross", form.gross(), null) : null;
		entered.stop();
		this.numbers.reserve(author, id, lot.id(), count, units, gross);
	}

	private Lot find(String lot, Author author) {
		this.access.toLot(author, lot);
		return this.lots.find(lot).orElseThrow(() -> Refused.absent("lot", lot));
	}

	private static boolean mine(Lot lot, Author author) {
		return lot.holder().equals(author.party()) && !lot.voided();
	}

	private ModelAndView page(ModelAndView page, CartonsForm form, String lot, Author author) {
		Lot found = find(lot, author);
		page.addObject("lot", found);
		page.addObject("unit", new Mass(found.unitGrams()).label());
		page.addObject("mine", mine(found, author));
		page.addObject("prefix", this.numbers.prefix(author.party()).orElse(null));
		page.addObject("cartons", this.numbers.of(lot));
		page.addObject("form", form);
		return page;
	}

}
