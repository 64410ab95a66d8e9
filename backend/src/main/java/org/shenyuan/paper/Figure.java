package org.shenyuan.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.shenyuan.labels.LabelRefused;
import org.shenyuan.labels.LabelRefused.Reason;
import org.shenyuan.labels.Wear;
import org.shenyuan.ledger.Refusal;

/**
 * A figure of a stock or a printer that somebody enters: a field of a form and of the
 * API, and a word in the sentence that refuses it.
 */
enum Figure {

	PAPER_WIDTH("paperWidth"), PAPER_HEIGHT("paperHeight"), LABEL_WIDTH("labelWidth"), LABEL_HEIGHT("labelHeight"),
	CORNER_RADIUS("cornerRadius"), MARGIN("margin"), LINER("liner"), GAP("gap"), COLUMNS("columns"), ROWS("rows"),
	LEFT("left"), TOP("top"), PITCH_X("pitchX"), PITCH_Y("pitchY"), OFFSET_RIGHT("right"), OFFSET_DOWN("down");

	private final String field;

	Figure(String field) {
		this.field = field;
	}

	String field() {
		return this.field;
	}

	/**
	 * The same refusal for a page to say in the reader's language, at the field to
	 * change.
	 */
	static Refusal refusal(LabelRefused ex) {
		Map<String, Object> values = new LinkedHashMap<>();
		List<Object> numbers = ex.numbers();
		for (int i = 0; i < numbers.size(); i++) {
			values.put("n" + i, readable(ex.reason(), i, numbers.get(i)));
		}
		String key = "label." + ex.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
		return new Refusal(key, at(ex.reason(), numbers), values, null, null);
	}

	/** Words of the library, for {@code Sentences} to say in the reader's language. */
	private static Object readable(Reason reason, int place, Object value) {
		if (reason == Reason.BAD_LENGTH && place == 0) {
			return ofLength(value.toString());
		}
		return (reason == Reason.UNREADABLE && place == 1) ? Wear.valueOf(value.toString()) : value;
	}

	/** {@code paperWidth} is {@link #PAPER_WIDTH}. */
	private static Figure ofLength(String length) {
		return valueOf(length.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
	}

	private static String at(Reason reason, List<Object> numbers) {
		return switch (reason) {
			case BAD_LENGTH -> ofLength(numbers.getFirst().toString()).field;
			case BAD_COUNT -> COLUMNS.field;
			case OVERLAP -> ((number(numbers, 3) == 0) ? PITCH_X : PITCH_Y).field;
			case OFF_PAPER -> offPaper(numbers).field;
			case NO_XML, FILE_TOO_LARGE -> "file";
			default -> "stock";
		};
	}

	/** What moved a label over the edge that it lies over farthest. */
	private static Figure offPaper(List<Object> numbers) {
		boolean first = number(numbers, 0) == 1;
		double right = number(numbers, 5);
		double down = number(numbers, 6);
		double before = -number(numbers, 1) - right;
		double behind = number(numbers, 2) + right - number(numbers, 7);
		double above = -number(numbers, 3) - down;
		double below = number(numbers, 4) + down - number(numbers, 8);
		if (Math.max(before, behind) >= Math.max(above, below)) {
			return (right != 0) ? OFFSET_RIGHT : (before > behind) ? LEFT : first ? LABEL_WIDTH : PITCH_X;
		}
		return (down != 0) ? OFFSET_DOWN : (above > below) ? TOP : first ? LABEL_HEIGHT : PITCH_Y;
	}

	private static double number(List<Object> numbers, int place) {
		return ((Number) numbers.get(place)).doubleValue();
	}

}
