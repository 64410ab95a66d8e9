package org.shenyuan.stock;

import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Amending.Corrected;
import org.shenyuan.events.Effect;
import org.shenyuan.events.NewLot;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.EventJson;
import org.shenyuan.ledger.Events;
import org.shenyuan.ledger.Ledger;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.web.Entered;
import org.shenyuan.web.Forms;
import org.shenyuan.web.Label;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes back what was recorded in error: it stays to be read, and no longer counts. */
@Controller
@RequestMapping("/events/{event}/correction")
class CorrectionPage {

	private static final String VIEW = "stock/correction";

	private final Ledger ledger;

	private final Events events;

	private final Access access;

	private final Forms forms;

	CorrectionPage(Ledger ledger, Events events, Access access, Forms forms) {
		this.ledger = ledger;
		this.events = events;
		this.access = access;
		this.forms = forms;
	}

	/**
	 * As it was typed.
	 *
	 * @param at when the form was shown
	 */
	record CorrectionForm(@Nullable String id, @Nullable String at, @Label("correct.reason") @Nullable String reason) {
	}

	/** Says at once when it cannot be taken back, and why. */
	@GetMapping
	ModelAndView open(@PathVariable UUID event, Author author) {
		TraceEvent wrong = find(event, author);
		CorrectionForm form = new CorrectionForm(this.forms.id(), this.forms.moment(), null);
		try {
			this.ledger.rehearse(author, read(form, event, author, "?"));
			return page(new ModelAndView(VIEW), wrong, form);
		}
		catch (Refused refused) {
			ModelAndView page = page(this.forms.again(VIEW, refused, form), wrong, form);
			page.setStatus(HttpStatus.OK);
			return page.addObject("impossible", true);
		}
	}

	@PostMapping
	ModelAndView record(@PathVariable UUID event, CorrectionForm form, Author author, RedirectAttributes flash) {
		TraceEvent wrong = find(event, author);
		try {
			this.ledger.append(author, read(form, event, author, form.reason()));
			Effect effect = wrong.effect();
			return this.forms.done(flash, "correct",
					Stream.concat(effect.lots(), effect.outputs().stream().map(NewLot::id))
						.findFirst()
						.map((lot) -> "/lots/" + lot)
						.orElse("/stock"));
		}
		catch (Refused refused) {
			return page(this.forms.again(VIEW, refused, form), wrong, form);
		}
	}

	private Corrected read(CorrectionForm form, UUID event, Author author, @Nullable String reason) {
		Entered entered = this.forms.entered();
		UUID id = entered.id(form.id());
		OffsetDateTime at = entered.time("at", form.at());
		String why = entered.text("reason", reason);
		entered.stop();
		return new Corrected(id, at, author.party(), event, why, null);
	}

	private TraceEvent find(UUID event, Author author) {
		this.access.toEvent(author, event);
		return this.events.find(event)
			.map((entry) -> EventJson.read(entry.event()))
			.orElseThrow(() -> new Refused(Refusal.of("not-found", "event", "given", event.toString())));
	}

	private static ModelAndView page(ModelAndView page, TraceEvent wrong, CorrectionForm form) {
		return page.addObject("form", form).addObject("wrong", wrong).addObject("effect", wrong.effect());
	}

}
