package org.shenyuan.growing;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.shenyuan.growing.Plots.Plot;
import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Refused;
import org.shenyuan.paper.Portion;
import org.shenyuan.paper.Printing;
import org.shenyuan.paper.Wanted;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tags of plots, for those who run them. */
@RestController
class PlotTagsApi {

	private final Plots plots;

	private final PlotTags tags;

	private final Access access;

	private final Printing printing;

	PlotTagsApi(Plots plots, PlotTags tags, Access access, Printing printing) {
		this.plots = plots;
		this.tags = tags;
		this.access = access;
		this.printing = printing;
	}

	/** One tag, or {@code last} of them, at most a sheet; on any stock of the party's. */
	@GetMapping("/api/v1/plots/{plot}/tag.pdf")
	void pdf(@PathVariable String plot, Wanted wanted, Portion portion, Author author, HttpServletResponse response)
			throws IOException {
		this.access.toPlot(author, plot);
		Plot found = this.plots.find(plot).orElseThrow(() -> Refused.absent("plot", plot));
		this.printing.pdf(this.tags.print(found, author.party(), wanted, portion), "tag", response);
	}

}
