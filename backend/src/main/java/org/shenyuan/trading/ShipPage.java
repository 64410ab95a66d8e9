package org.shenyuan.trading;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Effect.Portion;
import org.shenyuan.events.Trading.Shipped;
import org.shenyuan.events.Trading.Shipped.Line;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Ledger;
import org.shenyuan.ledger.Refused;
import org.shenyuan.stock.Takes;
import org.shenyuan.stock.Takes.Take;
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

/** Goods leave: to whom, and how much of which lots. */
@Controller
@RequestMapping("/ship")
class ShipPage {

	private static final String VIEW = "trading/ship";

	private final Ledger ledger;

	private final Takes takes;

	private final Partners partners;

	private final Forms forms;

	ShipPage(Ledger ledger, Takes takes, Partners partners, Forms forms) {
		this.ledger = ledger;
		this.takes = takes;
		this.partners = partners;
		this.forms = forms;
	}

	/**
	 * As it was typed.
	 *
	 * @param number of the shipment; its lots are this, or this and a hyphen and their
	 * place
	 * @param conformity one certificate for all of it
	 */
	record ShipForm(@Nullable String id, @Label("ship.to") @Nullable String to, @Label("form.at") @Nullable String at,
			@Nullable String unit, @Label("form.inputs") @Nullable List<Take> inputs,
			@Label("ship.number") @Nullable String number, @Label("ship.document") @Nullable String document,
			@Label("ship.conformity") @Nullable String conformity) {
	}

	@GetMapping
	ModelAndView open(@RequestParam(required = false) @Nullable String lot, Author author) {
		List<Take> goods = this.takes.offer(author, Stream.ofNullable(lot).toList(),
				(one) -> Takes.GOODS.contains(one.kind()));
		return page(new ModelAndView(VIEW),
				new ShipForm(this.forms.id(), null, this.forms.now(), "kg", goods, this.forms.number("S"), null, null),
				author);
	}

	@PostMapping
	ModelAndView record(ShipForm form, Author author, RedirectAttributes flash) {
		try {
			Shipped shipped = read(form, author);
			this.ledger.append(author, shipped);
			return this.forms.done(flash, "ship", "/lots/" + shipped.lines().getFirst().as());
		}
		catch (Refused refused) {
			return page(this.forms.again(VIEW, refused, form), form, author);
		}
	}

	private Shipped read(ShipForm form, Author author) {
		Entered entered = this.forms.entered();
		UUID id = entered.id(form.id());
		String to = entered.code("to", form.to());
		OffsetDateTime at = entered.time("at", form.at());
		List<Portion> goods = Takes.read(form.inputs(), form.unit(), entered);
		if (goods.isEmpty()) {
			entered.text("inputs", null);
		}
		String number = entered.code("number", form.number());
		String conformity = entered.optional(form.conformity());
		entered.stop();
		return new Shipped(id, at, author.party(), to,
				IntStream.range(0, goods.size())
					.mapToObj((i) -> new Line(goods.get(i).lot(), goods.get(i).grams(),
							(goods.size() == 1) ? number : number + '-' + (i + 1), conformity))
					.toList(),
				entered.optional(form.document()));
	}

	private ModelAndView page(ModelAndView page, ShipForm form, Author author) {
		page.addObject("form", form);
		page.addObject("partners",
				Stream.concat(Stream.of(new Choice("", "–")), this.partners.of(author.party()).stream()).toList());
		page.addObject("lots", this.takes.lots(author, form.inputs()));
		return page;
	}

}
