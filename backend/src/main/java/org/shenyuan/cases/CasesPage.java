package org.shenyuan.cases;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Inquiring.CaseRuled;
import org.shenyuan.events.Inquiring.Progress;
import org.shenyuan.events.Role;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Ledger;
import org.shenyuan.ledger.Refused;
import org.shenyuan.web.Entered;
import org.shenyuan.web.Forms;
import org.shenyuan.web.Label;
import org.shenyuan.web.Reserved;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Cases, for the authority. */
@Controller
@RequestMapping("/cases")
class CasesPage {

	private final Cases cases;

	private final Ledger ledger;

	private final Forms forms;

	private final ZoneId zone;

	CasesPage(Cases cases, Ledger ledger, Forms forms, @Value("${shenyuan.zone}") ZoneId zone) {
		this.cases = cases;
		this.ledger = ledger;
		this.forms = forms;
		this.zone = zone;
	}

	/** As it was typed. */
	record RulingForm(@Nullable String id, @Nullable String at, @Label("case.progress") @Nullable String progress,
			@Label("labels.reason") @Nullable String reason) {
	}

	@GetMapping
	String all(@RequestParam(defaultValue = "false") boolean all, Author author, Model model) {
		Reserved.to(Role.AUTHORITY, author);
		model.addAttribute("cases", this.cases.all(all));
		model.addAttribute("all", all);
		model.addAttribute("zone", this.zone);
		return "cases/cases";
	}

	@GetMapping("/{file}")
	ModelAndView one(@PathVariable String file, Author author) {
		Reserved.to(Role.AUTHORITY, author);
		return page(new ModelAndView("cases/case"), file,
				new RulingForm(this.forms.id(), this.forms.moment(), null, null));
	}

	@PostMapping("/{file}")
	ModelAndView rule(@PathVariable String file, RulingForm form, Author author, RedirectAttributes flash) {
		Reserved.to(Role.AUTHORITY, author);
		try {
			Entered entered = this.forms.entered();
			UUID id = entered.id(form.id());
			String chosen = entered.text("progress", form.progress());
			Progress progress = Arrays.stream(Progress.values())
				.filter((one) -> one.name().equals(chosen))
				.findFirst()
				.orElse(Progress.OPEN);
			CaseRuled ruled = new CaseRuled(id, entered.time("at", form.at()), author.party(), file, progress,
					entered.text("reason", form.reason()));
			entered.stop();
			this.ledger.append(author, ruled);
			return this.forms.done(flash, "case", "/cases/" + file);
		}
		catch (Refused refused) {
			return page(this.forms.again("cases/case", refused, RulingForm.class), file, form);
		}
	}

	private ModelAndView page(ModelAndView page, String file, RulingForm form) {
		page.addObject("found", this.cases.find(file).orElseThrow(() -> Refused.absent("file", file)));
		page.addObject("form", form);
		page.addObject("zone", this.zone);
		return page;
	}

}
