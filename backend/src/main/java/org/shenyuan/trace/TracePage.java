package org.shenyuan.trace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.shenyuan.events.Recalling.Source;
import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Back to the seed and forward to the labels, for those who work with lots. */
@Controller
class TracePage {

	private final Traces traces;

	private final Forwards forwards;

	private final Access access;

	TracePage(Traces traces, Forwards forwards, Access access) {
		this.traces = traces;
		this.forwards = forwards;
		this.access = access;
	}

	@GetMapping("/trace")
	String trace(@RequestParam(defaultValue = "") String lot, Author author, Model model) {
		String number = lot.strip().toUpperCase(Locale.ROOT);
		Optional<Trace> trace = this.access.toLots(author, List.of(number)).contains(number) ? this.traces.of(number)
				: Optional.empty();
		model.addAttribute("number", number);
		trace.ifPresent((found) -> {
			model.addAttribute("trace", found);
			model.addAttribute("percents", Percentages.of(found));
			model.addAttribute("forward",
					this.forwards.from(Source.LOT, number).orElseThrow().seenBy(author, this.access));
		});
		return "trace/trace";
	}

}
