package org.shenyuan.rules;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Role;
import org.shenyuan.events.Ruling.SignedOff;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Ledger;
import org.shenyuan.ledger.Refused;
import org.shenyuan.ledger.Unsigned;
import org.shenyuan.ledger.Unsigned.Waiting;
import org.shenyuan.web.Entered;
import org.shenyuan.web.Forms;
import org.shenyuan.web.Label;
import org.shenyuan.web.Reserved;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an expert lets one record pass that a rule stopped. */
@Controller
@RequestMapping("/sign-offs/new")
class SignOffPage {

	private static final String VIEW = "rules/sign-off";

	private final Ledger ledger;

	private final Unsigned unsigned;

	private final Forms forms;

	SignOffPage(Ledger ledger, Unsigned unsigned, Forms forms) {
		this.ledger = ledger;
		this.unsigned = unsigned;
		this.forms = forms;
	}

	/** As it was typed; record, its hash and the rule stand in the refusal. */
	record SignOffForm(@Nullable String id, @Nullable String at, @Label("signoff.event") @Nullable String event,
			@Label("signoff.hash") @Nullable String hash, @Label("signoff.rule") @Nullable String rule,
			@Label("labels.reason") @Nullable String reason, @Label("seeds.interest") @Nullable String interest) {
	}

	@GetMapping
	ModelAndView open(@RequestParam(required = false) @Nullable String event,
			@RequestParam(required = false) @Nullable String hash,
			@RequestParam(required = false) @Nullable String rule, Author author) {
		Reserved.to(Role.EXPERT, author);
		return page(new ModelAndView(VIEW),
				new SignOffForm(this.forms.id(), this.forms.moment(), event, hash, rule, null, null));
	}

	@PostMapping
	ModelAndView sign(SignOffForm form, Author author, RedirectAttributes flash) {
		Reserved.to(Role.EXPERT, author);
		try {
			Entered entered = this.forms.entered();
			UUID event = new UUID(0, 0);
			String typed = entered.text("event", form.event());
			if (!typed.isEmpty()) {
				event = entered.id(typed);
			}
			SignedOff signed = new SignedOff(entered.id(form.id()), entered.time("at", form.at()), author.party(),
					event, entered.text("hash", form.hash()).toLowerCase(Locale.ROOT),
					entered.code("rule", form.rule()), entered.text("reason", form.reason()),
					entered.text("interest", form.interest()));
			entered.stop();
			this.ledger.append(author, signed);
			return this.forms.done(flash, "signoff", "/sign-offs/new");
		}
		catch (Refused refused) {
			return page(this.forms.again(VIEW, refused, SignOffForm.class), form);
		}
	}

	/** With what waits, and of it what was chosen, exactly as it waits. */
	private ModelAndView page(ModelAndView page, SignOffForm form) {
		List<Waiting> waiting = this.unsigned.all();
		return page.addObject("form", form)
			.addObject("waiting", waiting)
			.addObject("chosen",
					waiting.stream()
						.filter((one) -> one.id().equals(form.event()) && one.hash().equals(form.hash()))
						.filter((one) -> one.open().stream().anyMatch((rule) -> rule.cited().id().equals(form.rule())))
						.findFirst()
						.orElse(null));
	}

}
