package org.shenyuan.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refusals;
import org.shenyuan.ledger.Refused;

/**
 * What somebody typed, read as what it means. What cannot be read is collected, and
 * {@link #stop} refuses it together; until then a stand-in is handed out.
 */
public final class Entered {

	/** At most fifteen characters, so that a thousand times as much fits a long. */
	private static final Pattern DECIMAL = Pattern.compile("(?=.{1,15}$)(\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d+)?");

	private static final BigDecimal GRAMS_A_KILOGRAM = BigDecimal.valueOf(1000);

	/** 1 斤 = 500 g. */
	private static final BigDecimal GRAMS_A_JIN = BigDecimal.valueOf(500);

	private static final BigDecimal SQUARE_METRES_OF_15_MU = BigDecimal.valueOf(10_000);

	private final ZoneId zone;

	private final Refusals refusals = new Refusals();

	/**
	 * @param zone of the reader's clock
	 */
	public Entered(ZoneId zone) {
		this.zone = zone;
	}

	/** A word that must be there. */
	public String text(String field, @Nullable String typed) {
		String text = optional(typed);
		if (text == null) {
			this.refusals.refuse("field.notMissing", field, "given", "");
			return "";
		}
		return text;
	}

	/** A number that stands on paper: always in capitals. */
	public String code(String field, @Nullable String typed) {
		return Normalizer.normalize(text(field, typed), Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
	}

	/** A word, or null when nothing was typed. */
	public @Nullable String optional(@Nullable String typed) {
		return (typed == null || typed.isBlank()) ? null : typed.strip();
	}

	/** From a field for date and time, as the reader's clock shows it. */
	public OffsetDateTime time(String field, @Nullable String typed) {
		String text = text(field, typed);
		try {
			return LocalDateTime.parse(text).atZone(this.zone).toOffsetDateTime();
		}
		catch (DateTimeException ex) {
			if (!text.isEmpty()) {
				this.refusals.refuse("form.time", field, "given", text);
			}
			return OffsetDateTime.MIN;
		}
	}

	/** From a field for a day. */
	public LocalDate day(String field, @Nullable String typed) {
		String text = text(field, typed);
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeException ex) {
			if (!text.isEmpty()) {
				this.refusals.refuse("form.day", field, "given", text);
			}
			return LocalDate.MIN;
		}
	}

	/**
	 * Whole grams, exactly.
	 * @param unit {@code jin} for 斤, else kilograms
	 */
	public long grams(String field, @Nullable String typed, @Nullable String unit) {
		BigDecimal amount = decimal(field, typed);
		BigDecimal grams = amount.multiply("jin".equals(unit) ? GRAMS_A_JIN : GRAMS_A_KILOGRAM);
		if (grams.stripTrailingZeros().scale() > 0) {
			this.refusals.refuse("form.fraction", field, "given", String.valueOf(typed));
			return 0;
		}
		return grams.longValueExact();
	}

	/**
	 * Whole square metres; a mu is 10,000 of them in fifteen.
	 * @param unit {@code mu} for 亩, else square metres, of which none is in parts
	 */
	public long squareMetres(String field, @Nullable String typed, @Nullable String unit) {
		return "mu".equals(unit) ? decimal(field, typed).multiply(SQUARE_METRES_OF_15_MU)
			.divide(BigDecimal.valueOf(15), 0, RoundingMode.HALF_UP)
			.longValueExact() : whole(field, typed);
	}

	/**
	 * Whole square metres of a local unit.
	 * @param one square metres of one unit, or null where nobody has said
	 */
	public long squareMetres(String field, @Nullable String typed, String unit, @Nullable BigDecimal one) {
		if (one == null) {
			this.refusals.refuse("area.unit", field, "unit", Refusal.shown(unit));
			return 1;
		}
		return decimal(field, typed).multiply(one).setScale(0, RoundingMode.HALF_UP).longValueExact();
	}

	/** One of a few words, as {@code SIGN_OFF} or {@code sign-off}. */
	public <E extends Enum<E>> E choice(String field, @Nullable String typed, Class<E> words, E standIn) {
		String text = text(field, typed);
		for (E word : words.getEnumConstants()) {
			if (word.name().equalsIgnoreCase(text.replace('-', '_'))) {
				return word;
			}
		}
		if (!text.isEmpty()) {
			this.refusals.refuse("json.value", field, "given", text);
		}
		return standIn;
	}

	/** Any number. */
	public BigDecimal number(String field, @Nullable String typed) {
		return decimal(field, typed);
	}

	/** Any number, also one below zero. */
	public BigDecimal signed(String field, @Nullable String typed) {
		String text = Normalizer.normalize((typed != null) ? typed.strip() : "", Normalizer.Form.NFKC)
			.replace('\u2212', '-');
		boolean negative = text.startsWith("-");
		BigDecimal size = decimal(field, (negative || text.startsWith("+")) ? text.substring(1) : text);
		return negative ? size.negate() : size;
	}

	/** A whole number. */
	public long whole(String field, @Nullable String typed) {
		BigDecimal number = decimal(field, typed);
		if (number.stripTrailingZeros().scale() > 0) {
			this.refusals.refuse("form.whole", field, "given", String.valueOf(typed));
			return 0;
		}
		return number.longValue();
	}

	/** An id that a page carried along. */
	public UUID id(@Nullable String carried) {
		try {
			return UUID.fromString(String.valueOf(carried));
		}
		catch (IllegalArgumentException ex) {
			this.refusals.refuse("form.id", "id", "given", String.valueOf(carried));
			return new UUID(0, 0);
		}
	}

	/**
	 * @throws Refused when something could not be read
	 */
	public void stop() {
		if (!this.refusals.all().isEmpty()) {
			throw new Refused(this.refusals.all());
		}
	}

	/** Also in full-width digits, as Chinese and Korean keyboards write them. */
	private BigDecimal decimal(String field, @Nullable String typed) {
		String text = Normalizer.normalize(text(field, typed), Normalizer.Form.NFKC);
		if (text.isEmpty()) {
			return BigDecimal.ZERO;
		}
		if (!DECIMAL.matcher(text).matches()) {
			this.refusals.refuse("form.number", field, "given", (text.length() > 40) ? text.substring(0, 40) : text);
			return BigDecimal.ZERO;
		}
		return new BigDecimal(text.replace(",", ""));
	}

}
