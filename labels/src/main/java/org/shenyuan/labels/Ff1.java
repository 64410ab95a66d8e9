package org.shenyuan.labels;

import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Format-preserving encryption FF1 of NIST SP 800-38G under one AES key, with an empty
 * tweak: digits in, as many digits of the same radix out. An engine keeps state, so each
 * call makes its own and threads can share this.
 */
final class Ff1 {

	private static final byte[] NO_TWEAK = new byte[0];

	private final byte[] key;

	private final int radix;

	Ff1(byte[] key, int radix) {
		this.key = key.clone();
		this.radix = radix;
	}

	byte[] encrypt(byte[] digits) {
		return process(true, digits);
	}

	byte[] decrypt(byte[] digits) {
		return process(false, digits);
	}

	private byte[] process(boolean encrypt, byte[] digits) {
		var engine = new FPEFF1Engine();
		engine.init(encrypt, new FPEParameters(new KeyParameter(this.key), this.radix, NO_TWEAK));
		byte[] result = new byte[digits.length];
		engine.processBlock(digits, 0, digits.length, result, 0);
		return result;
	}

}
