package org.shenyuan.account;

import java.time.Duration;
import java.time.ZoneId;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.web.Forms;
import org.shenyuan.web.Label;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One's own account: the password, where one is logged in, and the tokens of programs.
 */
@Controller
@RequestMapping("/account")
class AccountPage {

	private final Accounts accounts;

	private final Tokens tokens;

	private final LogIns logIns;

	private final Memberships memberships;

	private final Passwords passwords;

	private final Guesses guesses;

	private final Forms forms;

	private final Duration life;

	private final ZoneId zone;

	AccountPage(Accounts accounts, Tokens tokens, LogIns logIns, Memberships memberships, Passwords passwords,
			Guesses guesses, Forms forms, @Value("${shenyuan.token-life:90d}") Duration life,
			@Value("${shenyuan.zone}") ZoneId zone) {
		this.accounts = accounts;
		this.tokens = tokens;
		this.logIns = logIns;
		this.memberships = memberships;
		this.passwords = passwords;
		this.guesses = guesses;
		this.forms = forms;
		this.life = life;
		this.zone = zone;
	}

	/** As it was typed. */
	record PasswordForm(@Label("account.old") @Nullable String old,
			@Label("account.password") @Nullable String password, @Label("account.again") @Nullable String again) {
	}

	/** As it was typed. */
	record TokenForm(@Label("account.old") @Nullable String proof) {
	}

	@GetMapping
	ModelAndView show(@AuthenticationPrincipal Person person, HttpServletRequest request) {
		return page(new ModelAndView("account/account"), person, request);
	}

	/** All log-ins end with the old password, this one too. */
	@PostMapping("/password")
	ModelAndView change(PasswordForm form, @AuthenticationPrincipal Person person, HttpServletRequest request) {
		try {
			prove(person, "old", form.old(), request);
			this.accounts.change(person, this.passwords.choose(person.name(), form.password(), form.again()));
			return new ModelAndView("redirect:/login?chosen");
		}
		catch (Refused refused) {
			return page(this.forms.again("account/account", refused, PasswordForm.class), person, request);
		}
	}

	@PostMapping("/tokens")
	ModelAndView make(TokenForm form, @AuthenticationPrincipal Person person, HttpServletRequest request,
			RedirectAttributes flash) {
		try {
			prove(person, "proof", form.proof(), request);
			flash.addFlashAttribute("token", this.tokens.issue(person, this.life));
			return this.forms.done(flash, "token", "/account");
		}
		catch (Refused refused) {
			return page(this.forms.again("account/account", refused, TokenForm.class), person, request);
		}
	}

	@PostMapping("/tokens/revoke")
	ModelAndView revoke(@RequestParam String token, @AuthenticationPrincipal Person person, RedirectAttributes flash) {
		this.tokens.revoke(person, token);
		return this.forms.done(flash, "token.revoked", "/account");
	}

	@PostMapping("/log-ins/end")
	ModelAndView end(@RequestParam String logIn, @AuthenticationPrincipal Person person, RedirectAttributes flash) {
		this.logIns.end(person, logIn);
		return this.forms.done(flash, "log-in.ended", "/account");
	}

	@PostMapping("/log-ins/end-others")
	ModelAndView endOthers(@AuthenticationPrincipal Person person, HttpServletRequest request,
			RedirectAttributes flash) {
		this.logIns.endOthers(person, Remembered.of(request));
		return this.forms.done(flash, "log-ins.ended", "/account");
	}

	/** Whoever found an open browser must not guess here without end either. */
	private void prove(Person person, String field, @Nullable String typed, HttpServletRequest request) {
		if (typed == null || typed.isEmpty()) {
			throw new Refused(Refusal.of("field.notMissing", field, "given", ""));
		}
		this.guesses.take(request.getRemoteAddr());
		this.passwords.prove(person, field, typed);
		this.guesses.giveBack(request.getRemoteAddr());
	}

	private ModelAndView page(ModelAndView page, Person person, HttpServletRequest request) {
		return page.addObject("person", person)
			.addObject("offers", this.memberships.offers(person.name()))
			.addObject("logIns", this.logIns.all(person, Remembered.of(request)))
			.addObject("tokens", this.tokens.all(person))
			.addObject("days", this.life.toDays())
			.addObject("zone", this.zone);
	}

}
