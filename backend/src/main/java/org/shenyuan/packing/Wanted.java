package org.shenyuan.packing;

import org.jspecify.annotations.Nullable;
import org.shenyuan.labels.Design;
import org.shenyuan.labels.LabelSheet.Kind;

/**
 * What to print of a run, and on what.
 *
 * @param stock one of {@link PrintStocks}, A4 with three by seven labels unless given
 * @param language {@code zh}, {@code en} or {@code ko}
 * @param printer one of {@link Printers}; it stands for what is not given of the next
 * three
 * @param dpi of the printer: 203, 300 or 600
 * @param right how far the printer is to move everything, in mm, kept to a tenth
 * @param down the same downwards
 * @param first and {@code last} label, all of them unless given
 * @param cell where to begin on a sheet that was used before
 */
record Wanted(@Nullable String stock, @Nullable Design design, @Nullable Kind symbol, @Nullable String language,
		@Nullable String printer, @Nullable Integer dpi, @Nullable Double right, @Nullable Double down,
		@Nullable Integer first, @Nullable Integer last, @Nullable Integer cell) {
}
