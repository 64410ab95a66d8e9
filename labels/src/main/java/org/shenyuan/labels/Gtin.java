package org.shenyuan.labels;

/**
 * A GS1 Global Trade Item Number, AI (01). Accepts GTIN-8, -12, -13 and -14 and keeps 14
 * digits, as a Digital Link wants them.
 *
 * @param text 14 digits, the last of them the check digit
 */
public record Gtin(String text) {

	private static final int LENGTH = 14;

	/**
	 * Takes 8, 12, 13 or 14 digits.
	 * @throws IllegalArgumentException if the length or the check digit is wrong
	 */
	public Gtin {
		if (!text.matches("[0-9]{8}|[0-9]{12,14}")) {
			throw new IllegalArgumentException("a GTIN has 8, 12, 13 or 14 digits");
		}
		char expected = checkDigit(text);
		char given = text.charAt(text.length() - 1);
		if (given != expected) {
			throw new IllegalArgumentException(
					"GTIN " + text + " ends in " + given + ", but its check digit should be " + expected);
		}
		text = "0".repeat(LENGTH - text.length()) + text;
	}

	/**
	 * The check digit of a number whose last digit is left out of account. GS1 General
	 * Specifications 7.9.1: weights 3 and 1 from the right, modulo 10.
	 */
	static char checkDigit(String digits) {
		int sum = 0;
		int weight = 3;
		for (int i = digits.length() - 2; i >= 0; i--) {
			sum += weight * (digits.charAt(i) - '0');
			weight = 4 - weight;
		}
		return (char) ('0' + (10 - sum % 10) % 10);
	}

	@Override
	public String toString() {
		return this.text;
	}

}
