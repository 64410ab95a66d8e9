package org.shenyuan.land;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Registering.CertificateRegistered;
import org.shenyuan.events.Registering.CertificateRuled;
import org.shenyuan.events.Registering.CertificateRuled.Standing;
import org.shenyuan.events.Role;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Ledger;
import org.shenyuan.ledger.Refused;
import org.shenyuan.web.Choice;
import org.shenyuan.web.Entered;
import org.shenyuan.web.Forms;
import org.shenyuan.web.Reserved;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the authority issues certificates and rules on them. */
@Controller
@RequestMapping("/certificates")
class CertificatesPage {

	private static final String VIEW = "land/certificates";

	private final Ledger ledger;

	private final Certificates certificates;

	private final Forms forms;

	private final Clock clock;

	private final ZoneId zone;

	CertificatesPage(Ledger ledger, Certificates certificates, Forms forms, Clock clock,
			@Value("${shenyuan.zone}") ZoneId zone) {
		this.ledger = ledger;
		this.certificates = certificates;
		this.forms = forms;
		this.clock = clock;
		this.zone = zone;
	}

	/** Both forms of the page, as they were typed. */
	record CertificateForm(@Nullable String id, @Nullable String certificate, @Nullable String number,
			@Nullable String certificateKind, @Nullable String level, @Nullable String base, @Nullable String species,
			@Nullable String validFrom, @Nullable String validTo, @Nullable String squareMetres,
			@Nullable String areaUnit, @Nullable String standing, @Nullable String reason) {
	}

	@GetMapping
	ModelAndView open(Author author) {
		Reserved.to(Role.AUTHORITY, author);
		return page(new ModelAndView(VIEW), new CertificateForm(this.forms.id(), this.forms.number("C"), null, null,
				null, null, null, null, null, null, null, null, null));
	}

	@PostMapping
	ModelAndView issue(CertificateForm form, Author author, RedirectAttributes flash) {
		Reserved.to(Role.AUTHORITY, author);
		try {
			Entered entered = this.forms.entered();
			CertificateRegistered paper = new CertificateRegistered(entered.id(form.id()), now(), author.party(),
					entered.code("certificate", form.certificate()), entered.text("number", form.number()),
					entered.code("certificateKind", form.certificateKind()), entered.code("level", form.level()),
					entered.code("base", form.base()), entered.code("species", form.species()),
					entered.day("validFrom", form.validFrom()), entered.day("validTo", form.validTo()),
					entered.squareMetres("squareMetres", form.squareMetres(), form.areaUnit()));
			entered.stop();
			this.ledger.append(author, paper);
			return this.forms.done(flash, "certificate", "/certificates");
		}
		catch (Refused refused) {
			return page(this.forms.again(VIEW, refused, CertificateForm.class), form);
		}
	}

	@PostMapping("/rulings")
	ModelAndView rule(CertificateForm form, Author author, RedirectAttributes flash) {
		Reserved.to(Role.AUTHORITY, author);
		try {
			Entered entered = this.forms.entered();
			UUID id = entered.id(form.id());
			String certificate = entered.code("certificate", form.certificate());
			String standing = entered.code("standing", form.standing());
			String reason = entered.text("reason", form.reason());
			entered.stop();
			Standing word = Arrays.stream(Standing.values())
				.filter((one) -> one.name().equals(standing))
				.findFirst()
				.orElse(Standing.SUSPENDED);
			this.ledger.append(author, new CertificateRuled(id, now(), author.party(), certificate, word, reason));
			return this.forms.done(flash, "ruling", "/certificates");
		}
		catch (Refused refused) {
			return page(this.forms.again(VIEW, refused, CertificateForm.class), form);
		}
	}

	private ModelAndView page(ModelAndView page, CertificateForm form) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.zone);
		List<Certificates.Certificate> papers = this.certificates.since(LocalDate.EPOCH);
		page.addObject("form", form);
		page.addObject("ruling", this.forms.id());
		page.addObject("today", today);
		page.addObject("papers", papers);
		page.addObject("bases", this.certificates.bases());
		page.addObject("kinds", this.forms.words("certificateKind"));
		page.addObject("levels", this.forms.words("level"));
		page.addObject("species", this.forms.words("species"));
		page.addObject("rulable",
				papers.stream()
					.filter((paper) -> paper.on(today) != Certificates.State.REVOKED)
					.map((paper) -> new Choice(paper.id(), paper.number() + " · " + paper.baseName()))
					.toList());
		page.addObject("standings", Standing.values());
		return page;
	}

	/** A certificate is issued and ruled when it is recorded. */
	private OffsetDateTime now() {
		return OffsetDateTime.ofInstant(this.clock.instant().truncatedTo(ChronoUnit.SECONDS), this.zone);
	}

}
