package org.shenyuan.account;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.shenyuan.ledger.Refused;
import org.shenyuan.web.Forms;
import org.shenyuan.web.Label;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Somebody who was sent a link chooses a password. */
@Controller
@RequestMapping("/join")
class JoinPage {

	private final Invitations invitations;

	private final OpenId openId;

	private final Forms forms;

	JoinPage(Invitations invitations, OpenId openId, Forms forms) {
		this.invitations = invitations;
		this.openId = openId;
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

	/** On to a provider, which sends whoever comes back to the account of the link. */
	@GetMapping("/with/{client}")
	String openId(@PathVariable String client, @RequestParam(defaultValue = "") String key,
			HttpServletRequest request) {
		if (this.openId.getClients().stream().noneMatch((one) -> one.getRegistrationId().equals(client))) {
			throw Refused.absent("client", client);
		}
		this.invitations.owner(key);
		OpenId.linked(request, key);
		return "redirect:/oauth2/authorization/" + client;
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
