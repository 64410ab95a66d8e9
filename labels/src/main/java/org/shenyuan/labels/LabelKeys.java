package org.shenyuan.labels;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The keys that turn label numbers into codes and back. A code is the encryption (FF1 of
 * NIST SP 800-38G, AES-256, radix 32, 16 symbols) of the run (30 bits), the index (22
 * bits) and 28 zero bits. Somebody without a key cannot write a code that decrypts to the
 * zeros, save by luck: one guess in 268 million for each key. Keys are versioned: new
 * runs take the newest, labels already printed stay readable with the older ones. Safe
 * for use by several threads.
 */
public final class LabelKeys {

	/** A key's length in bytes. */
	public static final int KEY_BYTES = 32;

	/** Ten symbols and two bits of the next hold the number, the rest is zero. */
	private static final int NUMBER_BITS = 52;

	private static final int INDEX_BITS = 22;

	private final SortedMap<Integer, Ff1> ciphers;

	/**
	 * Takes 32-byte keys by version; versions start at 1.
	 * @throws IllegalArgumentException if there is no key, or one is of another length
	 */
	public LabelKeys(SortedMap<Integer, byte[]> keys) {
		if (keys.isEmpty() || keys.firstKey() < 1) {
			throw new IllegalArgumentException("label keys: at least one is needed, and versions start at 1");
		}
		var newestFirst = new TreeMap<Integer, Ff1>((a, b) -> Integer.compare(b, a));
		keys.forEach((version, key) -> {
			if (key.length != KEY_BYTES) {
				throw new IllegalArgumentException(
						"label key " + version + " has " + key.length + " bytes, it needs " + KEY_BYTES);
			}
			newestFirst.put(version, new Ff1(key, LabelCode.RADIX));
		});
		this.ciphers = newestFirst;
	}

	/**
	 * Reads keys given by configuration: {@code version base64} entries, one a line or
	 * separated by semicolons; lines that start with {@code #} are comments.
	 * @throws IllegalArgumentException naming the entry that is malformed, never the key
	 */
	public static LabelKeys parse(String configuration) {
		return new LabelKeys(KeyFile.parse(configuration));
	}

	/**
	 * Reads the key file of a folder, and on first start writes it, with one random key
	 * that only its owner may read. Processes that start together end with the same key.
	 * @throws IllegalArgumentException if the file is malformed or others may read it
	 * @throws IOException if the file cannot be read or written
	 */
	public static LabelKeys load(Path folder) throws IOException {
		return new LabelKeys(new KeyFile(folder).readOrCreate());
	}

	/** The version new runs should be encoded with. */
	public int newest() {
		return this.ciphers.firstKey();
	}

	/**
	 * The code of a label.
	 * @throws IllegalArgumentException if there is no key of this version
	 */
	public LabelCode encode(int keyVersion, LabelNumber number) {
		Ff1 cipher = this.ciphers.get(keyVersion);
		if (cipher == null) {
			throw new IllegalArgumentException("there is no label key " + keyVersion);
		}
		return LabelCode.ofDigits(cipher.encrypt(digits(number)));
	}

	/**
	 * The label a code stands for, or empty if none of the keys made it. Whether the run
	 * exists and is that long is for the caller to know.
	 */
	public Optional<Issued> decode(LabelCode code) {
		byte[] digits = code.digits();
		for (Map.Entry<Integer, Ff1> entry : this.ciphers.entrySet()) {
			Optional<LabelNumber> number = number(entry.getValue().decrypt(digits));
			if (number.isPresent()) {
				return Optional.of(new Issued(entry.getKey(), number.get()));
			}
		}
		return Optional.empty();
	}

	private static byte[] digits(LabelNumber number) {
		long bits = (long) number.run() << INDEX_BITS | number.index();
		byte[] digits = new byte[LabelCode.LENGTH];
		for (int i = 0; i <= 10; i++) {
			int shift = NUMBER_BITS - 5 * (i + 1);
			digits[i] = (byte) (((shift >= 0) ? bits >> shift : bits << -shift) & 31);
		}
		return digits;
	}

	private static Optional<LabelNumber> number(byte[] digits) {
		int rest = digits[10] & 7;
		for (int i = 11; i < digits.length; i++) {
			rest |= digits[i];
		}
		long bits = 0;
		for (int i = 0; i < 10; i++) {
			bits = bits << 5 | digits[i];
		}
		bits = bits << 2 | digits[10] >> 3;
		int run = (int) (bits >> INDEX_BITS);
		int index = (int) (bits & LabelNumber.LAST_INDEX);
		boolean ours = rest == 0 && run > 0 && index > 0;
		return ours ? Optional.of(new LabelNumber(run, index)) : Optional.empty();
	}

	/** A label number and the version of the key that its code was made with. */
	public record Issued(int keyVersion, LabelNumber number) {
	}

}
