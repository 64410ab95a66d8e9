package org.shenyuan.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.neo4j.driver.Driver;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

/** The page that draws the model is true, and agrees with itself. */
@ExtendWith(TestGraph.class)
class SchemaReadmeIT {

	private static final Pattern ARROW = Pattern.compile("(\\w+) -->\\|(\\w+)\\| (\\w+)");

	private final String readme = Files.readString(Path.of("README.md"));

	SchemaReadmeIT() throws IOException {
	}

	@Test
	void theListOfConstraintsAndIndexesIsThatOfAMigratedGraph(Driver driver) {
		Migrations.apply(driver);
		Stream<String> graph = driver.executableQuery("""
				SHOW INDEXES YIELD name, type, owningConstraint, labelsOrTypes, properties
				WHERE type <> 'LOOKUP'
				RETURN name, CASE WHEN owningConstraint IS NULL THEN 'index' ELSE 'unique' END AS kind,
				  labelsOrTypes[0] AS label, properties""")
			.execute()
			.records()
			.stream()
			.map((row) -> "| `" + row.get("name").asString() + "` | " + row.get("kind").asString() + " | `"
					+ row.get("label").asString() + "("
					+ String.join(", ", row.get("properties").asList((value) -> value.asString())) + ")` |");
		assertThat(section("### Constraints and indexes").filter((line) -> line.startsWith("| `")))
			.containsExactlyInAnyOrderElementsOf(graph.toList());
	}

	@Test
	void theTableOfNodesIsThatOfTheDrawing() {
		Set<String> drawn = find(section("```mermaid"), Pattern.compile("^ +(\\w+)$"), (m) -> m.group(1));
		drawn.remove("end");
		drawn.addAll(find(section("```mermaid"), ARROW, (m) -> m.group(1)));
		drawn.addAll(find(section("```mermaid"), ARROW, (m) -> m.group(3)));
		assertThat(find(section("### Nodes"), Pattern.compile("^\\| `(\\w+)`"), (m) -> m.group(1))).isEqualTo(drawn);
	}

	@Test
	void theTableOfRelationshipsIsThatOfTheDrawing() {
		Set<String> listed = new TreeSet<>();
		section("### Relationships").filter((line) -> line.startsWith("| `")).forEach((line) -> {
			String[] cells = line.replace("`", "").split("\\s*\\|\\s*", -1);
			for (String from : cells[2].split(", ", -1)) {
				for (String to : cells[3].split(", ", -1)) {
					listed.add(from + " -->|" + cells[1] + "| " + to);
				}
			}
		});
		assertThat(listed).isEqualTo(find(section("```mermaid"), ARROW, MatchResult::group));
	}

	@Test
	void theListOfConstraintsKnowsNoOtherNodes() {
		Set<String> constrained = find(section("### Constraints and indexes"), Pattern.compile("`(\\w+)\\("),
				(m) -> m.group(1));
		assertThat(find(section("### Nodes"), Pattern.compile("^\\| `(\\w+)`"), (m) -> m.group(1)))
			.containsAll(constrained);
	}

	private Stream<String> section(String start) {
		return this.readme.lines()
			.dropWhile((line) -> !line.equals(start))
			.skip(1)
			.takeWhile((line) -> !line.startsWith("#") && !line.equals("```"));
	}

	private static Set<String> find(Stream<String> lines, Pattern pattern, Function<MatchResult, String> read) {
		return lines.flatMap((line) -> pattern.matcher(line).results()).map(read).collect(toCollection(TreeSet::new));
	}

}
