package org.shenyuan.making;

import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A processing run of one's own, step by step, and what it comes to. */
@Controller
class RunPage {

	private final ProcessingRuns runs;

	RunPage(ProcessingRuns runs) {
		this.runs = runs;
	}

	@GetMapping("/process/{run}")
	ModelAndView run(@PathVariable String run, Author author) {
		Run found = this.runs.find(author.party(), run)
			.orElseThrow(() -> new Refused(Refusal.of("not-found", "run", "given", run)));
		return new ModelAndView("making/run").addObject("run", found);
	}

}
