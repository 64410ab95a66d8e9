package org.shenyuan.graph;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.summary.Plan;
import org.neo4j.driver.summary.ResultSummary;
import org.shenyuan.BackendTest;
import org.shenyuan.Shenyuan;
import org.shenyuan.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Explains every statement of the program on a migrated and settled graph: nothing
 * misspelt, nothing deprecated, no cartesian product, and no scan of all nodes or of a
 * label.
 */
@BackendTest
@Import(World.class)
class CypherPlansIT {

	/**
	 * GQL status: unknown label, type or property, deprecated, cartesian product,
	 * unbounded shortest path.
	 */
	private static final Set<String> FAULTS = Set.of("01N50", "01N51", "01N52", "01N00", "01N01", "01N02", "03N90",
			"03N91");

	private static final Set<String> SCANS = Set.of("AllNodesScan", "NodeByLabelScan", "DynamicLabelNodeLookup",
			"DirectedRelationshipTypeScan", "DirectedAllRelationshipsScan", "UndirectedRelationshipTypeScan",
			"UndirectedAllRelationshipsScan", "VarLengthExpand(All)");

	@Autowired
	private Driver driver;

	@Autowired
	private World world;

	@Test
	void everyStatementIsPlannedWithoutAFault() throws Exception {
		this.world.settle();
		Vocabulary.plant(this.driver);
		Map<String, List<String>> faults = new TreeMap<>();
		Map<String, Cypher> statements = statements();
		try (Session session = this.driver.session()) {
			statements.forEach((name, statement) -> {
				ResultSummary summary = session.run("EXPLAIN " + statement.text()).consume();
				List<String> found = Stream.concat(
						summary.gqlStatusObjects()
							.stream()
							.filter((status) -> FAULTS.contains(status.gqlStatus()))
							.map((status) -> status.gqlStatus() + " " + status.statusDescription()),
						operators(summary.plan()).filter((operator) -> SCANS.contains(operator.replaceAll("@.*", ""))))
					.toList();
				if (!found.isEmpty()) {
					faults.put(name, found);
				}
			});
		}
		assertThat(statements).hasSizeGreaterThan(20);
		assertThat(faults).isEmpty();
	}

	private static Stream<String> operators(Plan plan) {
		return Stream.concat(Stream.of(plan.operatorType()),
				plan.children().stream().flatMap(CypherPlansIT::operators));
	}

	/** Every static {@link Cypher} of every class of the program. */
	private static Map<String, Cypher> statements() throws IOException, URISyntaxException {
		Path classes = Path.of(Shenyuan.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		Map<String, Cypher> statements = new TreeMap<>();
		try (Stream<Path> files = Files.walk(classes)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".class")).toList()) {
				String name = classes.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
				for (Field field : fields(name)) {
					if (field.getType() == Cypher.class && Modifier.isStatic(field.getModifiers())) {
						field.setAccessible(true);
						statements.put(name + "." + field.getName(), (Cypher) read(field));
					}
				}
			}
		}
		return statements;
	}

	private static Field[] fields(String name) {
		try {
			return Class.forName(name).getDeclaredFields();
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Object read(Field field) {
		try {
			return field.get(null);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
