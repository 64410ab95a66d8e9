package org.shenyuan.packing;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Lots;
import org.shenyuan.paper.Portion;
import org.shenyuan.paper.Print;
import org.shenyuan.paper.Printing;
import org.shenyuan.paper.Wanted;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Label runs and their sheets, for the party that packed. */
@RestController
@RequestMapping("/api/v1/runs/{run}")
class RunsApi {

	private final Lots lots;

	private final Sheets sheets;

	private final UsedSheets usedSheets;

	private final Runs runs;

	private final Printing printing;

	RunsApi(Lots lots, Sheets sheets, UsedSheets usedSheets, Runs runs, Printing printing) {
		this.lots = lots;
		this.sheets = sheets;
		this.usedSheets = usedSheets;
		this.runs = runs;
		this.printing = printing;
	}

	/**
	 * A run with how many labels stand how.
	 *
	 * @param scan what the symbol of the first label says
	 */
	record Standing(LabelRun run, long issued, long activated, long voided, String scan) {
	}

	@GetMapping
	Standing one(@PathVariable String run, Author author) {
		LabelRun found = this.runs.find(run, author);
		Lot lot = this.lots.find(found.lot()).orElseThrow();
		return new Standing(found, found.count(), found.activated().size(), found.voided().size(),
				this.sheets.link(found, 1, lot.gtin()));
	}

	/**
	 * Where the sheet that the party began last is still free.
	 *
	 * @param cell counted from 1; 1 is a fresh sheet
	 */
	record UsedSheet(String stock, long cell) {
	}

	@GetMapping("/used-sheet")
	UsedSheet usedSheet(@PathVariable String run, @RequestParam(defaultValue = "A4-3x7") String stock, Author author) {
		return new UsedSheet(stock, this.usedSheets.nextCell(this.runs.find(run, author).holder(), stock));
	}

	/** Where every label of the run is. */
	@GetMapping("/reconciliation")
	Reconciliation reconciliation(@PathVariable String run, Author author) {
		return Reconciliation.of(this.runs.find(run, author));
	}

	/**
	 * The labels as PDF; the same bytes however often they are fetched. A file that was
	 * handed out once can be printed any number of times whatever happens here, so
	 * fetching is not what is guarded and records nothing: that labels were printed is an
	 * event ({@code labelsPrinted}), printing one again is put on record by two people
	 * ({@code labelsReprinted}), and a code on two packs shows in its scans. More labels
	 * than one file may hold are printed in parts.
	 */
	@GetMapping("/sheet.pdf")
	void pdf(@PathVariable String run, Wanted wanted, Portion portion, Author author, HttpServletResponse response)
			throws IOException {
		this.printing.pdf(print(run, wanted, portion, author), run, response);
	}

	/** The first page as SVG. */
	@GetMapping("/sheet.svg")
	void svg(@PathVariable String run, Wanted wanted, Portion portion, Author author, HttpServletResponse response)
			throws IOException {
		this.printing.svg(print(run, wanted, portion, author), run, response);
	}

	/** The first page in the printer's dots. */
	@GetMapping("/sheet.png")
	void png(@PathVariable String run, Wanted wanted, Portion portion, Author author, HttpServletResponse response)
			throws IOException {
		this.printing.png(print(run, wanted, portion, author), run, response);
	}

	/** For a thermal printer. */
	@GetMapping("/sheet.zpl")
	void zpl(@PathVariable String run, Wanted wanted, Portion portion, Author author, HttpServletResponse response)
			throws IOException {
		this.printing.zpl(print(run, wanted, portion, author), run, response);
	}

	private Print print(String run, Wanted wanted, Portion portion, Author author) throws IOException {
		return this.sheets.print(this.runs.find(run, author), wanted, portion);
	}

}
