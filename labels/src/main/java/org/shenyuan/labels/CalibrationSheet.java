package org.shenyuan.labels;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A page to print on plain paper before the labels: lay it over a sheet of the stock,
 * hold both to the light, and read off what {@link Stock#shifted} needs. Rulers of 100 mm
 * show whether the printer scales.
 */
public final class CalibrationSheet {

	private static final double LINE = 0.15;

	private static final double RULER = 100;

	private static final double POINTS = 8;

	private static final String RULER_TEXT = "100 mm";

	private CalibrationSheet() {
	}

	/** Writes the page; {@code out} stays open. */
	public static void write(Stock stock, Typeface typeface, OutputStream out) throws IOException {
		typeface.regular().refuseMissing(stock.name());
		var letters = new Letters("R", typeface.regular(), RULER_TEXT + stock.name());
		try (var file = new PrintFile(stock, letters)) {
			var ink = new Ink().millimetres();
			for (int cell = 0; cell < stock.cells(); cell++) {
				double bottom = stock.paperHeight() - stock.y(cell) - stock.labelHeight();
				ink.strokeBox(stock.x(cell), bottom, stock.labelWidth(), stock.labelHeight(), stock.cornerRadius(),
						LINE);
			}
			double x = (stock.paperWidth() - Math.min(RULER, stock.paperWidth())) / 2;
			double y = stock.paperHeight() / 2;
			ruler(ink, x, y, 1, 0);
			ruler(ink, x, y, 0, 1);
			for (Mark.Text text : List.of(new Mark.Text(typeface.regular(), RULER_TEXT, POINTS, x + 2, y + 4, 0, false),
					new Mark.Text(typeface.regular(), stock.name(), POINTS, x + 20, y + 4, 0, false))) {
				ink.mark(text, stock.paperHeight(), letters);
			}
			file.page(ink);
			file.save(out);
		}
	}

	/** Ticks every millimetre, longer ones at fives and tens. */
	private static void ruler(Ink ink, double x, double y, int right, int up) {
		ink.line(x, y, x + right * RULER, y + up * RULER, LINE);
		for (int tick = 0; tick <= RULER; tick++) {
			double length = (tick % 10 == 0) ? 3 : (tick % 5 == 0) ? 2 : 1;
			double startX = x + right * tick;
			double startY = y + up * tick;
			ink.line(startX, startY, startX + up * length, startY + right * length, LINE);
		}
	}

}
