package org.shenyuan.graph;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RoomTests {

	@TempDir
	private Path folder;

	@Test
	void withLessThanTheLeastNothingIsWritten() {
		DataSize left = DataSize.ofBytes(this.folder.toFile().getUsableSpace());
		assertThatCode(new Room(this.folder, DataSize.ofBytes(left.toBytes() / 2))::require).doesNotThrowAnyException();
		assertThatThrownBy(new Room(this.folder, DataSize.ofBytes(left.toBytes() * 2))::require)
			.isInstanceOf(DiskFull.class)
			.hasMessageContaining("shenyuan.least-room");
		assertThatCode(new Room(this.folder, DataSize.ofBytes(left.toBytes() * 2))::requireTenth)
			.doesNotThrowAnyException();
		assertThatThrownBy(new Room(this.folder, DataSize.ofBytes(left.toBytes() * 20))::requireTenth)
			.isInstanceOf(DiskFull.class);
	}

}
