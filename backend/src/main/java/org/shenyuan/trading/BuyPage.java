package org.shenyuan.trading;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.LotKind;
import org.shenyuan.events.Trading.Purchased;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Ledger;
import org.shenyuan.ledger.Refused;
import org.shenyuan.vocabulary.Terms;
import org.shenyuan.web.Choice;
import org.shenyuan.web.Entered;
import org.shenyuan.web.Forms;
import org.shenyuan.web.Label;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Goods bought outside the traced chain: what the seller says, and no more than that. */
@Controller
@RequestMapping("/buy")
class BuyPage {

	private static final String VIEW = "trading/buy";

	private static final List<LotKind> KINDS = List.of(LotKind.FRESH, LotKind.PROCESSED, LotKind.SEEDLING,
			LotKind.SEED);

	private final Ledger ledger;

	private final Terms terms;

	private final Forms forms;

	BuyPage(Ledger ledger, Terms terms, Forms forms) {
		this.ledger = ledger;
		this.terms = terms;
		this.forms = forms;
	}

	/** As it was typed. */
	record BuyForm(@Nullable String id, @Label("lot.kind") @Nullable String lotKind,
			@Label("lot.product") @Nullable String product, @Label("lot.species") @Nullable String species,
			@Label("buy.grams") @Nullable String grams, @Nullable String unit,
			@Label("buy.seller") @Nullable String seller, @Label("buy.origin") @Nullable String declaredOrigin,
			@Label("buy.seasons") @Nullable String declaredSeasons, @Label("form.lot") @Nullable String lot,
			@Label("form.at") @Nullable String at) {
	}

	@GetMapping
	ModelAndView open() {
		return page(new ModelAndView(VIEW), new BuyForm(this.forms.id(), LotKind.FRESH.name(), "FRESH", null, null,
				"kg", null, null, null, this.forms.number("X"), this.forms.now()));
	}

	@PostMapping
	ModelAndView record(BuyForm form, Author author, RedirectAttributes flash) {
		try {
			Purchased bought = read(form, author);
			this.ledger.append(author, bought);
			return this.forms.done(flash, "buy", "/lots/" + bought.lot());
		}
		catch (Refused refused) {
			return page(this.forms.again(VIEW, refused, form), form);
		}
	}

	private Purchased read(BuyForm form, Author author) {
		Entered entered = this.forms.entered();
		UUID id = entered.id(form.id());
		LotKind kind = entered.choice("lotKind", form.lotKind(), LotKind.class, LotKind.FRESH);
		String product = entered.code("product", form.product());
		String species = entered.code("species", form.species());
		long grams = entered.grams("grams", form.grams(), form.unit());
		String seller = entered.text("seller", form.seller());
		Integer seasons = (entered.optional(form.declaredSeasons()) == null) ? null
				: Integer.valueOf((int) Math.min(entered.whole("declaredSeasons", form.declaredSeasons()), 1000));
		String lot = entered.code("lot", form.lot());
		OffsetDateTime at = entered.time("at", form.at());
		entered.stop();
		return new Purchased(id, at, author.party(), lot, kind, product, species, grams, seller,
				entered.optional(form.declaredOrigin()), seasons);
	}

	private ModelAndView page(ModelAndView page, BuyForm form) {
		return page.addObject("form", form)
			.addObject("kinds", KINDS)
			.addObject("products", words("product").toList())
			.addObject("species", words("species").toList());
	}

	private Stream<Choice> words(String scheme) {
		return this.terms.of(scheme)
			.stream()
			.map((term) -> new Choice(term.code(), this.terms.word(scheme, term.code())));
	}

}
