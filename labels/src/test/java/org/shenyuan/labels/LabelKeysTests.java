package org.shenyuan.labels;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LabelKeysTests {

	private final LabelKeys keys = keys(1);

	private static LabelKeys keys(int... versions) {
		var keys = new TreeMap<Integer, byte[]>();
		IntStream.of(versions).forEach((version) -> keys.put(version, key(version)));
		return new LabelKeys(keys);
	}

	private static byte[] key(int seed) {
		byte[] key = new byte[LabelKeys.KEY_BYTES];
		new Random(seed).nextBytes(key);
		return key;
	}

	private static LabelNumber number(Random random) {
		return new LabelNumber(1 + random.nextInt(LabelNumber.LAST_RUN), 1 + random.nextInt(LabelNumber.LAST_INDEX));
	}

	/** NIST SP 800-38G, FF1 samples 1 and 7, the latter with a 256-bit key. */
	@Test
	void theCipherIsTheOneNistPublished() {
		byte[] digits = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 };
		assertThat(new Ff1(Hex.decode("2B7E151628AED2A6ABF7158809CF4F3C"), 10).encrypt(digits)).containsExactly(2, 4, 3,
				3, 4, 7, 7, 4, 8, 4);
		assertThat(new Ff1(Hex.decode("2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94"), 10)
			.encrypt(digits)).containsExactly(6, 6, 5, 7, 6, 6, 7, 0, 0, 9);
	}

	@ParameterizedTest
	@MethodSource
	void whatWasEncodedIsDecoded(LabelNumber number) {
		assertThat(this.keys.decode(this.keys.encode(1, number))).contains(new LabelKeys.Issued(1, number));
	}

	static Stream<LabelNumber> whatWasEncodedIsDecoded() {
		var random = new Random(11);
		return Stream.concat(
				Stream.of(new LabelNumber(1, 1), new LabelNumber(1, LabelNumber.LAST_INDEX),
						new LabelNumber(LabelNumber.LAST_RUN, 1),
						new LabelNumber(LabelNumber.LAST_RUN, LabelNumber.LAST_INDEX)),
				Stream.generate(() -> number(random)).limit(300));
	}

	@Test
	void noTwoLabelsShareACodeAndNeighboursDoNotLookAlike() {
		var codes = new HashSet<String>();
		var beginnings = new HashSet<String>();
		for (int index = 1; index <= 5000; index++) {
			String text = this.keys.encode(1, new LabelNumber(1, index)).text();
			codes.add(text);
			beginnings.add(text.substring(0, 8));
		}
		assertThat(codes).hasSize(5000);
		assertThat(beginnings).hasSize(5000);
	}

	@Test
	void aCodeWithOneCharacterChangedIsNotOurs() {
		var random = new Random(12);
		for (int sample = 0; sample < 2000; sample++) {
			String text = this.keys.encode(1, number(random)).text();
			int place = random.nextInt(LabelCode.LENGTH);
			int other = (LabelCode.ALPHABET.indexOf(text.charAt(place)) + 1 + random.nextInt(31)) % 32;
			var changed = new LabelCode(
					text.substring(0, place) + LabelCode.ALPHABET.charAt(other) + text.substring(place + 1));
			assertThat(this.keys.decode(changed)).as("%s, from %s", changed, text).isEmpty();
		}
	}

	@Test
	void aCodeOfAnotherKeyIsNotOurs() {
		assertThat(this.keys.decode(keys(2).encode(2, new LabelNumber(7, 7)))).isEmpty();
	}

	@Test
	void aCodeThatDecryptsToRunZeroOrIndexZeroIsNotOurs() {
		var cipher = new Ff1(key(1), LabelCode.RADIX);
		byte[] noRun = new byte[LabelCode.LENGTH];
		noRun[9] = 1;
		byte[] noIndex = new byte[LabelCode.LENGTH];
		noIndex[5] = 1;
		byte[] both = new byte[LabelCode.LENGTH];
		both[5] = 1;
		both[9] = 1;
		assertThat(this.keys.decode(LabelCode.ofDigits(cipher.encrypt(noRun)))).isEmpty();
		assertThat(this.keys.decode(LabelCode.ofDigits(cipher.encrypt(noIndex)))).isEmpty();
		assertThat(this.keys.decode(LabelCode.ofDigits(cipher.encrypt(both)))).map(LabelKeys.Issued::number)
			.contains(new LabelNumber(1, 4));
	}

	@Test
	void aLabelPrintedUnderAnOldKeyStaysReadable() {
		LabelKeys rotated = keys(1, 2);
		LabelCode old = this.keys.encode(1, new LabelNumber(3, 4));
		assertThat(rotated.newest()).isEqualTo(2);
		assertThat(rotated.decode(old)).contains(new LabelKeys.Issued(1, new LabelNumber(3, 4)));
		assertThat(rotated.encode(2, new LabelNumber(3, 4))).isNotEqualTo(old);
	}

	@Test
	void threadsShareKeys() {
		assertThat(IntStream.rangeClosed(1, 4000).parallel().allMatch((index) -> {
			var number = new LabelNumber(9, index);
			return this.keys.decode(this.keys.encode(1, number))
				.map(LabelKeys.Issued::number)
				.equals(Optional.of(number));
		})).isTrue();
	}

	@Test
	void aKeyTooShortOrMissingIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new LabelKeys(new TreeMap<>(Map.of(1, new byte[16]))))
			.withMessageContaining("16 bytes");
		assertThatIllegalArgumentException().isThrownBy(() -> new LabelKeys(new TreeMap<>()));
		assertThatIllegalArgumentException().isThrownBy(() -> this.keys.encode(2, new LabelNumber(1, 1)))
			.withMessageContaining("label key 2");
	}

	@Test
	void aNumberOutOfRangeIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new LabelNumber(0, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new LabelNumber(1 << 30, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new LabelNumber(1, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> new LabelNumber(1, 1 << 22));
	}

}
