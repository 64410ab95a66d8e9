package org.shenyuan.packing;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.shenyuan.labels.Stock;
import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
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

	private final Access access;

	RunsApi(Lots lots, Sheets sheets, UsedSheets usedSheets, Access access) {
		this.lots = lots;
		this.sheets = sheets;
		this.usedSheets = usedSheets;
		this.access = access;
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
		LabelRun found = find(run, author);
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
		return new UsedSheet(stock, this.usedSheets.nextCell(find(run, author).holder(), stock));
	}

	/** Where every label of the run is. */
	@GetMapping("/reconciliation")
	Reconciliation reconciliation(@PathVariable String run, Author author) {
		return Reconciliation.of(find(run, author));
	}

	/**
	 * The sheet, A4 with three by seven labels; the same bytes however often it is
	 * fetched. A file that was handed out once can be printed any number of times
	 * whatever happens here, so fetching is not what is guarded and records nothing: that
	 * labels were printed is an event ({@code labelsPrinted}), printing one again is put
	 * on record by two people ({@code labelsReprinted}), and a code on two packs shows in
	 * its scans.
	 * @param first and {@code last} label, all of them unless given
	 * @param cell where to begin on a sheet that was used before
	 */
	@GetMapping("/sheet.pdf")
	void sheet(@PathVariable String run, @RequestParam(defaultValue = "1") int first,
			@RequestParam(required = false) @Nullable Integer last, @RequestParam(defaultValue = "1") int cell,
			Author author, HttpServletResponse response) throws IOException {
		LabelRun found = find(run, author);
		int end = (last != null) ? last : (int) found.count();
		if (first < 1 || first > end || end > found.count()) {
			throw new Refused(Refusal.of("labels.range", "last", "first", first, "last", end, "count", found.count()));
		}
		if (cell < 1 || cell > Stock.A4_3X7.cells()) {
			throw new Refused(Refusal.of("labels.cell", "cell", "cells", Stock.A4_3X7.cells(), "given", cell));
		}
		response.setContentType("application/pdf");
		response.setHeader("Content-Disposition", "inline; filename=\"" + found.id() + ".pdf\"");
		this.sheets.write(found, first, end, cell, response.getOutputStream());
	}

	private LabelRun find(String run, Author author) {
		return this.lots.run(run)
			.filter((found) -> found.holder().equals(author.party()) || this.access.isFull(author))
			.orElseThrow(() -> new Refused(Refusal.of("not-found", "run", "given", run)));
	}

}
