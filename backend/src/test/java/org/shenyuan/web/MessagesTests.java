package org.shenyuan.web;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.shenyuan.events.EventKinds;
import org.shenyuan.events.LotKind;
import org.shenyuan.events.Role;
import org.shenyuan.ledger.Finding;
import org.shenyuan.ledger.LabelState;

import static org.assertj.core.api.Assertions.assertThat;

/** Every sentence exists, in every language, and no page says anything else. */
class MessagesTests {

	private static final Path SOURCES = Path.of("src/main/java");

	private static final Path RESOURCES = Path.of("src/main/resources");

	private static final List<String> FILES = List.of("messages.properties", "messages_zh.properties",
			"messages_ko.properties");

	/** What {@code FieldChecks} makes of the constraints that the events carry. */
	private static final Set<String> FIELD_RULES = Set.of("notMissing", "code", "grams", "text", "size", "min", "max",
			"pattern", "digits");

	/** What {@code IdentityChecks} says of a thing that is not registered. */
	private static final Set<String> THINGS = Set.of("party", "base", "parcel", "plot", "facility", "certificate",
			"variety", "accession", "authorisation", "thing");

	@Test
	void everyLanguageSaysTheSame() {
		assertThat(messages("messages_zh.properties").keySet()).isEqualTo(messages("messages.properties").keySet());
		assertThat(messages("messages_ko.properties").keySet()).isEqualTo(messages("messages.properties").keySet());
	}

	@Test
	void everyLanguageUsesTheSameNumbers() {
		Map<String, String> english = messages("messages.properties");
		for (String file : FILES) {
			messages(file).forEach((key, sentence) -> {
				if (key.startsWith("refusal.") || key.startsWith("check.")) {
					assertThat(numbers(sentence)).as("%s in %s", key, file)
						.isEqualTo(numbers(String.valueOf(english.get(key))));
				}
			});
		}
	}

	@Test
	void everySentenceCanBeFormatted() {
		for (String file : FILES) {
			messages(file).forEach((key,
					sentence) -> assertThat(
							new MessageFormat(sentence, Locale.ENGLISH).format(new Object[] { 1, 2, 3, 4 }))
						.as("%s in %s", key, file)
						.isNotBlank());
		}
	}

	/** A lone apostrophe silently swallows the numbers behind it. */
	@Test
	void noSentenceHasAnApostropheThatIsNotATypographicOne() {
		for (String file : FILES) {
			assertThat(messages(file).values()).as(file).noneMatch((sentence) -> sentence.contains("'"));
		}
	}

	@Test
	void everyRefusalHasASentence() {
		Set<String> keys = new TreeSet<>();
		FIELD_RULES.forEach((rule) -> keys.add("field." + rule));
		THINGS.forEach((thing) -> keys.add("unknown." + thing));
		Arrays.stream(LabelState.values()).forEach((state) -> keys.add("labels." + state.word()));
		Pattern call = Pattern.compile("(?:(?:refuse|Refusal\\s*\\.of|FaultyOutline|MisshapenRing)\\()([^;]*?),");
		Pattern literal = Pattern.compile("\"([a-z][A-Za-z.-]*[A-Za-z])\"");
		sources().forEach((source) -> call.matcher(source)
			.results()
			.map((found) -> found.group(1))
			.forEach((key) -> literal.matcher(key).results().map((found) -> found.group(1)).forEach(keys::add)));
		keys.addAll(weighed());
		assertThat(keys).contains("lot.left", "outline.crosses", "outline.closed", "hold.none", "labels.cap",
				"form.number", "not-found");
		assertThat(messages("messages.properties").keySet())
			.containsAll(keys.stream().map((key) -> "refusal." + key).toList());
	}

	/** A rule that is met is explained as well. */
	@Test
	void everyRuleThatIsWeighedHasASentence() {
		assertThat(weighed()).contains("harvest.yield", "claim.food");
		Map<String, String> english = messages("messages.properties");
		assertThat(english.keySet()).containsAll(weighed().stream().map((key) -> "check." + key).toList());
		weighed().forEach((key) -> assertThat(english.get("check." + key)).as(key).contains("{0}"));
	}

