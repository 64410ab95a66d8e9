package org.shenyuan.trading;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Trading.Received;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Holdings;
import org.shenyuan.ledger.Incoming;
import org.shenyuan.ledger.Ledger;
import org.shenyuan.ledger.Refused;
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

/** What is on its way here, and what the scale says when it has come. */
@Controller
@RequestMapping("/receive")
class ReceivePage {

	private static final String VIEW = "trading/receive";

	private final Ledger ledger;

	private final Holdings holdings;

	private final Forms forms;

	ReceivePage(Ledger ledger, Holdings holdings, Forms forms) {
		this.ledger = ledger;
		this.holdings = holdings;
		this.forms = forms;
	}

	/**
	 * As it was typed.
	 *
	 * @param declaredGrams what the sender wrote, carried along: whole grams
	 */
	record ReceiveForm(@Nullable String id, @Nullable String lot, @Nullable String declaredGrams,
			@Label("receive.weighed") @Nullable String weighedGrams, @Nullable String unit,
			@Label("form.lot") @Nullable String as, @Label("form.at") @Nullable String at,
			@Label("receive.reason") @Nullable String reason) {
	}

	@GetMapping
	ModelAndView open(@RequestParam(required = false) @Nullable String lot, Author author) {
		List<Incoming> incoming = this.holdings.incoming(author.party());
		ModelAndView page = new ModelAndView(VIEW).addObject("incoming", incoming);
		incoming.stream()
			.filter((one) -> one.lot().id().equals(lot))
			.findFirst()
			.ifPresent((one) -> page.addObject("chosen", one)
				.addObject("form", new ReceiveForm(this.forms.id(), one.lot().id(), String.valueOf(one.lot().left()),
						null, "kg", this.forms.number("E"), this.forms.now(), null)));
		return page;
	}

	@PostMapping
	ModelAndView record(ReceiveForm form, Author author, RedirectAttributes flash) {
		try {
			Received received = read(form, author);
			this.ledger.append(author, received);
			return this.forms.done(flash, "receive", "/lots/" + received.as());
		}
		catch (Refused refused) {
			List<Incoming> incoming = this.holdings.incoming(author.party());
			return this.forms.again(VIEW, refused, form)
				.addObject("incoming", incoming)
				.addObject("chosen",
						incoming.stream().filter((one) -> one.lot().id().equals(form.lot())).findFirst().orElse(null))
				.addObject("form", form);
		}
	}

	private Received read(ReceiveForm form, Author author) {
		Entered entered = this.forms.entered();
		UUID id = entered.id(form.id());
		String lot = entered.code("lot", form.lot());
		long declared = entered.whole("declaredGrams", form.declaredGrams());
		long weighed = entered.grams("weighedGrams", form.weighedGrams(), form.unit());
		String as = entered.code("as", form.as());
		OffsetDateTime at = entered.time("at", form.at());
		entered.stop();
		return new Received(id, at, author.party(), lot, declared, weighed, as, entered.optional(form.reason()));
	}

}
