package org.shenyuan.cartons;

import java.util.Optional;

import org.shenyuan.labels.Sscc;
import org.shenyuan.ledger.Mass;
import org.shenyuan.stock.Places;
import org.shenyuan.trace.Percentages;
import org.shenyuan.trace.Trace;
import org.shenyuan.trace.Traces;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the symbol on a carton leads to, for anybody: for which goods its number was given
 * and by whom, and whether they are on hold or recalled. A number says nothing of what is
 * in the carton now; the labels inside do.
 */
@Controller
class CartonPage {

	private final CartonNumbers numbers;

	private final Traces traces;

	private final Places places;

	CartonPage(CartonNumbers numbers, Traces traces, Places places) {
		this.numbers = numbers;
		this.traces = traces;
		this.places = places;
	}

	@GetMapping("/00/{sscc}")
	ModelAndView carton(@PathVariable String sscc) {
		Optional<Cartons> found = read(sscc).flatMap(this.numbers::find);
		if (found.isEmpty()) {
			return new ModelAndView("cartons/carton", HttpStatus.NOT_FOUND).addObject("style", "not-ours");
		}
		Cartons cartons = found.get();
		Trace trace = this.traces.of(cartons.lot()).orElseThrow();
		ModelAndView page = new ModelAndView("cartons/carton");
		page.addObject("style",
				!trace.recalls().isEmpty() ? "recalled" : !trace.holds().isEmpty() ? "on-hold" : "traced");
		page.addObject("sscc", sscc);
		page.addObject("cartons", cartons);
		page.addObject("trace", trace);
		page.addObject("percents", Percentages.of(trace));
		page.addObject("unit", new Mass(trace.unitGrams()).label());
		page.addObject("net", new Mass(cartons.units() * trace.unitGrams()).label());
		page.addObject("party", this.places.name(cartons.party()));
		return page;
	}

	/** Nothing for what is no SSCC at all. */
	private static Optional<Sscc> read(String text) {
		try {
			return Optional.of(new Sscc(text));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
