package org.shenyuan.seed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Registering.VarietyRegistered;
import org.shenyuan.events.Role;
import org.shenyuan.events.Sourcing.AccessionRegistered;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Ledger;
import org.shenyuan.ledger.Refused;
import org.shenyuan.web.Entered;
import org.shenyuan.web.Forms;
import org.shenyuan.web.Label;
import org.shenyuan.web.Reserved;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where germplasm and varieties enter the registry. */
@Controller
class SourcesPage {

	private static final String VIEW = "seed/sources";

	private final Ledger ledger;

	private final Forms forms;

	SourcesPage(Ledger ledger, Forms forms) {
		this.ledger = ledger;
		this.forms = forms;
	}

	/** Both forms of the page, as they were typed. */
	record SourceForm(@Nullable String id, @Nullable String at, @Label("sources.accession") @Nullable String accession,
			@Label("sources.number") @Nullable String number, @Label("sources.variety") @Nullable String variety,
			@Label("sources.name") @Nullable String name, @Label("sources.latin") @Nullable String nameLatin,
			@Label("seeds.kind") @Nullable String varietyKind, @Label("lot.species") @Nullable String species,
			@Label("census.county") @Nullable String county, @Label("sources.town") @Nullable String town,
			@Label("sources.collected") @Nullable String collected,
			@Label("sources.collector") @Nullable String collector,
			@Label("sources.accessions") @Nullable String accessions) {
	}

	@GetMapping("/seeds/new")
	ModelAndView open(Author author) {
		allow(author);
		return page(new ModelAndView(VIEW), new SourceForm(this.forms.id(), this.forms.moment(),
				this.forms.number("ACC"), null, null, null, null, null, null, null, null, null, null, null));
	}

	@PostMapping("/seeds/accessions")
	ModelAndView accession(SourceForm form, Author author, RedirectAttributes flash) {
		allow(author);
		try {
			Entered entered = this.forms.entered();
			AccessionRegistered found = new AccessionRegistered(entered.id(form.id()), entered.time("at", form.at()),
					author.party(), entered.code("accession", form.accession()), entered.text("number", form.number()),
					entered.text("name", form.name()), entered.code("species", form.species()),
					entered.code("county", form.county()), entered.optional(form.town()),
					entered.day("collected", form.collected()), entered.text("collector", form.collector()));
			entered.stop();
			this.ledger.append(author, found);
			return this.forms.done(flash, "accession", "/seeds/new");
		}
		catch (Refused refused) {
			return page(this.forms.again(VIEW, refused, SourceForm.class), form);
		}
	}

	@PostMapping("/seeds/varieties")
	ModelAndView variety(SourceForm form, Author author, RedirectAttributes flash) {
		Reserved.to(Role.AUTHORITY, author);
		try {
			Entered entered = this.forms.entered();
			String named = entered.optional(form.accessions());
			List<String> accessions = (named == null) ? null
					: Arrays.stream(named.split("[\\s,，、]+", -1))
						.filter((one) -> !one.isEmpty())
						.map((one) -> one.toUpperCase(Locale.ROOT))
						.toList();
			VarietyRegistered found = new VarietyRegistered(entered.id(form.id()), entered.time("at", form.at()),
					author.party(), entered.code("variety", form.variety()), entered.text("name", form.name()),
					entered.optional(form.nameLatin()), entered.code("varietyKind", form.varietyKind()),
					entered.code("species", form.species()), accessions);
			entered.stop();
			this.ledger.append(author, found);
			flash.addAttribute("variety", found.variety());
			return this.forms.done(flash, "variety", "/seeds/{variety}");
		}
		catch (Refused refused) {
			return page(this.forms.again(VIEW, refused, SourceForm.class), form);
		}
	}

	private ModelAndView page(ModelAndView page, SourceForm form) {
		page.addObject("form", form);
		page.addObject("other", this.forms.id());
		page.addObject("kinds", this.forms.words("varietyKind"));
		page.addObject("species", this.forms.words("species"));
		page.addObject("counties", this.forms.words("county"));
		return page;
	}

	private static void allow(Author author) {
		Reserved.to(Set.of(Role.AUTHORITY, Role.EXPERT), author);
	}

}
