package org.shenyuan.packing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.shenyuan.labels.Job;
import org.shenyuan.labels.LabelSheet;
import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Lot;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.shenyuan.packing.Sheets.Choice;
import org.shenyuan.packing.Wanted.Portion;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cartons of packed lots, their numbers and their labels. */
@RestController
@RequestMapping("/api/v1")
class CartonsApi {

	private final CartonNumbers numbers;

	private final CartonSheets sheets;

	private final Prints prints;

	private final Lots lots;

	private final Access access;

	CartonsApi(CartonNumbers numbers, CartonSheets sheets, Prints prints, Lots lots, Access access) {
		this.numbers = numbers;
		this.sheets = sheets;
		this.prints = prints;
		this.lots = lots;
		this.access = access;
	}

	/** As it is sent; the extension digit is 0 when it is missing. */
	record Prefix(@Nullable String prefix, @Nullable Integer extension) {
	}

	/**
	 * Cartons to number.
	 *
	 * @param units packs in each
	 * @param grossGrams of one, when it was weighed
	 */
	record Asked(long count, long units, @Nullable Long grossGrams) {
	}

	/** Cartons, the first SSCC of them and the last. */
	record Numbered(String id, String lot, long count, long units, @Nullable Long grossGrams, String first,
			String last) {

		static Numbered of(Cartons cartons) {
			return new Numbered(cartons.id(), cartons.lot(), cartons.count(), cartons.units(), cartons.grossGrams(),
					cartons.firstNumber(), cartons.lastNumber());
		}

	}

	@GetMapping("/company-prefix")
	CompanyPrefix prefix(Author author) {
		return this.numbers.prefix(author.party()).orElseThrow(() -> PrintStocks.absent("prefix", author.party()));
	}

	/** Until the first carton is numbered, it may be said again. */
	@PutMapping("/company-prefix")
	CompanyPrefix keep(@RequestBody Prefix wanted, Author author) {
		this.numbers.keep(author.party(), new CompanyPrefix(Objects.requireNonNullElse(wanted.prefix(), ""),
				Objects.requireNonNullElse(wanted.extension(), 0), 0));
		return prefix(author);
	}

	@GetMapping("/lots/{lot}/cartons")
	List<Numbered> list(@PathVariable String lot, Author author) {
		this.access.toLot(author, lot);
		return this.numbers.of(lot).stream().map(Numbered::of).toList();
	}

	/** The same id and the same wishes give the same numbers. */
	@PutMapping("/lots/{lot}/cartons/{id}")
	Numbered number(@PathVariable String lot, @PathVariable String id, @RequestBody Asked asked, Author author) {
		Lot found = this.lots.find(lot)
			.filter((one) -> one.holder().equals(author.party()) && !one.voided())
			.orElseThrow(() -> PrintStocks.absent("lot", lot));
		return Numbered.of(this.numbers.reserve(author, id, found, asked.count(), asked.units(), asked.grossGrams()));
	}

	/** The labels as PDF; on A4 with two by four unless another stock is given. */
	@GetMapping("/cartons/{id}/sheet.pdf")
	void pdf(@PathVariable String id, Wanted wanted, Portion portion, Author author, HttpServletResponse response)
			throws IOException {
		Ready ready = ready(id, wanted, portion, author);
		this.prints.requirePart(ready.job());
		ready.sheet().pdf(ready.job(), response(response, "application/pdf", id + ".pdf"));
	}

	/** For a thermal printer. */
	@GetMapping("/cartons/{id}/sheet.zpl")
	void zpl(@PathVariable String id, Wanted wanted, Portion portion, Author author, HttpServletResponse response)
			throws IOException {
		Ready ready = ready(id, wanted, portion, author);
		ready.sheet().zpl(ready.job(), response(response, "application/octet-stream", id + ".zpl"));
	}

	private record Ready(LabelSheet sheet, Job job) {
	}

	private Ready ready(String id, Wanted wanted, Portion portion, Author author) throws IOException {
		Cartons cartons = this.numbers.find(id)
			.filter((found) -> found.party().equals(author.party()) || this.access.isFull(author))
			.orElseThrow(() -> PrintStocks.absent("cartons", id));
		Choice choice = this.sheets.choice(cartons.party(), wanted);
		int first = Objects.requireNonNullElse(portion.first(), 1);
		int last = (portion.last() != null) ? portion.last() : (int) cartons.count();
		int cell = Objects.requireNonNullElse(portion.cell(), 1);
		if (first < 1 || first > last || last > cartons.count()) {
			throw new Refused(
					Refusal.of("labels.range", "last", "first", first, "last", last, "count", cartons.count()));
		}
		if (cell < 1 || cell > choice.stock().cells()) {
			throw new Refused(Refusal.of("labels.cell", "cell", "cells", choice.stock().cells(), "given", cell));
		}
		Lot lot = this.lots.find(cartons.lot()).orElseThrow();
		return new Ready(this.sheets.sheet(cartons, lot, choice), this.sheets.job(cartons, choice, first, last, cell));
	}

	private static OutputStream response(HttpServletResponse response, String type, String file) throws IOException {
		response.setContentType(type);
		response.setHeader("Content-Disposition", "inline; filename=\"" + file + "\"");
		return response.getOutputStream();
	}

}
