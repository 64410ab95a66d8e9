package org.shenyuan.find;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.labels.LabelCode;
import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Lots;
import org.shenyuan.packing.Codes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What somebody types leads to its page, or to a choice of what is like it. */
@Controller
class FindPage {

	private static final Cypher PLOT = Cypher.of("""
			MATCH (p:Thing {id: $id})
			WHERE p:Plot
			RETURN p.id AS plot
			""");

	private final Finds finds;

	private final Graph graph;

	private final Codes codes;

	private final Lots lots;

	private final Access access;

	FindPage(Finds finds, Graph graph, Codes codes, Lots lots, Access access) {
		this.finds = finds;
		this.graph = graph;
		this.codes = codes;
		this.lots = lots;
		this.access = access;
	}

	/**
	 * Leads to the page of a lot, a run, a plot or a label; else offers the lots whose
	 * numbers begin so, and what has such a name.
	 * @param q a number, a name, or a label's code or link
	 */
	@GetMapping("/find")
	String find(@RequestParam(defaultValue = "") String q, Author author, Model model, RedirectAttributes onward) {
		// The page behind a label is for everybody.
		Optional<LabelCode> label = Codes.read(q).filter((code) -> this.codes.find(code).isPresent());
		String number = label.map(LabelCode::printed)
			.orElseGet(() -> Normalizer.normalize(q, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT));
		Optional<String> page = label.isPresent() ? Optional.of("/t/{number}") : page(number, author);
		if (page.isPresent()) {
			onward.addAttribute("number", number);
			return "redirect:" + page.get();
		}
		model.addAttribute("number", number);
		model.addAttribute("lots", this.finds.lots(number, author));
		model.addAttribute("things", this.finds.things(q, author));
		return "find/find";
	}

	private Optional<String> page(String number, Author author) {
		if (!this.access.toLots(author, List.of(number)).isEmpty() && this.lots.find(number).isPresent()) {
			return Optional.of("/lots/{number}");
		}
		if (this.lots.run(number).filter((run) -> sees(author, run.holder())).isPresent()) {
			return Optional.of("/runs/{number}");
		}
		Optional<String> plot = this.graph
			.read((tx) -> tx.one(PLOT, Map.of("id", number), (row) -> row.get("plot").asString()));
		return plot.filter((found) -> !this.access.toPlots(author, List.of(found)).isEmpty())
			.map((found) -> "/plots/{number}");
	}

	private boolean sees(Author author, String holder) {
		return holder.equals(author.party()) || this.access.isFull(author);
	}

}
