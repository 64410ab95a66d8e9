package org.shenyuan.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Role;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.web.Forms;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For which party somebody acts from now on, and whether they accept another. */
@Controller
@RequestMapping("/account")
class ActingPage {

	private final Accounts accounts;

	private final Memberships memberships;

	private final LogIns logIns;

	private final CsrfTokenRepository formTokens;

	private final Forms forms;

	ActingPage(Accounts accounts, Memberships memberships, LogIns logIns, CsrfTokenRepository formTokens, Forms forms) {
		this.accounts = accounts;
		this.memberships = memberships;
		this.logIns = logIns;
		this.formTokens = formTokens;
		this.forms = forms;
	}

	/**
	 * @throws Refused if the person does not belong to the party, or the log-in has ended
	 */
	@PostMapping("/party")
	ModelAndView act(@RequestParam(defaultValue = "") String party, @AuthenticationPrincipal Person person,
			HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
		Person acting = person.as(party)
			.orElseThrow(() -> new Refused(Refusal.of("account.party", null, "given", Refusal.shown(party))));
		if (!this.logIns.act(person, Remembered.of(request), party)) {
			throw new Refused(Refusal.of("account.log-in", null));
		}
		Remembered.act(request, response, party);
		// A page that was opened before, for another party, sends nothing in this one's
		// name.
		this.formTokens.saveToken(null, request, response);
		boolean field = acting.roles().contains(Role.GROWER) && isField(request.getHeader(HttpHeaders.REFERER));
		return this.forms.done(flash, "acting", field ? "/field" : "/stock");
	}

	@PostMapping("/offers/accept")
	ModelAndView accept(@RequestParam(defaultValue = "") String party, @AuthenticationPrincipal Person person,
			HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
		this.memberships.accept(person, party);
		Person now = this.accounts.find(person.name()).orElse(person);
		return act(party, now, request, response, flash);
	}

	@PostMapping("/offers/decline")
	ModelAndView decline(@RequestParam(defaultValue = "") String party, @AuthenticationPrincipal Person person,
			RedirectAttributes flash) {
		this.memberships.decline(person, party);
		return this.forms.done(flash, "declined", "/account");
	}

	private static boolean isField(@Nullable String referer) {
		return referer != null && referer.endsWith("/field");
	}

}
