package org.shenyuan.schema;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ShippedTests {

	@ParameterizedTest
	@ValueSource(strings = { "graph", "audit" })
	void theIndexListsTheFolderInOrder(String folder) throws IOException, URISyntaxException {
		Path index = Path
			.of(Objects.requireNonNull(getClass().getResource("/" + folder + "/index.txt"), folder).toURI());
		try (var files = Files.list(index.resolveSibling("."))) {
			List<String> names = files.map((file) -> file.getFileName().toString())
				.filter((name) -> !name.equals("index.txt"))
				.sorted()
				.toList();
			assertThat(Shipped.files(folder, (file, text) -> file)).isEqualTo(names).isNotEmpty();
		}
	}

	@Test
	void versionsCountFromOne() {
		List<Migration> shipped = Migrations.shipped();
		for (int i = 0; i < shipped.size(); i++) {
			assertThat(shipped.get(i).version()).isEqualTo(i + 1);
		}
	}

	@Test
	void everyAuditSaysInASentenceWhatItProves() {
		assertThat(Audits.shipped()).isNotEmpty()
			.allSatisfy((audit) -> assertThat(audit.proves()).matches("[A-Z].*\\."));
	}

}