	@Test
	void everyWordOfAnEnumerationHasAName() {
		Stream<String> names = Stream.concat(Arrays.stream(LotKind.values()).map((kind) -> "LotKind." + kind),
				Stream.concat(Arrays.stream(Role.values()).map((role) -> "Role." + role),
						Arrays.stream(Finding.Result.values()).map((result) -> "Result." + result)));
		assertThat(messages("messages.properties").keySet()).containsAll(names.toList());
	}

	@Test
	void everyKindOfEventHasAName() {
		assertThat(messages("messages.properties").keySet())
			.containsAll(EventKinds.all().keySet().stream().map((kind) -> "stop." + kind).toList());
	}

	@Test
	void everyKeyOfATemplateExists() {
		Set<String> known = messages("messages.properties").keySet();
		Pattern use = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)|#messages\\.msg\\('([\\w.-]+)'");
		Pattern composed = Pattern.compile("#\\{\\$\\{'([\\w.]+\\.)'");
		templates().forEach((name, template) -> {
			assertThat(use.matcher(template)
				.results()
				.map((found) -> (found.group(1) != null) ? found.group(1) : found.group(2))).as(name)
				.allMatch(known::contains);
			assertThat(composed.matcher(template).results().map((found) -> found.group(1))).as(name)
				.allMatch((prefix) -> known.stream().anyMatch((key) -> key.startsWith(prefix)));
		});
	}

	@Test
	void everyNameOfAFieldExists() {
		Pattern label = Pattern.compile("@Label\\(\"([\\w.]+)\"\\)");
		List<String> keys = sources().stream()
			.flatMap((source) -> label.matcher(source).results().map((found) -> found.group(1)))
			.toList();
		assertThat(keys).hasSizeGreaterThan(20);
		assertThat(messages("messages.properties").keySet()).containsAll(keys);
	}

	/**
	 * Text between tags comes from the messages; what is left may only be punctuation.
	 */
	@Test
	void noTemplateSaysAnythingItself() {
		Pattern text = Pattern.compile(">([^<>]*\\p{L}[^<>]*)<");
		templates().forEach((name, template) -> {
			String markup = template.replaceAll("(?s)<!--.*?-->", "").replaceAll("\"[^\"]*\"", "\"\"");
			assertThat(text.matcher(markup).results().map((found) -> found.group(1).strip())).as(name).isEmpty();
		});
	}

	/**
	 * The content security policy forbids them within a page, so they would silently not
	 * work; a script that only enhances comes from a file of its own.
	 */
	@Test
	void noTemplateHasScriptsOrStyles() {
		templates().forEach((name, template) -> assertThat(template.toLowerCase(Locale.ROOT)).as(name)
			.doesNotContain("<style")
			.doesNotContainPattern("<script(?! th:src=\"@\\{[^\"]*\\}\" type=\"module\"></script>)")
			.doesNotContainPattern("\\s(th:)?style=|\\son[a-z]+="));
	}

	private static Set<String> weighed() {
		Pattern call = Pattern.compile("weigh\\(rule,[^\";]*\"([a-z.]+)\"");
		return sources().stream()
			.flatMap((source) -> call.matcher(source).results())
			.map((found) -> found.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> numbers(String sentence) {
		return Pattern.compile("\\{\\d")
			.matcher(sentence)
			.results()
			.map(MatchResult::group)
			.collect(Collectors.toSet());
	}

	private static Map<String, String> messages(String file) {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file), StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		Map<String, String> messages = new TreeMap<>();
		properties.forEach((key, sentence) -> messages.put(key.toString(), sentence.toString()));
		return messages;
	}

	private static List<String> sources() {
		return List.copyOf(read(SOURCES, ".java").values());
	}

	private static Map<String, String> templates() {
		return read(RESOURCES.resolve("templates"), ".html");
	}

	private static Map<String, String> read(Path folder, String ending) {
		Map<String, String> read = new TreeMap<>();
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(ending)).toList()) {
				read.put(folder.relativize(file).toString(), Files.readString(file));
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return read;
	}

}
