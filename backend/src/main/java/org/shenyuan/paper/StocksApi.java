package org.shenyuan.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.shenyuan.labels.CalibrationSheet;
import org.shenyuan.labels.CuratedStock.Market;
import org.shenyuan.labels.LabelRefused;
import org.shenyuan.labels.Stock;
import org.shenyuan.labels.Typeface;
import org.shenyuan.ledger.Author;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The label stocks of the caller's party, and those that come along. */
@RestController
@RequestMapping("/api/v1/stocks")
class StocksApi {

	private final PrintStocks stocks;

	private final Printers printers;

	private final Typeface typeface;

	StocksApi(PrintStocks stocks, Printers printers, Typeface typeface) {
		this.stocks = stocks;
		this.printers = printers;
		this.typeface = typeface;
	}

	/**
	 * A stock.
	 *
	 * @param name in the reader's language
	 * @param own whether it is the party's own
	 * @param market who sells one that comes along
	 * @param cells labels on a sheet, or abreast on a roll
	 */
	record Listed(String id, String name, boolean own, @Nullable Market market, int cells, Geometry geometry) {

		static Listed of(PrintStock one, Locale locale) {
			Stock stock = one.stock();
			return new Listed(stock.id(), one.name(locale), one.isOwn(),
					(one.curated() != null) ? one.curated().market() : null, stock.cells(), Geometry.of(stock));
		}

	}

	/** A stock of the party's own; both are needed. */
	record Own(@Nullable String name, @Nullable Geometry geometry) {
	}

	@GetMapping
	List<Listed> list(Author author, Locale locale) {
		return this.stocks.of(author.party()).stream().map((stock) -> Listed.of(stock, locale)).toList();
	}

	@GetMapping("/{stock}")
	Listed one(@PathVariable String stock, Author author, Locale locale) {
		return Listed.of(this.stocks.find(author.party(), stock), locale);
	}

	/** Keeps a stock; the figures of one that is kept never change. */
	@PutMapping("/{stock}")
	Listed keep(@PathVariable String stock, @RequestBody Own own, Author author, Locale locale) {
		PrintStocks.checkId(stock);
		if (own.geometry() == null) {
			throw new Refused(Refusal.of("field.notMissing", "geometry"));
		}
		Stock kept = own.geometry().stock(stock, PrintStocks.checkName(own.name()));
		this.stocks.keep(author.party(), List.of(kept));
		return Listed.of(new PrintStock(kept, null), locale);
	}

	@DeleteMapping("/{stock}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void remove(@PathVariable String stock, Author author) {
		this.stocks.remove(author.party(), stock);
	}

	/** A page that shows how far a printer is off, printed with its offset. */
	@GetMapping("/{stock}/calibration.pdf")
	void calibration(@PathVariable String stock, @RequestParam(required = false) @Nullable String printer,
			Author author, HttpServletResponse response) throws IOException {
		Stock found = this.stocks.find(author.party(), stock).stock();
		try {
			if (printer != null) {
				Printer one = this.printers.find(author.party(), printer);
				found = found.shifted(one.right(), one.down());
			}
			var bytes = new ByteArrayOutputStream();
			CalibrationSheet.write(found, this.typeface, bytes);
			bytes.writeTo(Printing.open(response, "application/pdf", "calibration.pdf"));
		}
		catch (LabelRefused ex) {
			throw PrintSetups.refused(ex);
		}
	}

}
