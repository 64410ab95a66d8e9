package org.shenyuan.packing;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Effect.Portion;
import org.shenyuan.events.Making.Packed;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Ledger;
import org.shenyuan.ledger.Refused;
import org.shenyuan.stock.Places;
import org.shenyuan.stock.Takes;
import org.shenyuan.stock.Takes.Take;
import org.shenyuan.vocabulary.Terms;
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

/** Goods into packs of equal net weight. */
@Controller
@RequestMapping("/pack")
class PackPage {

	private final Ledger ledger;

	private final Places places;

	private final Takes takes;

	private final Forms forms;

	private final Terms terms;

	PackPage(Ledger ledger, Places places, Takes takes, Forms forms, Terms terms) {
		this.ledger = ledger;
		this.places = places;
		this.takes = takes;
		this.forms = forms;
		this.terms = terms;
	}

	/** As it was typed. */
	record PackForm(@Nullable String id, @Label("form.facility") @Nullable String facility,
			@Label("form.at") @Nullable String at, @Nullable String unit,
			@Label("form.inputs") @Nullable List<Take> inputs, @Label("form.lot") @Nullable String lot,
			@Label("pack.units") @Nullable String units, @Label("pack.unitGrams") @Nullable String unitGrams,
			@Label("pack.gtin") @Nullable String gtin, @Label("form.loss") @Nullable String lostGrams,
			@Label("pack.grade") @Nullable String grade, @Label("pack.pieces") @Nullable String pieces) {
	}

	@GetMapping
	ModelAndView open(@RequestParam(required = false) @Nullable String lot, Author author) {
		PackForm form = new PackForm(this.forms.id(), null, this.forms.now(), "kg", this.takes.offer(author, lot),
				this.forms.number("K"), null, null, null, null, null, null);
		return page(new ModelAndView("packing/pack"), form, author);
	}

	@PostMapping
	ModelAndView record(PackForm form, Author author, RedirectAttributes flash) {
		try {
			Packed packed = read(form, author);
			this.ledger.append(author, packed);
			return this.forms.done(flash, "pack", "/lots/" + packed.lot());
		}
		catch (Refused refused) {
			return page(this.forms.again("packing/pack", refused, form), form, author);
		}
	}

	private Packed read(PackForm form, Author author) {
		Entered entered = this.forms.entered();
		UUID id = entered.id(form.id());
		String facility = entered.text("facility", form.facility());
		OffsetDateTime at = entered.time("at", form.at());
		List<Portion> inputs = Takes.read(form.inputs(), form.unit(), entered);
		String lot = entered.code("lot", form.lot());
		long units = entered.whole("units", form.units());
		long unitGrams = entered.whole("unitGrams", form.unitGrams());
		// Absurd numbers are refused by the ledger; until then they must not overflow.
		long packed = Math.min(units, 1_000_000_000L) * Math.min(unitGrams, 1_000_000L);
		long lost = (entered.optional(form.lostGrams()) == null)
				? Math.max(0, inputs.stream().mapToLong(Portion::grams).sum() - packed)
				: entered.grams("lostGrams", form.lostGrams(), form.unit());
		Long pieces = (entered.optional(form.pieces()) != null) ? Long.valueOf(entered.whole("pieces", form.pieces()))
				: null;
		entered.stop();
		return new Packed(id, at, author.party(), facility, inputs, lot, units, unitGrams,
				entered.optional(form.gtin()), lost, entered.optional(form.grade()), pieces);
	}

	private ModelAndView page(ModelAndView page, PackForm form, Author author) {
		page.addObject("form", form);
		page.addObject("facilities", this.places.facilities(author.party()));
		page.addObject("grades",
				Stream
					.concat(Stream.of(new Choice("", "–")),
							this.terms.of("grade")
								.stream()
								.map((grade) -> new Choice(grade.code(), this.terms.word("grade", grade.code()))))
					.toList());
		page.addObject("lots", this.takes.lots(author, (form.inputs() != null) ? form.inputs() : List.of()));
		return page;
	}

}
