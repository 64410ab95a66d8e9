package org.shenyuan.labels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class KeyFileTests {

	private static final LabelNumber NUMBER = new LabelNumber(5, 6);

	private static final String KEY = Base64.getEncoder().encodeToString(new byte[LabelKeys.KEY_BYTES]);

	@TempDir
	Path folder;

	private Path write(String text, String permissions) throws IOException {
		Path file = Files.writeString(this.folder.resolve("label-keys"), text);
		return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
	}

	@Test
	void theFirstStartWritesAKeyForItsOwnerOnlyAndTheNextReadsIt() throws IOException {
		Path home = this.folder.resolve("not/yet/there");
		LabelCode code = LabelKeys.load(home).encode(1, NUMBER);
		assertThat(LabelKeys.load(home).decode(code)).isPresent();
		assertThat(home.toFile().list()).containsExactly("label-keys");
		assertThat(Files.getPosixFilePermissions(home.resolve("label-keys")))
			.isEqualTo(PosixFilePermissions.fromString("rw-------"));
	}

	@Test
	void startsAtTheSameTimeEndWithTheSameKey() {
		assertThat(IntStream.range(0, 16).parallel().mapToObj((i) -> {
			try {
				return LabelKeys.load(this.folder).encode(1, NUMBER);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}).distinct()).hasSize(1);
	}

	@Test
	void twoFoldersHaveTwoKeys() throws IOException {
		assertThat(LabelKeys.load(this.folder.resolve("a")).encode(1, NUMBER))
			.isNotEqualTo(LabelKeys.load(this.folder.resolve("b")).encode(1, NUMBER));
	}

	@Test
	void aFileOthersMayReadIsRefused() throws IOException {
		write("1 " + KEY, "rw-r-----");
		assertThatIllegalArgumentException().isThrownBy(() -> LabelKeys.load(this.folder))
			.withMessageContaining("rw-r-----")
			.withMessageContaining("rw-------");
	}

	@Test
	void aMalformedFileIsNamedAndLeftAlone() throws IOException {
		Path file = write("1 " + KEY + "\n2 short\n", "rw-------");
		assertThatIllegalArgumentException().isThrownBy(() -> LabelKeys.load(this.folder))
			.withMessageContaining(file.toString())
			.withMessageContaining("entry 2");
		assertThat(file).hasContent("1 " + KEY + "\n2 short\n");
	}

	@Test
	void anEmptyFileIsNotQuietlyReplaced() throws IOException {
		write("", "rw-------");
		assertThatIllegalArgumentException().isThrownBy(() -> LabelKeys.load(this.folder))
			.withMessageContaining("no label key");
	}

	@Test
	void configurationTakesLinesSemicolonsAndComments() {
		assertThat(LabelKeys.parse("1 " + KEY + " ; 12 " + KEY).newest()).isEqualTo(12);
		assertThat(LabelKeys.parse("# spring\r\n\r\n3\t" + KEY + "\r\n").newest()).isEqualTo(3);
	}

	@ParameterizedTest
	@CsvSource({ "1, version base64", "KEY, version base64", "0 KEY, version base64", "-1 KEY, version base64",
			"one KEY, version base64", "99999999999 KEY, version base64", "1 KEY KEY, version base64",
			"1 ****, not base64", "1 AAAA, 3 bytes", "1 KEY;1 KEY, given before", ";, no label key" })
	void aMalformedEntryIsRefusedWithoutShowingTheKey(String configuration, String why) {
		assertThatIllegalArgumentException().isThrownBy(() -> LabelKeys.parse(configuration.replace("KEY", KEY)))
			.withMessageContaining(why)
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain(KEY));
	}

}
