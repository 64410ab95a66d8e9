package org.shenyuan.labels;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a label's QR symbol says: a GS1 Digital Link URI (AI 01 the GTIN, AI 21 the serial
 * number) or, for goods without a GTIN, a short link of our own. All upper case, since a
 * QR symbol packs {@code 0-9A-Z $%*+-./:} into 5½ bits a character instead of eight
 * (ISO/IEC 18004, alphanumeric mode).
 */
public final class DigitalLink {

	/** No path: its letter case would matter, and upper case would change it. */
	private static final Pattern BASE = Pattern.compile("HTTPS?://[0-9A-Z]([0-9A-Z.-]*[0-9A-Z])?(:[0-9]{1,5})?");

	private DigitalLink() {
	}

	/**
	 * The URI of a label.
	 * @param base scheme and host, for example {@code https://trace.example.cn} or
	 * {@code http://localhost:8080}, in any letter case
	 * @param gtin the product's GTIN, if it has one
	 * @param code the label's code
	 * @throws IllegalArgumentException if the base has a path, or a character that
	 * alphanumeric mode lacks
	 */
	public static String of(String base, @Nullable Gtin gtin, LabelCode code) {
		String upper = upper(base);
		return (gtin != null) ? upper + "/01/" + gtin.text() + "/21/" + code.text() : upper + "/T/" + code.text();
	}

	/**
	 * The URI of a carton or a pallet.
	 * @param base as for a label
	 * @throws IllegalArgumentException as for a label
	 */
	public static String of(String base, Sscc sscc) {
		return upper(base) + "/00/" + sscc.text();
	}

	/**
	 * The URI of a plot's tag. It is no GS1 key, and nobody else's business.
	 * @param base as for a label
	 * @param plot the plot's number, in any letter case
	 * @throws IllegalArgumentException as for a label
	 */
	public static String ofPlot(String base, String plot) {
		return upper(base) + "/P/" + plot.toUpperCase(Locale.ROOT);
	}

	/** The same as a GS1 element string. */
	public static String elements(Sscc sscc) {
		return "(00)" + sscc.text();
	}

	/**
	 * The same as a GS1 element string, for symbols that tills read: (01) the GTIN and
	 * (21) the serial number; without a GTIN (90), internal information.
	 */
	public static String elements(@Nullable Gtin gtin, LabelCode code) {
		return (gtin != null) ? "(01)" + gtin.text() + "(21)" + code.text() : "(90)" + code.text();
	}

	private static String upper(String base) {
		String upper = base.toUpperCase(Locale.ROOT);
		if (upper.endsWith("/")) {
			upper = upper.substring(0, upper.length() - 1);
		}
		if (!BASE.matcher(upper).matches()) {
			throw new IllegalArgumentException("\"" + base
					+ "\" cannot begin a label's link: expected http:// or https://, a host in letters, figures, dots"
					+ " and dashes, perhaps a port, and no path");
		}
		return upper;
	}

}
