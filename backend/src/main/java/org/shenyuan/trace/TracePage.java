package org.shenyuan.trace;

import java.util.Locale;
import java.util.Optional;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Back to the seed and forward to the labels, for those who work with lots. */
@Controller
class TracePage {

	private final Traces traces;

	private final Forwards forwards;

	TracePage(Traces traces, Forwards forwards) {
		this.traces = traces;
		this.forwards = forwards;
	}

	@GetMapping("/trace")
	String trace(@RequestParam(defaultValue = "") String lot, Model model) {
		String number = lot.strip().toUpperCase(Locale.ROOT);
		Optional<Trace> trace = number.isEmpty() ? Optional.empty() : this.traces.of(number);
		model.addAttribute("number", number);
		trace.ifPresent((found) -> {
			model.addAttribute("trace", found);
			model.addAttribute("percents", Percentages.of(found));
			model.addAttribute("forward", this.forwards.fromLot(number));
		});
		return "trace/trace";
	}

}
