package org.shenyuan.ledger;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** A mass in whole grams; people read kilograms. */
public record Mass(@JsonValue long grams) {

	/** Kilograms with at most three decimals: {@code 1,600.5 kg}. */
	public String kilograms(Locale locale) {
		BigDecimal kilograms = BigDecimal.valueOf(this.grams, 3);
		return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(locale)).format(kilograms) + " kg";
	}

	/** As a pack says it: {@code 300 g}, {@code 5 kg}. */
	public String label() {
		return (this.grams % 1000 == 0) ? this.grams / 1000 + " kg" : this.grams + " g";
	}

}
