package org.shenyuan.growing;

import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A plot for those who run it: what stands on it, and the tag by which it is found. */
@Controller
class PlotPage {

	private final Plots plots;

	private final Access access;

	PlotPage(Plots plots, Access access) {
		this.plots = plots;
		this.access = access;
	}

	/** What the symbol on a tag says. */
	@GetMapping({ "/p/{plot}", "/P/{plot}" })
	String tag(@PathVariable String plot, RedirectAttributes onward) {
		onward.addAttribute("plot", plot);
		return "redirect:/plots/{plot}";
	}

	@GetMapping("/plots/{plot}")
	String plot(@PathVariable String plot, Author author, Model model) {
		this.access.toPlot(author, plot);
		model.addAttribute("plot", this.plots.find(plot).orElseThrow(() -> Refused.absent("plot", plot)));
		return "growing/plot";
	}

}
