package org.shenyuan.census;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.LandSurvey;
import org.shenyuan.geometry.Outline;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.vocabulary.Terms;

/** Reads one row of a census file, and collects all that cannot be read. */
final class SheetRow {

	private static final Pattern NUMBER = Pattern.compile("(?=.{1,15}$)(\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d+)?");

	/** Also as spreadsheets and people write it. */
	private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

	/** 1 亩 is a fifteenth of a hectare. */
	private static final BigDecimal SQUARE_METRES_OF_15_MU = BigDecimal.valueOf(10_000);

	/** What the outline was drawn in, by the letters and digits of its name. */
	private static final Pattern SAME_AS_WGS84 = Pattern.compile(".*(WGS84|CRS84|4326|CGCS2000|4490)");

	private static final Pattern DISPLACED = Pattern.compile("GCJ02|火星坐标系?");

	private final CensusFile.Row row;

	private final Terms terms;

	private final List<Refusal> refusals = new ArrayList<>();

	SheetRow(CensusFile.Row row, Terms terms) {
		this.row = row;
		this.terms = terms;
		row.cells().forEach((column, cell) -> {
			int most = column.equals("outline") ? LandSurvey.LONGEST_OUTLINE : 200;
			if (cell.length() > most) {
				refuse("census.cell", column, "length", cell.length(), "most", most);
			}
			if (!cell.isEmpty() && "=+@-\t".indexOf(cell.charAt(0)) >= 0) {
				refuse("census.formula", column, "given", cell.substring(0, Math.min(20, cell.length())));
			}
		});
	}

	List<Refusal> refusals() {
		return this.refusals.stream().map((refusal) -> refusal.onLine(this.row.number())).toList();
	}

	@Nullable String optional(String column) {
		String cell = this.row.cells().getOrDefault(column, "");
		return cell.isEmpty() ? null : cell;
	}

	String text(String column) {
		String cell = optional(column);
		if (cell == null) {
			refuse("field.notMissing", column);
			return "";
		}
		return cell;
	}

	String code(String column) {
		return capitals(text(column));
	}

	static String capitals(String number) {
		return Normalizer.normalize(number, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
	}

	/** A code of a list, or one of its words in any language. */
	String word(String scheme, String column) {
		String cell = text(column);
		if (cell.isEmpty()) {
			return "";
		}
		return this.terms.of(scheme)
			.stream()
			.filter((term) -> List.of(term.code(), term.zh(), term.en(), term.ko())
				.stream()
				.anyMatch(cell::equalsIgnoreCase))
			.map((term) -> term.code())
			.findFirst()
			.orElseGet(() -> {
				refuse("unknown.word", column, "list", scheme, "given", cell);
				return "";
			});
	}

	@Nullable String optionalWord(String scheme, String column) {
		return (optional(column) != null) ? word(scheme, column) : null;
	}

	int whole(String column) {
		BigDecimal number = number(column);
		if (number.stripTrailingZeros().scale() > 0) {
			refuse("form.whole", column, "given", number);
		}
		return number.min(BigDecimal.valueOf(1_000_000)).intValue();
	}

	/** In square metres or in mu, not both. */
	long squareMetres() {
		if ((optional("squareMetres") == null) == (optional("mu") == null)) {
			refuse("census.area", "squareMetres");
			return 0;
		}
		BigDecimal area = (optional("mu") == null) ? number("squareMetres")
				: number("mu").multiply(SQUARE_METRES_OF_15_MU).divide(BigDecimal.valueOf(15), 0, RoundingMode.HALF_UP);
		return area.setScale(0, RoundingMode.HALF_UP).longValue();
	}

	LocalDate day(String column) {
		String cell = Normalizer.normalize(text(column), Normalizer.Form.NFKC);
		Matcher day = DAY.matcher(cell);
		try {
			if (day.matches()) {
				return LocalDate.of(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)),
						Integer.parseInt(day.group(3)));
			}
		}
		catch (DateTimeException ex) {
			// A day that no calendar has is none either.
		}
		if (!cell.isEmpty()) {
			refuse("form.day", column, "given", cell);
		}
		return LocalDate.EPOCH;
	}

	/** Whether the outline was drawn on a displaced map and has to be converted. */
	boolean isDisplaced() {
		String given = optional("datum");
		if (given == null) {
			return false;
		}
		String datum = given.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
		boolean displaced = DISPLACED.matcher(datum).matches();
		if (!displaced && !SAME_AS_WGS84.matcher(datum).matches()) {
			refuse("census.datum", "datum", "given", given);
		}
		return displaced;
	}

	/** In WGS-84; one that cannot be read stays as it is, for the check to explain. */
	@Nullable String outline(boolean displaced) {
		String text = optional("outline");
		if (text == null) {
			return null;
		}
		String line = text.replaceAll("\\s+", " ");
		return displaced ? Outline.find(line).map((drawn) -> drawn.fromGcj02().toString()).orElse(line) : line;
	}

	private BigDecimal number(String column) {
		String cell = Normalizer.normalize(text(column), Normalizer.Form.NFKC);
		if (cell.isEmpty()) {
			return BigDecimal.ZERO;
		}
		if (!NUMBER.matcher(cell).matches()) {
			refuse("form.number", column, "given", cell.substring(0, Math.min(40, cell.length())));
			return BigDecimal.ZERO;
		}
		return new BigDecimal(cell.replace(",", ""));
	}

	private void refuse(String key, String column, Object... namesAndValues) {
		this.refusals.add(Refusal.of(key, column, namesAndValues));
	}

}
