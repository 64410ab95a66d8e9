package org.shenyuan.making;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Effect.Portion;
import org.shenyuan.events.Making.Regrouped;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.EventJson;
import org.shenyuan.ledger.Ledger;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.Refused;
import org.shenyuan.making.Blend.Part;
import org.shenyuan.stock.Takes;
import org.shenyuan.stock.Takes.Take;
import org.shenyuan.trace.Traces;
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

/**
 * Several lots become one. A merge cannot be told apart again, so that it shows what it
 * would make before it is recorded, and records only what was shown.
 */
@Controller
@RequestMapping("/merge")
class MergePage {

	private static final String VIEW = "making/merge";

	private final Ledger ledger;

	private final Lots lots;

	private final Takes takes;

	private final Traces traces;

	private final Forms forms;

	MergePage(Ledger ledger, Lots lots, Takes takes, Traces traces, Forms forms) {
		this.ledger = ledger;
		this.lots = lots;
		this.takes = takes;
		this.traces = traces;
		this.forms = forms;
	}

	/**
	 * As it was typed.
	 *
	 * @param seen the hash of what was shown last
	 */
	record MergeForm(@Nullable String id, @Label("form.lot") @Nullable String lot,
			@Label("form.at") @Nullable String at, @Nullable String unit,
			@Label("form.inputs") @Nullable List<Take> inputs, @Nullable String seen) {
	}

	@GetMapping
	ModelAndView open(@RequestParam(required = false) @Nullable String lot, Author author) {
		Optional<Lot> first = Optional.ofNullable(lot)
			.flatMap(this.lots::find)
			.filter((one) -> one.holder().equals(author.party()));
		List<Take> rows = this.takes.offer(author, first.stream().map(Lot::id).toList(),
				(one) -> Takes.GOODS.contains(one.kind()) && first.stream().allMatch((other) -> isLike(one, other)));
		return page(new ModelAndView(VIEW),
				new MergeForm(this.forms.id(), this.forms.number("M"), this.forms.now(), "kg", rows, null), author);
	}

	@PostMapping
	ModelAndView record(MergeForm form, Author author, RedirectAttributes flash) {
		try {
			Regrouped merged = read(form, author);
			String hash = EventJson.hash(EventJson.write(merged));
			if (hash.equals(form.seen())) {
				this.ledger.append(author, merged);
				return this.forms.done(flash, "merge", "/lots/" + merged.outputs().getFirst().lot());
			}
			this.ledger.rehearse(author, merged);
			return page(new ModelAndView(VIEW), form, author).addObject("blend", blend(merged))
				.addObject("like", this.lots.find(merged.inputs().getFirst().lot()).orElseThrow())
				.addObject("seen", hash);
		}
		catch (Refused refused) {
			return page(this.forms.again(VIEW, refused, form), form, author);
		}
	}

	private Regrouped read(MergeForm form, Author author) {
		Entered entered = this.forms.entered();
		UUID id = entered.id(form.id());
		List<Portion> inputs = Takes.read(form.inputs(), form.unit(), entered);
		if (inputs.isEmpty()) {
			entered.text("inputs", null);
		}
		String lot = entered.code("lot", form.lot());
		OffsetDateTime at = entered.time("at", form.at());
		entered.stop();
		long grams = inputs.stream().mapToLong(Portion::grams).sum();
		return new Regrouped(id, at, author.party(), inputs, List.of(new Portion(lot, grams)));
	}

	private Blend blend(Regrouped merged) {
		return Blend.of(merged.inputs()
			.stream()
			.map((in) -> new Part(in.grams(), this.traces.of(in.lot()).orElseThrow()))
			.toList());
	}

	private static boolean isLike(Lot one, Lot other) {
		return one.kind() == other.kind() && one.product().equals(other.product())
				&& one.species().equals(other.species());
	}

	private ModelAndView page(ModelAndView page, MergeForm form, Author author) {
		return page.addObject("form", form).addObject("lots", this.takes.lots(author, form.inputs()));
	}

}
