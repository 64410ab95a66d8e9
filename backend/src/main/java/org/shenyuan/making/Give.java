package org.shenyuan.making;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.shenyuan.web.Entered;
import org.shenyuan.web.Forms;
import org.shenyuan.web.LotRow;

/**
 * A line of what comes out of something, as it was typed; one without a mass does not
 * count.
 *
 * @param product null where it is that of what goes in
 */
record Give(@Nullable String lot, @Nullable String product, @Nullable String grams) implements LotRow {

	private static final int LINES = 12;

	/** What a line says, with stand-ins for what could not be read. */
	@FunctionalInterface
	interface Reading<T> {

		T of(String lot, @Nullable String product, long grams);

	}

	/**
	 * Lines to fill in.
	 * @param numbered how many of them have a number already
	 */
	static List<Give> lines(Forms forms, String letter, int numbered) {
		return Stream
			.concat(Stream.generate(() -> new Give(forms.number(letter), null, null)).limit(numbered),
					Stream.generate(() -> new Give(null, null, null)))
			.limit(LINES)
			.toList();
	}

	/**
	 * @param unit of the form
	 */
	static <T> List<T> read(@Nullable List<Give> lines, @Nullable String unit, Entered entered, Reading<T> reading) {
		List<T> read = new ArrayList<>();
		for (Give line : (lines != null) ? lines : List.<Give>of()) {
			if (entered.optional(line.grams) != null) {
				read.add(reading.of(entered.code("outputs", line.lot), entered.optional(line.product),
						entered.grams("outputs", line.grams, unit)));
			}
		}
		if (read.isEmpty()) {
			entered.text("outputs", null);
		}
		return read;
	}

}
