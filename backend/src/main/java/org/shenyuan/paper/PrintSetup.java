package org.shenyuan.paper;

import java.util.List;
import java.util.Locale;

import org.shenyuan.labels.Design;
import org.shenyuan.labels.LabelSheet.Kind;
import org.shenyuan.labels.Stock;

/**
 * How labels are to be printed, with nothing left open.
 *
 * @param stock moved by what the printer is off
 * @param language one of {@link #LANGUAGES}
 * @param dotsPerInch of the printer
 */
public record PrintSetup(Stock stock, Design design, Kind kind, Locale language, int dotsPerInch) {

	/**
	 * The languages of the markets; the first is that of a label nobody chose one for.
	 */
	public static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH, Locale.KOREAN);

}
