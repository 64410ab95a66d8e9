package org.shenyuan.cartons;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.shenyuan.ledger.Access;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Refused;
import org.shenyuan.paper.Portion;
import org.shenyuan.paper.Print;
import org.shenyuan.paper.Printing;
import org.shenyuan.paper.Wanted;
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

	private final Printing printing;

	private final Access access;

	CartonsApi(CartonNumbers numbers, CartonSheets sheets, Printing printing, Access access) {
		this.numbers = numbers;
		this.sheets = sheets;
		this.printing = printing;
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
		return this.numbers.prefix(author.party()).orElseThrow(() -> Refused.absent("prefix", author.party()));
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
		return Numbered.of(this.numbers.reserve(author, id, lot, asked.count(), asked.units(), asked.grossGrams()));
	}

	/** The labels as PDF; on A4 with two by four unless another stock is given. */
	@GetMapping("/cartons/{id}/sheet.pdf")
	void pdf(@PathVariable String id, Wanted wanted, Portion portion, Author author, HttpServletResponse response)
			throws IOException {
		this.printing.pdf(print(id, wanted, portion, author), id, response);
	}

	/** For a thermal printer. */
	@GetMapping("/cartons/{id}/sheet.zpl")
	void zpl(@PathVariable String id, Wanted wanted, Portion portion, Author author, HttpServletResponse response)
			throws IOException {
		this.printing.zpl(print(id, wanted, portion, author), id, response);
	}

	private Print print(String id, Wanted wanted, Portion portion, Author author) throws IOException {
		Cartons cartons = this.numbers.find(id)
			.filter((found) -> found.party().equals(author.party()) || this.access.isFull(author))
			.orElseThrow(() -> Refused.absent("cartons", id));
		return this.sheets.print(cartons, wanted, portion);
	}

}
