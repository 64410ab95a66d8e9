package org.shenyuan.events;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextTests {

	private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

	record Sign(@Text(max = 10) @Nullable String text) {
	}

	record Tag(@Code @Nullable String code) {
	}

	@ParameterizedTest
	@ValueSource(strings = { "参", "김영철", "O'Brien", "<b>x</b>", "𠮷野家", "' OR 1=1", "${7*7}" })
	void whatPeopleWriteIsText(String text) {
		assertThat(VALIDATOR.validate(new Sign(text))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "   ", "a\u0000b", "a\u202Eb", "a\u2066b", "\uD83Da", "a\nb", "\uFEFFa", "a\u200Bb",
			"12345678901" })
	void whatAReaderCannotSeeIsRefused(String text) {
		assertThat(VALIDATOR.validate(new Sign(text))).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "F1", "SD-2019-01", "KD-2024-R1A", "20240918", "A2345678901234567890" })
	void aNumberOnPaperIsACode(String code) {
		assertThat(VALIDATOR.validate(new Tag(code))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "A", "a1", "-A1", "A1-", "A B", "A/1", "参1", "A23456789012345678901", "A1\n" })
	void whatCannotBeReadAloudWithoutDoubtIsNoCode(String code) {
		assertThat(VALIDATOR.validate(new Tag(code))).hasSize(1);
	}

	@Test
	void nothingIsNeitherRightNorWrong() {
		assertThat(VALIDATOR.validate(new Sign(null))).isEmpty();
		assertThat(VALIDATOR.validate(new Tag(null))).isEmpty();
	}

}
