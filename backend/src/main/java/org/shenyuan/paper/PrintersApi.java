package org.shenyuan.paper;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shenyuan.ledger.Author;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The printers of the caller's party. */
@RestController
@RequestMapping("/api/v1/printers")
class PrintersApi {

	private final Printers printers;

	PrintersApi(Printers printers) {
		this.printers = printers;
	}

	/**
	 * What was measured of a printer.
	 *
	 * @param dpi 203, 300 or 600
	 * @param right how far it is to move everything, in mm, kept to a tenth
	 */
	record Measured(@Nullable String name, int dpi, double right, double down) {
	}

	@GetMapping
	List<Printer> list(Author author) {
		return this.printers.of(author.party());
	}

	@GetMapping("/{printer}")
	Printer one(@PathVariable String printer, Author author) {
		return this.printers.find(author.party(), printer);
	}

	@PutMapping("/{printer}")
	Printer keep(@PathVariable String printer, @RequestBody Measured measured, Author author) {
		var kept = new Printer(printer, PrintStocks.checkName(measured.name()), measured.dpi(), measured.right(),
				measured.down());
		this.printers.keep(author.party(), kept);
		return kept;
	}

	@DeleteMapping("/{printer}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void remove(@PathVariable String printer, Author author) {
		this.printers.remove(author.party(), printer);
	}

}
