package org.shenyuan.packing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Lots;
import org.shenyuan.packing.Prints.Print;
import org.shenyuan.packing.Wanted.Portion;
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

	private final Prints prints;

	RunsApi(Lots lots, Sheets sheets, UsedSheets usedSheets, Prints prints) {
		this.lots = lots;
		this.sheets = sheets;
		this.usedSheets = usedSheets;
		this.prints = prints;
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
		LabelRun found = this.prints.run(run, author);
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
		return new UsedSheet(stock, this.usedSheets.nextCell(this.prints.run(run, author).holder(), stock));
	}

	/** Where every label of the run is. */
	@GetMapping("/reconciliation")
	Reconciliation reconciliation(@PathVariable String run, Author author) {
		return Reconciliation.of(this.prints.run(run, author));
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
		Print print = this.prints.of(this.prints.run(run, author), wanted, portion);
		this.prints.requirePart(print.job());
		this.prints.requireReadable(print);
		print.sheet().pdf(print.job(), response(response, "application/pdf", run + ".pdf"));
	}

	/** The first page as SVG. */
	@GetMapping("/sheet.svg")
	void svg(@PathVariable String run, Wanted wanted, Portion portion, Author author, HttpServletResponse response)
			throws IOException {
		Print print = this.prints.of(this.prints.run(run, author), wanted, portion);
		byte[] svg = print.sheet().svg(print.job()).getBytes(StandardCharsets.UTF_8);
		response(response, "image/svg+xml", run + ".svg").write(svg);
	}

	/** The first page in the printer's dots. */
	@GetMapping("/sheet.png")
	void png(@PathVariable String run, Wanted wanted, Portion portion, Author author, HttpServletResponse response)
			throws IOException {
		Print print = this.prints.of(this.prints.run(run, author), wanted, portion);
		this.prints.requireReadable(print);
		print.sheet().png(print.job(), response(response, "image/png", run + ".png"));
	}

	/** For a thermal printer. */
	@GetMapping("/sheet.zpl")
	void zpl(@PathVariable String run, Wanted wanted, Portion portion, Author author, HttpServletResponse response)
			throws IOException {
		Print print = this.prints.of(this.prints.run(run, author), wanted, portion);
		this.prints.requireReadable(print);
		print.sheet().zpl(print.job(), response(response, "application/octet-stream", run + ".zpl"));
	}

	private static OutputStream response(HttpServletResponse response, String type, String file) throws IOException {
		response.setContentType(type);
		response.setHeader("Content-Disposition", "inline; filename=\"" + file + "\"");
		return response.getOutputStream();
	}

}
