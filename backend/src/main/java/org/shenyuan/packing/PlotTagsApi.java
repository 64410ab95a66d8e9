package org.shenyuan.packing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.shenyuan.packing.Plots.Plot;
import org.shenyuan.packing.Wanted.Portion;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tags of plots, for those who run them. */
@RestController
class PlotTagsApi {

	private final Plots plots;

	private final PlotTags tags;

	private final Access access;

	PlotTagsApi(Plots plots, PlotTags tags, Access access) {
		this.plots = plots;
		this.tags = tags;
		this.access = access;
	}

	/** One tag, or {@code last} of them, at most a sheet; on any stock of the party's. */
	@GetMapping("/api/v1/plots/{plot}/tag.pdf")
	void pdf(@PathVariable String plot, Wanted wanted, Portion portion, Author author, HttpServletResponse response)
			throws IOException {
		this.access.toPlot(author, plot);
		Plot found = this.plots.find(plot).orElseThrow(() -> PrintStocks.absent("plot", plot));
		var bytes = new ByteArrayOutputStream();
		this.tags.pdf(found, author.party(), wanted, portion, bytes);
		response.setContentType("application/pdf");
		response.setHeader("Content-Disposition", "inline; filename=\"tag.pdf\"");
		bytes.writeTo(response.getOutputStream());
	}

}
