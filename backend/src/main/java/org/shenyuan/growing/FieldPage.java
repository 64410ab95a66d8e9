package org.shenyuan.growing;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.LotKind;
import org.shenyuan.growing.FieldForm.Act;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Holdings;
import org.shenyuan.ledger.Holdings.Wanted;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Refused;
import org.shenyuan.stock.Places;
import org.shenyuan.vocabulary.Terms;
import org.shenyuan.web.Choice;
import org.shenyuan.web.Forms;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a grower records beside a bed. The pages are complete as they come, so that a
 * phone can keep them and open them where there is no signal; a script then keeps what
 * was typed and sends it here when there is one, in the words of the form.
 */
@Controller
class FieldPage {

	private static final int MOST_LOTS = 1000;

	private final FieldEntries entries;

	private final Holdings holdings;

	private final Places places;

	private final LocalUnits units;

	private final Terms terms;

	private final Forms forms;

	FieldPage(FieldEntries entries, Holdings holdings, Places places, LocalUnits units, Terms terms, Forms forms) {
		this.entries = entries;
		this.holdings = holdings;
		this.places = places;
		this.units = units;
		this.terms = terms;
		this.forms = forms;
	}

	/** Where the day begins: what can be recorded, and what still waits on the phone. */
	@GetMapping("/field")
	ModelAndView day() {
		return new ModelAndView("growing/field", Map.of("acts", Act.values()));
	}

	/** What a phone shows in place of a page that it cannot get. */
	@GetMapping("/offline")
	String offline() {
		return "growing/offline";
	}

	@GetMapping("/field/{name}")
	ModelAndView open(@PathVariable String name, @RequestParam(required = false) @Nullable String stand,
			Author author) {
		Act act = FieldEntries.act(name);
		FieldForm fresh = new FieldForm(this.forms.id(), this.forms.now(), null, switch (act) {
			case SOW, TRANSPLANT -> this.forms.number(act.letter());
			default -> stand;
		}, null, null, act.letter().isEmpty() ? null : this.forms.number(act.letter()), "kg", null, null, null, "m2",
				null, null, null, null, null, null, null, null, null, null, null);
		return page(new ModelAndView("growing/act"), act, fresh, author);
	}

	@PostMapping("/field/{name}")
	ModelAndView record(@PathVariable String name, FieldForm form,
			@RequestParam(required = false) @Nullable List<MultipartFile> photos, Author author,
			RedirectAttributes flash) throws IOException {
		Act act = FieldEntries.act(name);
		try {
			this.entries.record(act, form, photos, author);
			return this.forms.done(flash, "field." + name, "/field");
		}
		catch (Refused refused) {
			return page(this.forms.again("growing/act", refused, FieldForm.class), act, form, author);
		}
	}

	private ModelAndView page(ModelAndView page, Act act, FieldForm form, Author author) {
		List<Lot> mine = this.holdings.of(author.party(), Wanted.LEFT, null, MOST_LOTS);
		Map<String, String> names = this.places.plots(author.party())
			.stream()
			.collect(Collectors.toMap(Choice::value, Choice::label));
		page.addObject("act", act);
		page.addObject("form", form);
		page.addObject("plots",
				names.entrySet()
					.stream()
					.map((plot) -> new Choice(plot.getKey(), plot.getValue() + " · " + plot.getKey()))
					.sorted((one, other) -> one.label().compareTo(other.label()))
					.toList());
		Map<String, Map<String, BigDecimal>> units = this.units.of(author.party(), this.forms.today());
		page.addObject("units", units);
		page.addObject("areas",
				units.values()
					.stream()
					.flatMap((known) -> known.keySet().stream())
					.distinct()
					.sorted()
					.map((unit) -> new Choice(unit, this.terms.word("areaUnit", unit)))
					.toList());
		page.addObject("stands",
				of(mine, LotKind.STAND).stream()
					.map((lot) -> new Bed(lot.id(), String.valueOf(lot.plot()),
							names.getOrDefault(lot.plot(), "") + " · " + lot.id()))
					.toList());
		page.addObject("seeds", of(mine, LotKind.SEED));
		page.addObject("seedlings", of(mine, LotKind.SEEDLING));
		page.addObject("works",
				this.terms.of("work")
					.stream()
					.map((work) -> new Choice(work.code(), work.in(LocaleContextHolder.getLocale())))
					.toList());
		return page;
	}

	/** A standing crop to choose, and the plot by whose tag it is found. */
	record Bed(String value, String plot, String label) {
	}

	private static List<Lot> of(List<Lot> lots, LotKind kind) {
		return lots.stream().filter((lot) -> lot.kind() == kind).toList();
	}

}
