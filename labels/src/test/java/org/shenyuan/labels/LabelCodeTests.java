package org.shenyuan.labels;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LabelCodeTests {

	private static final LabelCode CODE = new LabelCode("0123ABCDJKMNV1Z0");

	@ParameterizedTest
	@ValueSource(strings = { "0123ABCDJKMNV1Z0", "0123-ABCD-JKMN-V1Z0", "0123 abcd jkmn v1z0", "  o123-abcd-jkmn-vIzO ",
			"Ol23-AbCd-jKmN-vlz0", "0-1-2-3-A-B-C-D-J-K-M-N-V-1-Z-0" })
	void messyTypingIsRead(String typed) {
		assertThat(LabelCode.read(typed)).contains(CODE);
	}

	@ParameterizedTest
	@MethodSource
	void whatCannotBeACodeIsNotOne(String typed) {
		assertThat(LabelCode.read(typed)).isEmpty();
	}

	static Stream<String> whatCannotBeACodeIsNotOne() {
		return Stream.of("", "-", "0123ABCDJKMNV1Z", "0123ABCDJKMNV1Z00", "0123ABCDJKMNV1ZU", "0123ABCDJKMNV1Zu",
				"0123ABCDJKMNV1Z\0", "\u0000".repeat(16), "0123ABCDJKMNV1Z\n", "０123ABCDJKMNV1Z0", "٠123ABCDJKMNV1Z0",
				"0123ABCDJKMNV\u0131Z0", "0123ABCDJKMNV\u0130Z0", "\ud83c\udf31".repeat(8), "' OR 1=1 --ABCDE",
				"0".repeat(1_000_000), " ".repeat(1_000_000) + CODE.text());
	}

	@Test
	void aCodeIsPrintedInFourGroupsOfFour() {
		assertThat(CODE.printed()).isEqualTo("0123-ABCD-JKMN-V1Z0");
		assertThat(LabelCode.read(CODE.printed())).contains(CODE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0123abcdjkmnv1z0", "0123-ABCD-JKMN-V1Z0", "O123ABCDJKMNV1Z0", "0123ABCDJKMNV1Z" })
	void onlyTheCanonicalFormIsACode(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> new LabelCode(text));
	}

}
