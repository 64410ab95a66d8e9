package org.shenyuan.labels;

/**
 * A GS1 Serial Shipping Container Code, AI (00): the number of one carton or pallet.
 *
 * @param text 18 digits: an extension digit, the company prefix, a serial reference, and
 * the check digit
 */
public record Sscc(String text) {

	private static final int LENGTH = 18;

	private static final int SERIAL_AND_PREFIX = 16;

	/** GS1 General Specifications 1.4.2: a company prefix has four to twelve digits. */
	private static final String PREFIX = "[0-9]{4,12}";

	/**
	 * Takes 18 digits.
	 * @throws IllegalArgumentException if the length or the check digit is wrong
	 */
	public Sscc {
		if (!text.matches("[0-9]{" + LENGTH + "}")) {
			throw new IllegalArgumentException("an SSCC has 18 digits");
		}
		char expected = Gtin.checkDigit(text);
		if (text.charAt(LENGTH - 1) != expected) {
			throw new IllegalArgumentException("SSCC " + text + " ends in " + text.charAt(LENGTH - 1)
					+ ", but its check digit should be " + expected);
		}
	}

	/**
	 * The number of a company's carton.
	 * @param extension 0 to 9, as the company likes
	 * @param prefix the company prefix
	 * @param serial from 0 to {@link #serials} of the prefix, less one
	 * @throws IllegalArgumentException if one of them is out of bounds
	 */
	public static Sscc of(int extension, String prefix, long serial) {
		if (extension < 0 || extension > 9 || !isPrefix(prefix) || serial < 0 || serial >= serials(prefix)) {
			throw new IllegalArgumentException("no SSCC of " + extension + ", " + prefix + " and " + serial);
		}
		String reference = Long.toString(serial);
		String digits = extension + prefix + "0".repeat(SERIAL_AND_PREFIX - prefix.length() - reference.length())
				+ reference;
		return new Sscc(digits + Gtin.checkDigit(digits + "0"));
	}

	/** Whether a text may be a company prefix. */
	public static boolean isPrefix(String text) {
		return text.matches(PREFIX);
	}

	/** How many serial references a company prefix leaves room for. */
	public static long serials(String prefix) {
		return (long) Math.pow(10, SERIAL_AND_PREFIX - prefix.length());
	}

	/** The extension digit. */
	public int extension() {
		return this.text.charAt(0) - '0';
	}

	/** The company prefix, if it has so many digits. */
	public String prefix(int digits) {
		return this.text.substring(1, 1 + digits);
	}

	/** The serial reference, if the company prefix has so many digits. */
	public long serial(int digits) {
		return Long.parseLong(this.text.substring(1 + digits, LENGTH - 1));
	}

	/** As it is printed below the symbol. */
	public String printed() {
		return "(00) " + this.text;
	}

	@Override
	public String toString() {
		return this.text;
	}

}
