package org.shenyuan.stock;

import org.shenyuan.events.Recalling.Source;
import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.Mass;
import org.shenyuan.ledger.Refused;
import org.shenyuan.trace.Forward;
import org.shenyuan.trace.Forwards;
import org.shenyuan.trace.Percentages;
import org.shenyuan.trace.Portrait;
import org.shenyuan.trace.Trace;
import org.shenyuan.trace.Traces;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * One lot: what it is, what is left and why, where it came from and where it went, and
 * what its holder may do with it.
 */
@Controller
class LotPage {

	private final Lots lots;

	private final Traces traces;

	private final Forwards forwards;

	private final Portrait portrait;

	private final Places places;

	private final Access access;

	LotPage(Lots lots, Traces traces, Forwards forwards, Portrait portrait, Places places, Access access) {
		this.lots = lots;
		this.traces = traces;
		this.forwards = forwards;
		this.portrait = portrait;
		this.places = places;
		this.access = access;
	}

	@GetMapping("/lots/{lot}")
	String lot(@PathVariable String lot, Author author, Model model) {
		this.access.toLot(author, lot);
		Lot found = this.lots.find(lot).orElseThrow(() -> Refused.absent("lot", lot));
		Trace trace = this.traces.of(lot).orElseThrow();
		Forward forward = this.forwards.from(Source.LOT, lot).orElseThrow().seenBy(author, this.access);
		model.addAttribute("lot", found);
		model.addAttribute("unit", new Mass(found.unitGrams()).label());
		model.addAttribute("holder", this.places.name(found.holder()));
		model.addAttribute("plot", (found.plot() != null) ? this.places.name(found.plot()) : null);
		model.addAttribute("variety", (found.variety() != null) ? this.places.name(found.variety()) : null);
		model.addAttribute("account", this.lots.account(lot));
		model.addAttribute("correctable", this.lots.correctable(lot, author.party()));
		model.addAttribute("runs", this.lots.runs(lot));
		model.addAttribute("drawn", this.portrait.of(lot, author));
		model.addAttribute("trace", trace);
		model.addAttribute("percents", Percentages.of(trace));
		model.addAttribute("reached", forward.lots().stream().filter((reached) -> !reached.lot().equals(lot)).toList());
		model.addAttribute("elsewhere", forward.elsewhere());
		model.addAttribute("labels",
				forward.lots()
					.stream()
					.flatMap((reached) -> reached.runs().stream())
					.mapToLong((run) -> run.count())
					.sum());
		model.addAttribute("mine",
				found.holder().equals(author.party()) && !found.inTransit() && !found.voided() && !found.held());
		model.addAttribute("arriving", found.holder().equals(author.party()) && found.inTransit() && found.left() > 0);
		return "stock/lot";
	}

}
