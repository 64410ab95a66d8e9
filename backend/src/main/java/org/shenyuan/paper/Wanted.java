package org.shenyuan.paper;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.shenyuan.labels.Design;
import org.shenyuan.labels.LabelSheet.Kind;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * On what labels are to be printed, as an address says it.
 *
 * @param stock one of {@link PrintStocks}, A4 with three by seven labels unless given
 * @param language {@code zh}, {@code en} or {@code ko}
 * @param printer one of {@link Printers}; it stands for what is not given of the next
 * three
 * @param dpi of the printer: 203, 300 or 600
 * @param right how far the printer is to move everything, in mm, kept to a tenth
 * @param down the same downwards
 */
public record Wanted(@Nullable String stock, @Nullable Design design, @Nullable Kind symbol, @Nullable String language,
		@Nullable String printer, @Nullable Integer dpi, @Nullable Double right, @Nullable Double down) {

	/** Nothing is chosen. */
	public static final Wanted NOTHING = new Wanted(null, null, null, null, null, null, null, null);

	public Wanted {
		stock = unlessBlank(stock);
		language = unlessBlank(language);
		printer = unlessBlank(printer);
	}

	/** What a form sends of a field that was left alone is nothing. */
	private static @Nullable String unlessBlank(@Nullable String chosen) {
		return (chosen == null || chosen.isBlank()) ? null : chosen;
	}

	public Wanted on(String chosen) {
		return new Wanted(chosen, this.design, this.symbol, this.language, this.printer, this.dpi, this.right,
				this.down);
	}

	public Wanted in(String chosen) {
		return new Wanted(this.stock, this.design, this.symbol, chosen, this.printer, this.dpi, this.right, this.down);
	}

	/** Whether anything is chosen that an office with a common sheet leaves as it is. */
	public boolean isParticular() {
		return (this.design != null && this.design != Design.UNIT) || (this.symbol != null && this.symbol != Kind.QR)
				|| this.dpi != null || (this.right != null && this.right != 0) || (this.down != null && this.down != 0);
	}

	/** The same for an address, from {@code ?} on; empty if nothing was chosen. */
	public String query(Portion portion) {
		return UriComponentsBuilder.newInstance()
			.queryParamIfPresent("stock", Optional.ofNullable(this.stock))
			.queryParamIfPresent("design", Optional.ofNullable(this.design))
			.queryParamIfPresent("symbol", Optional.ofNullable(this.symbol))
			.queryParamIfPresent("language", Optional.ofNullable(this.language))
			.queryParamIfPresent("printer", Optional.ofNullable(this.printer))
			.queryParamIfPresent("dpi", Optional.ofNullable(this.dpi))
			.queryParamIfPresent("right", Optional.ofNullable(this.right))
			.queryParamIfPresent("down", Optional.ofNullable(this.down))
			.queryParamIfPresent("first", Optional.ofNullable(portion.first()))
			.queryParamIfPresent("last", Optional.ofNullable(portion.last()))
			.queryParamIfPresent("cell", Optional.ofNullable(portion.cell()))
			.encode()
			.toUriString();
	}

}
