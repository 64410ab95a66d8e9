package org.shenyuan.account;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Role;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Refused;
import org.shenyuan.web.Entered;
import org.shenyuan.web.Forms;
import org.shenyuan.web.Label;
import org.shenyuan.web.Reserved;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Accounts, for the administrator. A link is shown once, on the page that follows. */
@Controller
@RequestMapping("/people")
class PeoplePage {

	private final People people;

	private final Memberships memberships;

	private final Forms forms;

	private final String address;

	private final ZoneId zone;

	PeoplePage(People people, Memberships memberships, Forms forms, @Value("${shenyuan.address}") String address,
			@Value("${shenyuan.zone}") ZoneId zone) {
		this.people = people;
		this.memberships = memberships;
		this.forms = forms;
		this.address = address;
		this.zone = zone;
	}

	/** As it was typed. */
	record InviteForm(@Label("login.name") @Nullable String name, @Label("people.party") @Nullable String party,
			@Label("people.roles") @Nullable List<String> roles) {
	}

	/** As it was ticked, for one party. */
	record RolesForm(@Label("people.party") @Nullable String party,
			@Label("people.roles") @Nullable List<String> roles) {
	}

	@GetMapping
	ModelAndView all(Author author) {
		Reserved.to(Role.ADMINISTRATOR, author);
		return list(new ModelAndView("account/people"), new InviteForm(null, null, List.of()));
	}

	/** Whoever has an account already is offered the party. */
	@PostMapping
	ModelAndView invite(InviteForm form, Author author, RedirectAttributes flash) {
		Reserved.to(Role.ADMINISTRATOR, author);
		try {
			Entered entered = this.forms.entered();
			String name = entered.text("name", form.name());
			Set<Role> roles = roles(entered, form.roles());
			entered.stop();
			String party = Objects.requireNonNullElse(form.party(), "");
			if (!party.isEmpty() && this.people.isOpen(name)) {
				this.memberships.offer(author, name, party, roles);
				return this.forms.done(flash, "offered", "/people/" + name);
			}
			return linked(flash, "invited", name, this.people.invite(author, name, party, roles));
		}
		catch (Refused refused) {
			return list(this.forms.again("account/people", refused, InviteForm.class), form);
		}
	}

	@GetMapping("/{name}")
	ModelAndView one(@PathVariable String name, Author author) {
		Reserved.to(Role.ADMINISTRATOR, author);
		return one(new ModelAndView("account/person"), name, author);
	}

	@PostMapping("/{name}/roles")
	ModelAndView change(@PathVariable String name, RolesForm form, Author author, RedirectAttributes flash) {
		Reserved.to(Role.ADMINISTRATOR, author);
		try {
			Entered entered = this.forms.entered();
			Set<Role> roles = roles(entered, form.roles());
			entered.stop();
			this.memberships.change(author, name, Objects.requireNonNullElse(form.party(), ""), roles);
			return this.forms.done(flash, "roles", "/people/" + name);
		}
		catch (Refused refused) {
			return one(this.forms.again("account/person", refused, RolesForm.class), name, author);
		}
	}

	@PostMapping("/{name}/parties/end")
	ModelAndView end(@PathVariable String name, RolesForm form, Author author, RedirectAttributes flash) {
		Reserved.to(Role.ADMINISTRATOR, author);
		try {
			this.memberships.end(author, name, Objects.requireNonNullElse(form.party(), ""));
			return this.forms.done(flash, "membership.ended", "/people/" + name);
		}
		catch (Refused refused) {
			return one(this.forms.again("account/person", refused, RolesForm.class), name, author);
		}
	}

	@PostMapping("/{name}/administrator")
	ModelAndView administrator(@PathVariable String name, @RequestParam(defaultValue = "false") boolean administers,
			Author author, RedirectAttributes flash) {
		Reserved.to(Role.ADMINISTRATOR, author);
		try {
			this.people.change(author, name, administers);
			return this.forms.done(flash, "roles", "/people/" + name);
		}
		catch (Refused refused) {
			return one(this.forms.again("account/person", refused, RolesForm.class), name, author);
		}
	}

	/** A lost password, or a closed account that is to open again. */
	@PostMapping("/{name}/link")
	ModelAndView renew(@PathVariable String name, Author author, RedirectAttributes flash) {
		Reserved.to(Role.ADMINISTRATOR, author);
		try {
			return linked(flash, "renewed", name, this.people.renew(author, name));
		}
		catch (Refused refused) {
			return one(this.forms.again("account/person", refused, RolesForm.class), name, author);
		}
	}

	@PostMapping("/{name}/close")
	ModelAndView close(@PathVariable String name, Author author, RedirectAttributes flash) {
		Reserved.to(Role.ADMINISTRATOR, author);
		try {
			this.people.close(author, name);
			return this.forms.done(flash, "closed", "/people/" + name);
		}
		catch (Refused refused) {
			return one(this.forms.again("account/person", refused, RolesForm.class), name, author);
		}
	}

	private ModelAndView linked(RedirectAttributes flash, String key, String name, String secret) {
		flash.addFlashAttribute("link",
				UriComponentsBuilder.fromUriString(this.address).path("/join").queryParam("key", secret).toUriString());
		return this.forms.done(flash, key, "/people/" + name);
	}

	private ModelAndView list(ModelAndView page, InviteForm form) {
		return page.addObject("form", form)
			.addObject("people", this.people.all())
			.addObject("parties", this.memberships.parties())
			.addObject("all", Role.values())
			.addObject("chosen", Objects.requireNonNullElse(form.roles(), List.of()))
			.addObject("zone", this.zone);
	}

	private ModelAndView one(ModelAndView page, String name, Author author) {
		return page.addObject("found", this.people.find(name))
			.addObject("own", name.equals(author.name()))
			.addObject("offers", this.memberships.offers(name))
			.addObject("parties", this.memberships.parties())
			.addObject("all", EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR)))
			.addObject("chosen", List.of())
			.addObject("zone", this.zone);
	}

	private static Set<Role> roles(Entered entered, @Nullable List<String> ticked) {
		Set<Role> roles = EnumSet.noneOf(Role.class);
		for (String role : Objects.requireNonNullElse(ticked, List.<String>of())) {
			roles.add(entered.choice("roles", role, Role.class, Role.GROWER));
		}
		return roles;
	}

}
