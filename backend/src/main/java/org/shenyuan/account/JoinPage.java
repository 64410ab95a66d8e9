package org.shenyuan.account;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.shenyuan.ledger.Refused;
import org.shenyuan.web.Forms;
import org.shenyuan.web.Label;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Somebody who was sent a link chooses a password. */
@Controller
@RequestMapping("/join")
class JoinPage {

	private final Invitations invitations;

	private final Forms forms;

	JoinPage(Invitations invitations, Forms forms) {
		this.invitations = invitations;
		this.forms = forms;
	}

	/** As it was typed; {@code key} came with the link. */
	record JoinForm(@Nullable String key, @Label("account.password") @Nullable String password,
			@Label("account.again") @Nullable String again) {
	}

	@GetMapping
	ModelAndView open(@RequestParam(defaultValue = "") String key) {
		return page(new ModelAndView("account/join"), key);
	}

	@PostMapping
	ModelAndView join(JoinForm form) {
		String key = Objects.requireNonNullElse(form.key(), "");
		try {
			this.invitations.join(key, form.password(), form.again());
			return new ModelAndView("redirect:/login?chosen");
		}
		catch (Refused refused) {
			return page(this.forms.again("account/join", refused, JoinForm.class), key);
		}
	}

	private ModelAndView page(ModelAndView page, String key) {
		return page.addObject("key", key).addObject("name", this.invitations.owner(key));
	}

}
