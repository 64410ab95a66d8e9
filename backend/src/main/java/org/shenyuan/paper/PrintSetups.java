package org.shenyuan.paper;

import java.util.Objects;

import org.shenyuan.labels.Design;
import org.shenyuan.labels.LabelRefused;
import org.shenyuan.labels.LabelSheet.Kind;
import org.shenyuan.labels.Stock;
import org.shenyuan.ledger.Refused;
import org.springframework.stereotype.Component;

/** Fills in what a wish to print leaves open. */
@Component
public class PrintSetups {

	private final PrintStocks stocks;

	private final Printers printers;

	PrintSetups(PrintStocks stocks, Printers printers) {
		this.stocks = stocks;
		this.printers = printers;
	}

	/**
	 * What is left open is what an office with a common sheet wants.
	 * @param party whose own stocks and printers are meant
	 * @throws Refused if there is no such stock, language or printer
	 */
	public PrintSetup of(String party, Wanted wanted) {
		Stock stock = (wanted.stock() != null) ? this.stocks.find(party, wanted.stock()).stock() : Stock.A4_3X7;
		String language = Objects.requireNonNullElse(wanted.language(), PrintSetup.LANGUAGES.getFirst().getLanguage());
		var locale = PrintSetup.LANGUAGES.stream()
			.filter((one) -> one.getLanguage().equals(language))
			.findFirst()
			.orElseThrow(() -> Refused.absent("language", language));
		Printer printer = (wanted.printer() != null) ? this.printers.find(party, wanted.printer()) : null;
		int dots = Objects.requireNonNullElse(wanted.dpi(), (printer != null) ? printer.dpi() : 300);
		Printer.checkResolution(dots);
		try {
			Stock shifted = stock.shifted(
					Objects.requireNonNullElse(wanted.right(), (printer != null) ? printer.right() : 0.0),
					Objects.requireNonNullElse(wanted.down(), (printer != null) ? printer.down() : 0.0));
			return new PrintSetup(shifted, Objects.requireNonNullElse(wanted.design(), Design.UNIT),
					Objects.requireNonNullElse(wanted.symbol(), Kind.QR), locale, dots);
		}
		catch (LabelRefused ex) {
			throw refused(ex);
		}
	}

	/** The same refusal for a page to say in the reader's language. */
	public static Refused refused(LabelRefused ex) {
		return new Refused(Figure.refusal(ex));
	}

}
