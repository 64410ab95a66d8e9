package org.shenyuan.papers;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Documenting.ConformityDeclared;
import org.shenyuan.events.Documenting.PaperFiled;
import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Ledger;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.Refusal;
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

/**
 * The papers of a lot: a permit or quarantine certificate of seed, a promise for goods.
 */
@Controller
@RequestMapping("/lots/{lot}/papers")
class PapersPage {

	private static final String VIEW = "papers/papers";

	private final Ledger ledger;

	private final Lots lots;

	private final Access access;

	private final Forms forms;

	PapersPage(Ledger ledger, Lots lots, Access access, Forms forms) {
		this.ledger = ledger;
		this.lots = lots;
		this.access = access;
		this.forms = forms;
	}

	/** Either of the two forms, as it was typed. */
	record PaperForm(@Nullable String id, @Nullable String at, @Label("papers.kind") @Nullable String paperKind,
			@Label("papers.number") @Nullable String number, @Label("papers.issuer") @Nullable String issuer,
			@Label("papers.from") @Nullable String validFrom, @Label("papers.to") @Nullable String validTo,
			@Label("papers.method") @Nullable String method) {
	}

	@GetMapping
	ModelAndView open(@PathVariable String lot, Author author) {
		return page(new ModelAndView(VIEW),
				new PaperForm(this.forms.id(), this.forms.moment(), null, null, null, null, null, null), lot, author);
	}

	@PostMapping
	ModelAndView record(@PathVariable String lot, PaperForm form, Author author, RedirectAttributes flash) {
		this.access.toLot(author, lot);
		try {
			Entered entered = this.forms.entered();
			UUID id = entered.id(form.id());
			if (entered.optional(form.method()) != null) {
				ConformityDeclared promise = new ConformityDeclared(id, entered.time("at", form.at()), author.party(),
						lot, entered.text("number", form.number()), entered.code("method", form.method()));
				entered.stop();
				this.ledger.append(author, promise);
			}
			else {
				LocalDate until = (entered.optional(form.validTo()) != null) ? entered.day("validTo", form.validTo())
						: null;
				PaperFiled paper = new PaperFiled(id, entered.time("at", form.at()), author.party(), lot,
						entered.code("paperKind", form.paperKind()), entered.text("number", form.number()),
						entered.text("issuer", form.issuer()), entered.day("validFrom", form.validFrom()), until, null);
				entered.stop();
				this.ledger.append(author, paper);
			}
			flash.addAttribute("lot", lot);
			return this.forms.done(flash, "paper", "/lots/{lot}");
		}
		catch (Refused refused) {
			return page(this.forms.again(VIEW, refused, PaperForm.class), form, lot, author);
		}
	}

	private ModelAndView page(ModelAndView page, PaperForm form, String lot, Author author) {
		this.access.toLot(author, lot);
		Lot found = this.lots.find(lot).orElseThrow(() -> new Refused(Refusal.of("not-found", "lot", "given", lot)));
		page.addObject("lot", found);
		page.addObject("form", form);
		page.addObject("kinds", this.forms.words("paperKind"));
		page.addObject("methods", this.forms.words("conformityMethod"));
		return page;
	}

}
