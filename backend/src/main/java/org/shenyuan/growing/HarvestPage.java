package org.shenyuan.growing;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Growing.Harvested;
import org.shenyuan.events.LotKind;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Ledger;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.Refused;
import org.shenyuan.stock.Places;
import org.shenyuan.web.Choice;
import org.shenyuan.web.Entered;
import org.shenyuan.web.Forms;
import org.shenyuan.web.Label;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Weighing what was dug from a bed. */
@Controller
@RequestMapping("/harvest")
class HarvestPage {

	private static final int MOST_LOTS = 1000;

	private final Ledger ledger;

	private final Lots lots;

	private final Places places;

	private final Forms forms;

	HarvestPage(Ledger ledger, Lots lots, Places places, Forms forms) {
		this.ledger = ledger;
		this.lots = lots;
		this.places = places;
		this.forms = forms;
	}

	/** As it was typed. */
	record HarvestForm(@Nullable String id, @Label("harvest.stand") @Nullable String stand,
			@Label("form.at") @Nullable String at, @Label("form.lot") @Nullable String lot, @Nullable String unit,
			@Label("harvest.gross") @Nullable String grossGrams, @Label("harvest.soil") @Nullable String soilGrams,
			@Label("harvest.crates") @Nullable String crates, @Label("harvest.witness") @Nullable String witness) {
	}

	@GetMapping
	ModelAndView open(@RequestParam(required = false) @Nullable String stand, Author author) {
		return page(new ModelAndView("growing/harvest"), new HarvestForm(this.forms.id(), stand, this.forms.now(),
				this.forms.number("F"), "kg", null, null, null, null), author);
	}

	@PostMapping
	ModelAndView record(HarvestForm form, Author author, RedirectAttributes flash) {
		try {
			Harvested dug = read(form, author);
			this.ledger.append(author, dug);
			return this.forms.done(flash, "harvest", "/lots/" + dug.lot());
		}
		catch (Refused refused) {
			return page(this.forms.again("growing/harvest", refused, HarvestForm.class), form, author);
		}
	}

	private Harvested read(HarvestForm form, Author author) {
		Entered entered = this.forms.entered();
		UUID id = entered.id(form.id());
		String stand = entered.code("stand", form.stand());
		OffsetDateTime at = entered.time("at", form.at());
		String lot = entered.code("lot", form.lot());
		long gross = entered.grams("grossGrams", form.grossGrams(), form.unit());
		long soil = entered.grams("soilGrams", zero(form.soilGrams()), form.unit());
		long crates = entered.whole("crates", zero(form.crates()));
		String plot = this.lots.find(stand).map(Lot::plot).orElse(stand);
		entered.stop();
		return new Harvested(id, at, author.party(), plot, stand, lot, gross, soil,
				(int) Math.min(crates, Integer.MAX_VALUE), entered.optional(form.witness()));
	}

	private ModelAndView page(ModelAndView page, HarvestForm form, Author author) {
		Map<String, String> plots = this.places.plots(author.party())
			.stream()
			.collect(Collectors.toMap(Choice::value, Choice::label));
		List<Choice> stands = this.lots.inHand(author.party(), null, false, MOST_LOTS)
			.stream()
			.filter((lot) -> lot.kind() == LotKind.STAND)
			.map((lot) -> new Choice(lot.id(), plots.getOrDefault(lot.plot(), "") + " · " + lot.id()))
			.toList();
		page.addObject("form", form);
		page.addObject("stands", stands);
		return page;
	}

	private static String zero(@Nullable String typed) {
		return (typed == null || typed.isBlank()) ? "0" : typed;
	}

}
