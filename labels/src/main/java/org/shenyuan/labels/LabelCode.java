package org.shenyuan.labels;

import java.util.Optional;

/**
 * The code on one label: 16 characters of Crockford's base32, 80 bits. It says nothing by
 * itself; {@link LabelKeys} tell which label it is.
 *
 * @param text the canonical form, upper case and without dashes
 */
public record LabelCode(String text) {

	/** How many characters a code has. */
	public static final int LENGTH = 16;

	static final int RADIX = 32;

	/** Without I, L and O, which read as figures, and U, which makes words. */
	static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	/** Longer than any code somebody typed with a dash or a space between any two. */
	private static final int LONGEST_TYPED = 64;

	/**
	 * Takes the canonical form only; {@link #read} is for what people type.
	 * @throws IllegalArgumentException if the text is not canonical
	 */
	public LabelCode {
		if (text.length() != LENGTH || text.chars().anyMatch((c) -> ALPHABET.indexOf(c) < 0)) {
			throw new IllegalArgumentException("not a canonical label code");
		}
	}

	/**
	 * Reads what a person typed or a scanner sent: any letter case, dashes and spaces
	 * anywhere, O for 0, I and L for 1.
	 * @return the code, or empty if this cannot be one
	 */
	public static Optional<LabelCode> read(String typed) {
		if (typed.length() > LONGEST_TYPED) {
			return Optional.empty();
		}
		var canonical = new StringBuilder(LENGTH);
		for (int i = 0; i < typed.length(); i++) {
			char c = typed.charAt(i);
			if (c == '-' || c == ' ') {
				continue;
			}
			char meant = meant(c);
			if (ALPHABET.indexOf(meant) < 0) {
				return Optional.empty();
			}
			canonical.append(meant);
		}
		return (canonical.length() == LENGTH) ? Optional.of(new LabelCode(canonical.toString())) : Optional.empty();
	}

	/** By hand, because a locale has its own idea of the capital of an i. */
	private static char meant(char c) {
		char upper = (c >= 'a' && c <= 'z') ? (char) (c - 'a' + 'A') : c;
		return switch (upper) {
			case 'O' -> '0';
			case 'I', 'L' -> '1';
			default -> upper;
		};
	}

	/** The code as people read it: four groups of four with dashes between. */
	public String printed() {
		return String.join("-", this.text.substring(0, 4), this.text.substring(4, 8), this.text.substring(8, 12),
				this.text.substring(12));
	}

	/** The value of each character, 0 to 31. */
	byte[] digits() {
		byte[] digits = new byte[LENGTH];
		for (int i = 0; i < LENGTH; i++) {
			digits[i] = (byte) ALPHABET.indexOf(this.text.charAt(i));
		}
		return digits;
	}

	static LabelCode ofDigits(byte[] digits) {
		var text = new StringBuilder(LENGTH);
		for (byte digit : digits) {
			text.append(ALPHABET.charAt(digit));
		}
		return new LabelCode(text.toString());
	}

	@Override
	public String toString() {
		return printed();
	}

}
