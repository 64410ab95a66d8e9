package org.shenyuan.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Settings are what the documentation says, and a wrong one is named. */
class SettingsTests {

	private static final Pattern USED = Pattern.compile("\\$\\{(shenyuan\\.[a-z.-]+)(?::([^}]*))?}");

	private static final Pattern ROW = Pattern.compile("^\\| `(shenyuan\\.[a-z.-]+)` \\| ([^|]*) \\|");

	@Test
	void theTableTheCodeAndTheCheckNameTheSameSettings() throws IOException {
		Map<String, String> told = told();
		assertThat(told.keySet()).isEqualTo(names("shenyuan.", Settings.class));
		assertThat(told.keySet()).containsAll(used().keySet());
		// Asked for by other means than a placeholder.
		assertThat(told.keySet().stream().filter((name) -> !used().containsKey(name)))
			.containsExactly("shenyuan.reset-administrator");
	}

	@Test
	void theTableNamesTheDefaults() throws IOException {
		Properties shipped = shipped();
		Map<String, String> inCode = used();
		told().forEach((name, value) -> {
			String known = shipped.getProperty(name, inCode.getOrDefault(name, ""));
			if (!known.isEmpty()) {
				assertThat(value).as(name).contains("`" + known.replace("${server.port}", "8080") + "`");
			}
		});
	}

	@Test
	void whatIsShippedIsRight() throws IOException {
		assertThat(SettingsCheck.check(with("shenyuan.token-life", "12h")).labels().part()).isEqualTo(2100);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					shenyuan.token-life         | soon        | shenyuan.token-life is 'soon': it must be a time such as 90d, 12h or 5m
					shenyuan.token-life         | 3s          | shenyuan.token-life is 'PT3S': it must be a minute (1m) or longer
					shenyuan.zone               | Tonghua     | shenyuan.zone is 'Tonghua': it must be a time zone such as Asia/Shanghai
					shenyuan.longest-event      | big         | shenyuan.longest-event is 'big': it must be a size such as 4MB
					shenyuan.bolt-port          | 70000       | shenyuan.bolt-port is '70000': it must be a port, 1 to 65535, or 0 for any free one
					shenyuan.labels.part        | 0           | shenyuan.labels.part is '0': it must be 1 or more
					shenyuan.labels.self-check  | many        | shenyuan.labels.self-check is 'many': it must be a whole number
					shenyuan.address            | trace.cn    | shenyuan.address is 'trace.cn': it must be an address such as https://trace.example.cn
					shenyuan.audit-at           | daily       | shenyuan.audit-at is 'daily': it must be a cron expression of six fields such as '0 30 3 * * *', or - for never
					shenyuan.most-scan-a-minute | 3           | shenyuan.most-scan-a-minute: there is no such setting
					""")
	void aWrongOneIsNamed(String name, String value, String sentence) {
		assertThatThrownBy(() -> SettingsCheck.check(with(name, value))).isInstanceOf(SettingsCheck.Unusable.class)
			.hasMessage(sentence);
	}

	/** In the table of the documentation, with what it says of the default. */
	private static Map<String, String> told() throws IOException {
		try (Stream<String> lines = Files.lines(Path.of("docs/operation.md"))) {
			return lines.map(ROW::matcher)
				.filter((row) -> row.find())
				.collect(Collectors.toMap((row) -> row.group(1), (row) -> row.group(2), (a, b) -> a + b, TreeMap::new));
		}
	}

	/** Wherever the code reads one, with its default there. */
	private static Map<String, String> used() {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			Map<String, String> used = new TreeMap<>();
			files.filter(Files::isRegularFile).forEach((file) -> {
				USED.matcher(read(file))
					.results()
					.forEach((found) -> used.merge(found.group(1), String.valueOf(found.group(2)).replace("null", ""),
							(a, b) -> a.isEmpty() ? b : a));
				Pattern.compile("ConditionalOnProperty\\(\"(shenyuan\\.[a-z.-]+)\"")
					.matcher(read(file))
					.results()
					.forEach((found) -> used.putIfAbsent(found.group(1), ""));
			});
			return used;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static SortedSet<String> names(String prefix, Class<?> type) {
		return Arrays.stream(type.getRecordComponents())
			.flatMap((part) -> part.getType().isRecord() ? names(prefix + name(part) + ".", part.getType()).stream()
					: Stream.of(prefix + name(part)))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String name(RecordComponent part) {
		return part.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
	}

	private static Properties shipped() throws IOException {
		Properties shipped = new Properties();
		try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
			shipped.load(file);
		}
		return shipped;
	}

	private static StandardEnvironment with(String name, String value) throws IOException {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new PropertiesPropertySource("shipped", shipped()));
		environment.getPropertySources().addFirst(new MapPropertySource("given", Map.of(name, value)));
		return environment;
	}

}
