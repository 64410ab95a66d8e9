package org.shenyuan.labels;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A stock that shops sell, with where its figures are from.
 *
 * @param stock the stock
 * @param market who sells it most
 * @param zh its Chinese name
 * @param en its English name
 * @param ko its Korean name
 * @param soldAs numbers under which makers sell it, separated by {@code ;}, may be empty
 * @param certainty how sure the figures are
 * @param read when the source was read
 * @param source where the figures are from
 */
public record CuratedStock(Stock stock, Market market, String zh, String en, String ko, String soldAs,
		Certainty certainty, LocalDate read, String source) {

	/** Its name in a language; English if it has none in that. */
	public String name(Locale locale) {
		return switch (locale.getLanguage()) {
			case "zh" -> this.zh;
			case "ko" -> this.ko;
			default -> this.en;
		};
	}

	/** Where a stock is sold. */
	public enum Market {

		/** China. */
		CN,

		/** Korea. */
		KR,

		/** Elsewhere. */
		OVERSEAS

	}

	/** How sure figures are. */
	public enum Certainty {

		/** A source states them. */
		FOUND,

		/** Worked out from sources that do not quite agree. */
		DERIVED,

		/** What the trade knows; nobody measured for this table. */
		GENERAL_KNOWLEDGE

	}

}
