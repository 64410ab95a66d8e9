package org.shenyuan.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A backup is whole, or says that it is not. */
class BackupFileTests {

	private static final String BODY = "{\"run\":{\"run\":\"R-1\",\"number\":1}}\n{\"node\":{\"labels\":[\"Printer\"]}}\n";

	private static final String END = "{\"end\":{\"lines\":2,\"sha256\":\""
			+ java.util.HexFormat.of().formatHex(Digest.sha256(BODY)) + "\"}}\n";

	@TempDir
	private Path folder;

	private BackupFile file(String content) throws IOException {
		return new BackupFile(Files.writeString(this.folder.resolve("backup.jsonl"), content));
	}

	@Test
	void aWholeFileIsReadLineByLine() throws IOException {
		BackupFile file = file(BODY + END);
		assertThat(file.check()).isEqualTo(2);
		List<String> kinds = new ArrayList<>();
		file.read((kind, content) -> kinds.add(kind + " " + content.propertyNames()));
		assertThat(kinds).containsExactly("run [run, number]", "node [labels]", "end [lines, sha256]");
	}

	@Test
	void aFileThatWasCutOffIsNotTakenForAWholeOne() throws IOException {
		BackupFile file = file(BODY);
		assertThatExceptionOfType(Unrestorable.class).isThrownBy(file::check)
			.withMessageContaining("ends after line 2");
	}

	@Test
	void aFileThatWasChangedIsNotTakenForTheSame() throws IOException {
		BackupFile file = file(BODY.replace("R-1", "R-2") + END);
		assertThatExceptionOfType(Unrestorable.class).isThrownBy(file::check).withMessageContaining("was changed");
		BackupFile shorter = file(BODY.substring(BODY.indexOf('\n') + 1) + END);
		assertThatExceptionOfType(Unrestorable.class).isThrownBy(shorter::check)
			.withMessageContaining("the 1 lines before it");
	}

	@Test
	void whatIsNoFileOrNoJsonIsSaid() throws IOException {
		BackupFile none = new BackupFile(this.folder.resolve("none.jsonl"));
		assertThatExceptionOfType(Unrestorable.class).isThrownBy(none::check).withMessageContaining("cannot be read");
		BackupFile broken = file(BODY + "{\"end\":{\"li");
		assertThatExceptionOfType(Unrestorable.class).isThrownBy(broken::check).withMessageContaining("cannot be read");
	}

}
