package org.shenyuan.seed;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Role;
import org.shenyuan.events.Sourcing.VarietyJudged;
import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Ledger;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.web.Entered;
import org.shenyuan.web.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The registry of seed sources, for the authority and the experts who judge varieties.
 */
@Controller
class SeedsPage {

	private final Seeds seeds;

	private final Access access;

	private final Ledger ledger;

	private final Forms forms;

	SeedsPage(Seeds seeds, Access access, Ledger ledger, Forms forms) {
		this.seeds = seeds;
		this.access = access;
		this.ledger = ledger;
		this.forms = forms;
	}

	/**
	 * An opinion as it was typed.
	 *
	 * @param at when the page was opened, so that sending it twice is one opinion
	 * @param approved {@code yes} or {@code no}
	 */
	record OpinionForm(@Nullable String id, @Nullable String at, @Nullable String approved, @Nullable String reason,
			@Nullable String interest) {
	}

	@GetMapping("/seeds")
	String all(Author author, Model model) {
		allow(author);
		List<Seeds.Variety> varieties = this.seeds.varieties();
		model.addAttribute("varieties", varieties);
		model.addAttribute("waiting",
				varieties.stream()
					.filter((one) -> one.approval() == Approval.NOT_REVIEWED || one.approval() == Approval.IN_REVIEW)
					.count());
		return "seed/seeds";
	}

	@GetMapping("/seeds/{variety}")
	ModelAndView one(@PathVariable String variety, Author author) {
		return page(new ModelAndView("seed/variety"),
				new OpinionForm(this.forms.id(), this.forms.moment(), null, null, null), variety, author);
	}

	@PostMapping("/seeds/{variety}")
	ModelAndView judge(@PathVariable String variety, OpinionForm form, Author author, RedirectAttributes flash) {
		try {
			this.ledger.append(author, read(variety, form, author));
			return this.forms.done(flash, "opinion", String.format(Locale.ROOT, "/seeds/%s", variety));
		}
		catch (Refused refused) {
			return page(this.forms.again("seed/variety", refused, OpinionForm.class), form, variety, author);
		}
	}

	private VarietyJudged read(String variety, OpinionForm form, Author author) {
		Entered entered = this.forms.entered();
		UUID id = entered.id(form.id());
		OffsetDateTime at = entered.time("at", form.at());
		String approved = entered.text("approved", form.approved());
		String reason = entered.text("reason", form.reason());
		String interest = entered.text("interest", form.interest());
		entered.stop();
		return new VarietyJudged(id, at, author.party(), variety, approved.equals("yes"), reason, interest);
	}

	private ModelAndView page(ModelAndView page, OpinionForm form, String variety, Author author) {
		allow(author);
		page.addObject("sheet", this.seeds.variety(variety).orElseThrow(() -> Refused.absent("variety", variety)));
		page.addObject("form", form);
		page.addObject("judges", author.roles().contains(Role.EXPERT));
		return page;
	}

	private void allow(Author author) {
		if (!this.access.isFull(author)) {
			throw new Refused(Refusal.of("not-found", null, "given", "seeds"));
		}
	}

}
