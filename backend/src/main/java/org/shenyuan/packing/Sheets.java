package org.shenyuan.packing;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.shenyuan.labels.CuratedStock;
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
import org.shenyuan.labels.Stocks;
import org.shenyuan.labels.Typeface;
import org.shenyuan.ledger.LabelRun;
import org.shenyuan.ledger.Lots;
import org.shenyuan.ledger.Refusal;
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

	Sheets(Lots lots, Wording wording, LabelKeys keys, Typeface typeface,
			@Value("${shenyuan.address}") String address) {
		this.lots = lots;
		this.wording = wording;
		this.keys = keys;
		this.typeface = typeface;
		this.address = address;
	}

	/**
	 * How a run is to be printed.
	 *
	 * @param dotsPerInch of the printer
	 */
	record Choice(Stock stock, Design design, Kind kind, Locale language, int dotsPerInch) {

		/** What printers are sold as. */
		static final List<Integer> RESOLUTIONS = List.of(203, 300, 600);

		/**
		 * What is left open is what an office with a common sheet wants.
		 * @throws Refused if there is no such stock, language or printer
		 */
		static Choice of(@Nullable String stock, @Nullable Design design, @Nullable Kind kind,
				@Nullable String language, @Nullable Integer dotsPerInch, @Nullable Double right,
				@Nullable Double down) {
			Stock found = (stock == null) ? Stock.A4_3X7
					: Stocks.find(stock)
						.map(CuratedStock::stock)
						.orElseThrow(() -> new Refused(Refusal.of("not-found", "stock", "given", stock)));
			Locale locale = (language == null) ? Wording.LANGUAGES.getFirst()
					: Wording.LANGUAGES.stream()
						.filter((one) -> one.getLanguage().equals(language))
						.findFirst()
						.orElseThrow(() -> new Refused(Refusal.of("not-found", "language", "given", language)));
			int dots = Objects.requireNonNullElse(dotsPerInch, 300);
			if (!RESOLUTIONS.contains(dots)) {
				throw new Refused(Refusal.of("labels.dpi", "dpi", "given", dots, "known", RESOLUTIONS));
			}
			try {
				return new Choice(
						found.shifted(Objects.requireNonNullElse(right, 0.0), Objects.requireNonNullElse(down, 0.0)),
						Objects.requireNonNullElse(design, Design.UNIT), Objects.requireNonNullElse(kind, Kind.QR),
						locale, dots);
			}
			catch (LabelRefused ex) {
				throw refused(ex);
			}
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
		var numbers = new LinkedHashMap<String, Object>();
		ex.numbers().forEach((number) -> numbers.put("n" + numbers.size(), number));
		String key = "label." + ex.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
		return new Refused(new Refusal(key, "stock", numbers, null, null));
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
