package org.shenyuan.packing;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.shenyuan.labels.Design;
import org.shenyuan.labels.DigitalLink;
import org.shenyuan.labels.Gtin;
import org.shenyuan.labels.Job;
import org.shenyuan.labels.LabelCode;
import org.shenyuan.labels.LabelKeys;
import org.shenyuan.labels.LabelNumber;
import org.shenyuan.labels.LabelRefused;
import org.shenyuan.labels.LabelSheet;
import org.shenyuan.labels.LabelSheet.Kind;
import org.shenyuan.labels.Stock;
import org.shenyuan.labels.Typeface;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes the labels of runs ready to print: the same run and choice give the same bytes.
 */
@Component
public class Sheets {

	private final Lots lots;

	private final Wording wording;

	private final LabelKeys keys;

	private final Typeface typeface;

	private final String address;

	private final PrintStocks stocks;

	private final Printers printers;

	Sheets(Lots lots, Wording wording, LabelKeys keys, Typeface typeface, PrintStocks stocks, Printers printers,
			@Value("${shenyuan.address}") String address) {
		this.lots = lots;
		this.wording = wording;
		this.keys = keys;
		this.typeface = typeface;
		this.stocks = stocks;
		this.printers = printers;
		this.address = address;
	}

	/**
	 * How a run is to be printed.
	 *
	 * @param dotsPerInch of the printer
	 */
	record Choice(Stock stock, Design design, Kind kind, Locale language, int dotsPerInch) {
	}

	/**
	 * What is left open is what an office with a common sheet wants.
	 * @param party whose own stocks and printers are meant
	 * @throws Refused if there is no such stock, language or printer
	 */
	Choice choice(String party, Wanted wanted) {
		Stock stock = (wanted.stock() != null) ? this.stocks.find(party, wanted.stock()).stock() : Stock.A4_3X7;
		String language = Objects.requireNonNullElse(wanted.language(), Wording.LANGUAGES.getFirst().getLanguage());
		Locale locale = Wording.LANGUAGES.stream()
			.filter((one) -> one.getLanguage().equals(language))
			.findFirst()
			.orElseThrow(() -> PrintStocks.absent("language", language));
		Printer printer = (wanted.printer() != null) ? this.printers.find(party, wanted.printer()) : null;
		int dots = Objects.requireNonNullElse(wanted.dpi(), (printer != null) ? printer.dpi() : 300);
		Printer.checkResolution(dots);
		try {
			Stock shifted = stock.shifted(
					Objects.requireNonNullElse(wanted.right(), (printer != null) ? printer.right() : 0.0),
					Objects.requireNonNullElse(wanted.down(), (printer != null) ? printer.down() : 0.0));
			return new Choice(shifted, Objects.requireNonNullElse(wanted.design(), Design.UNIT),
					Objects.requireNonNullElse(wanted.symbol(), Kind.QR), locale, dots);
		}
		catch (LabelRefused ex) {
			throw refused(ex);
		}
	}

	/** The code of one label of a run, counted from 1. */
	public LabelCode code(LabelRun run, long label) {
		return this.keys.encode((int) run.keyVersion(), new LabelNumber((int) run.number(), (int) label));
	}

	/** What the symbol of one label says. */
	public String link(LabelRun run, long label, @Nullable String gtin) {
		return DigitalLink.of(this.address, (gtin != null) ? new Gtin(gtin) : null, code(run, label));
	}

	/**
	 * A run's labels on a stock.
	 * @throws Refused if they do not fit it, or cannot be printed
	 */
	LabelSheet sheet(LabelRun run, Choice choice) throws IOException {
		LabelCode widest = new LabelCode("Z".repeat(LabelCode.LENGTH));
		try {
			return new LabelSheet(choice.stock(), choice.design(), this.wording.of(run, choice.language()),
					this.typeface, label(widest, gtin(run), choice.kind()), choice.kind(), choice.dotsPerInch());
		}
		catch (LabelRefused ex) {
			throw refused(ex);
		}
	}

	/** The same refusal for a page to say in the reader's language. */
	static Refused refused(LabelRefused ex) {
		return new Refused(Figure.refusal(ex));
	}

	/**
	 * Labels {@code first} to {@code last} of a run.
	 * @param firstCell where to begin on a sheet that was used before, from 1
	 */
	Job job(LabelRun run, Choice choice, int first, int last, int firstCell) {
		String gtin = gtin(run);
		return new Job(first, last, firstCell, (index) -> label(code(run, index), gtin, choice.kind()));
	}

	private Job.Label label(LabelCode code, @Nullable String gtin, Kind kind) {
		Gtin number = (gtin != null) ? new Gtin(gtin) : null;
		String content = (kind == Kind.QR) ? DigitalLink.of(this.address, number, code)
				: DigitalLink.elements(number, code);
		return new Job.Label(content, code.printed());
	}

	private @Nullable String gtin(LabelRun run) {
		return this.lots.find(run.lot()).orElseThrow().gtin();
	}

}
