package org.shenyuan.labels;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DigitalLinkTests {

	private static final LabelCode CODE = new LabelCode("0123ABCDJKMNV1Z0");

	/** In a Turkish locale the capital of an i has a dot, which no host has. */
	@Test
	void aLinkIsUpperCaseInEveryLocale() {
		assertThat(DigitalLink.of("https://ginseng.example.cn", new Gtin("9520123456788"), CODE))
			.isEqualTo("HTTPS://GINSENG.EXAMPLE.CN/01/09520123456788/21/0123ABCDJKMNV1Z0");
	}

	@Test
	void goodsWithoutAGtinHaveAShortLink() {
		assertThat(DigitalLink.of("http://localhost:8080/", null, CODE))
			.isEqualTo("HTTP://LOCALHOST:8080/T/0123ABCDJKMNV1Z0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "example.cn", "ftp://example.cn", "https://", "https://under_score.cn",
			"https://人参.cn", "https://example.cn/Path", "https://example.cn?q", "https://ex ample.cn", "https://.cn",
			"https://example.cn:port", "https://user@example.cn", "https://[::1]", "https://example.cn\n" })
	void aBaseThatIsNotSchemeAndHostIsRefused(String base) {
		assertThatIllegalArgumentException().isThrownBy(() -> DigitalLink.of(base, null, CODE));
	}

}
