package org.shenyuan.packing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import org.shenyuan.labels.Job;
import org.shenyuan.labels.LabelSheet;
import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.packing.Sheets.Choice;
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
	 * The labels as PDF; the same bytes however often they are fetched. A file that was
	 * handed out once can be printed any number of times whatever happens here, so
	 * fetching is not what is guarded and records nothing: that labels were printed is an
	 * event ({@code labelsPrinted}), printing one again is put on record by two people
	 * ({@code labelsReprinted}), and a code on two packs shows in its scans.
	 */
	@GetMapping("/sheet.pdf")
	void pdf(@PathVariable String run, Wanted wanted, Author author, HttpServletResponse response) throws IOException {
		Prints prints = prints(run, wanted, author);
		prints.sheet().pdf(prints.job(), response(response, "application/pdf", run + ".pdf"));
	}

	/** The first page as SVG. */
	@GetMapping("/sheet.svg")
	void svg(@PathVariable String run, Wanted wanted, Author author, HttpServletResponse response) throws IOException {
		Prints prints = prints(run, wanted, author);
		byte[] svg = prints.sheet().svg(prints.job()).getBytes(StandardCharsets.UTF_8);
		response(response, "image/svg+xml", run + ".svg").write(svg);
	}

	/** The first page in the printer's dots. */
	@GetMapping("/sheet.png")
	void png(@PathVariable String run, Wanted wanted, Author author, HttpServletResponse response) throws IOException {
		Prints prints = prints(run, wanted, author);
		prints.sheet().png(prints.job(), response(response, "image/png", run + ".png"));
	}

	/** For a thermal printer. */
	@GetMapping("/sheet.zpl")
	void zpl(@PathVariable String run, Wanted wanted, Author author, HttpServletResponse response) throws IOException {
		Prints prints = prints(run, wanted, author);
		prints.sheet().zpl(prints.job(), response(response, "application/octet-stream", run + ".zpl"));
	}

	private record Prints(LabelSheet sheet, Job job) {
	}

	/** Everything is looked at before the first byte goes out. */
	private Prints prints(String run, Wanted wanted, Author author) throws IOException {
		LabelRun found = find(run, author);
		Choice choice = this.sheets.choice(found.holder(), wanted);
		int first = Objects.requireNonNullElse(wanted.first(), 1);
		int last = (wanted.last() != null) ? wanted.last() : (int) found.count();
		int cell = Objects.requireNonNullElse(wanted.cell(), 1);
		if (first < 1 || first > last || last > found.count()) {
			throw new Refused(Refusal.of("labels.range", "last", "first", first, "last", last, "count", found.count()));
		}
		if (cell < 1 || cell > choice.stock().cells()) {
			throw new Refused(Refusal.of("labels.cell", "cell", "cells", choice.stock().cells(), "given", cell));
		}
		return new Prints(this.sheets.sheet(found, choice), this.sheets.job(found, choice, first, last, cell));
	}

	private static OutputStream response(HttpServletResponse response, String type, String file) throws IOException {
		response.setContentType(type);
		response.setHeader("Content-Disposition", "inline; filename=\"" + file + "\"");
		return response.getOutputStream();
	}

	private LabelRun find(String run, Author author) {
		return this.lots.run(run)
			.filter((found) -> found.holder().equals(author.party()) || this.access.isFull(author))
			.orElseThrow(() -> new Refused(Refusal.of("not-found", "run", "given", run)));
	}

}
