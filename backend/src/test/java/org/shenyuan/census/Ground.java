package org.shenyuan.census;

import java.util.Locale;

/** Rectangles of ground near Qinghe, and a sheet of them. */
public final class Ground {

	static final String HEADINGS = "parcel,county,town,squareMetres,landClass,level,grade,status,round,surveyed,datum,outline";

	/** About 75 by 78 metres. */
	static final long SQUARE_METRES = 5845;

	private Ground() {
	}

	/** A rectangle of ground, so many of its widths to the east. */
	public static String at(double widths) {
		return rectangle(126.01 + widths * 0.0009, 41.4);
	}

	static String rectangle(double west, double south) {
		double east = west + 0.0009;
		double north = south + 0.0007;
		return String.format(Locale.ROOT,
				"POLYGON ((%1$.6f %2$.6f, %3$.6f %2$.6f, %3$.6f %4$.6f, %1$.6f %4$.6f, %1$.6f %2$.6f))", west, south,
				east, north);
	}

	public static String row(String parcel, String round, String datum, String outline) {
		return String.format(Locale.ROOT, "%s,220582,清河镇,%d,FARMLAND,1,2,PLANTED,%s,2024-06-12,%s,\"%s\"", parcel,
				SQUARE_METRES, round, datum, outline);
	}

	public static String sheet(String... rows) {
		return HEADINGS + "\r\n" + String.join("\r\n", rows) + "\r\n";
	}

}
