package org.shenyuan.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.shenyuan.events.Labelling.LabelsIssued;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.ledger.EventJson;
import org.shenyuan.ledger.Events;
import org.shenyuan.ledger.Replay;
import org.shenyuan.ledger.Replay.Logged;
import org.shenyuan.ledger.Replay.RunNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Builds an empty graph from a backup before anything is served, where
 * {@code shenyuan.restore} names one. A graph with events in it is left as it is.
 */
@Component
@ConditionalOnProperty("shenyuan.restore")
class Restore implements SmartInitializingSingleton {

	private static final Logger LOG = LoggerFactory.getLogger(Restore.class);

	private static final int AT_ONCE = 2000;

	private static final Duration PAUSE = Duration.ofSeconds(5);

	private static final TypeReference<Map<String, Object>> PROPERTIES = new TypeReference<>() {
	};

	/** What a first start makes. */
	private static final List<Cypher> CLEAR = List.of(clear("Account", "name"), clear("Counter", "name"));

	private static final Cypher NODES = Cypher.of("""
			UNWIND $nodes AS node
			CREATE (n:$(node.labels))
			SET n = node.properties
			""");

	/** What is printed in a run, and the ground it draws on. */
	private static final Cypher RUNS = Cypher.of("""
			UNWIND $runs AS run
			MATCH (r:Run {id: run.run})
			SET r.wording = run.wording
			WITH r, run
			UNWIND run.draws AS ground
			MATCH (b:Thing {id: ground.base})
			CREATE (r)-[:DRAWS {season: ground.season, grams: ground.grams, fresh: ground.fresh}]->(b)
			""");

	private static final Cypher MEMBERS = Cypher.of("""
			UNWIND $links AS link
			MATCH (a:Account {name: link.from})
			MATCH (b:Thing {id: link.to})
			CREATE (a)-[m:$(link.type)]->(b)
			SET m = link.properties
			""");

	/** A backup of the time when an account had one party kept its roles with it. */
	private static final Cypher ROLES = Cypher.of("""
			MATCH (a:Account)-[m:MEMBER_OF]->(:Party)
			WHERE a.name > '' AND m.roles IS NULL
			SET m.roles = [role IN a.roles WHERE role <> 'ADMINISTRATOR'], m.since = datetime(),
			    a.roles = [role IN a.roles WHERE role = 'ADMINISTRATOR']
			""");

	private static final Cypher IMPACTS = Cypher.of("""
			UNWIND $links AS link
			MATCH (a:Impact {id: link.from})
			MATCH (b:Event {id: link.to})
			CREATE (a)-[:MEASURES]->(b)
			""");

	private final Path path;

	private final Graph graph;

	private final Events events;

	private final Replay replay;

	private final Restoration restoration;

	private final JsonMapper json;

	Restore(@Value("${shenyuan.restore}") Path path, Graph graph, Events events, Replay replay, Restoration restoration,
			JsonMapper json) {
		this.path = path;
		this.graph = graph;
		this.events = events;
		this.replay = replay;
		this.restoration = restoration;
		this.json = json;
	}

	private static Cypher clear(String label, String key) {
		return Cypher.of(String.format(Locale.ROOT, "MATCH (n:%s) WHERE n.%s > '' DETACH DELETE n", label, key));
	}

	/**
	 * @throws Unrestorable if there is something in the graph, or the file is not whole
	 */
	@Override
	public void afterSingletonsInstantiated() {
		this.restoration.afterSingletonsInstantiated();
		if (!this.events.isEmpty()) {
			throw new Unrestorable("There are events in the graph that " + this.path + " was to be restored to",
					"Name an empty folder as shenyuan.data, or start without shenyuan.restore.", null);
		}
		var file = new BackupFile(this.path);
		long lines = file.check();
		LOG.info("Restoring {}: {} lines", this.path, lines);
		this.restoration.begin(this.path);
		var work = new Work(lines);
		file.read(work);
		work.finish();
	}

	/** What was read and is not written yet. */
	private final class Work implements BackupFile.Line {

		private final long lines;

		private final Instant begun = Instant.now();

		/** So that the first line of how far it is comes soon. */
		private Instant told = this.begun.minus(PAUSE);

		private long read;

		private boolean beside;

		/** Of runs that have not begun. */
		private final Map<String, RunNumber> numbers = new HashMap<>();

		private final Map<String, Map<String, Object>> runs = new HashMap<>();

		private final List<Logged> log = new ArrayList<>();

		private final List<Map<String, Object>> nodes = new ArrayList<>();

		private final Map<String, List<Map<String, Object>>> links = new HashMap<>();

		Work(long lines) {
			this.lines = lines;
		}

		@Override
		public void is(String kind, JsonNode content) {
			this.read++;
			switch (kind) {
				case "run" -> run(content);
				case "case" ->
					this.nodes.add(Map.of("labels", List.of("Thing", "Case"), "properties", properties(content)));
				case "entry" -> entry(content);
				case "node" -> node(content);
				default -> {
				}
			}
			if (this.log.size() == AT_ONCE) {
				writeLog();
				tell();
			}
			if (this.nodes.size() == AT_ONCE) {
				writeNodes();
				tell();
			}
		}

		private void run(JsonNode run) {
			this.numbers.put(run.get("run").asString(),
					new RunNumber(run.get("number").asLong(), run.get("keyVersion").asLong()));
			this.runs.put(run.get("run").asString(), Restore.this.json.convertValue(run, PROPERTIES));
		}

		private void entry(JsonNode entry) {
			writeNodes();
			Logged logged = new Logged(entry.get("number").asLong(), Instant.parse(entry.get("recorded").asString()),
					entry.get("position").asLong(), entry.get("author").asString(),
					EventJson.readFindings(entry.hasNonNull("findings") ? entry.get("findings").toString() : null),
					entry.get("hash").asString(), EventJson.read(entry.get("event")));
			if (!EventJson.hash(EventJson.write(logged.event())).equals(logged.hash())) {
				throw new Unrestorable("Event " + logged.event().id() + " of the backup is not what was recorded",
						"Restore it with the release that wrote it.", null);
			}
			this.log.add(logged);
		}

		private void node(JsonNode node) {
			if (!this.beside) {
				writeLog();
				CLEAR.forEach((clear) -> write(clear, Map.of()));
				this.beside = true;
			}
			Map<String, Object> properties = properties(node.get("properties"));
			String label = node.get("labels").get(0).asString();
			this.nodes.add(Map.of("labels", List.of(label), "properties", properties));
			node.get("links")
				.forEach((link) -> this.links.computeIfAbsent(label, (any) -> new ArrayList<>())
					.add(link(key(label, properties), link)));
		}

		/** Once it was the key of the other end alone. */
		private Map<String, Object> link(Object from, JsonNode link) {
			return link.isString()
					? Map.of("from", from, "to", link.asString(), "type", "MEMBER_OF", "properties", Map.of())
					: Map.of("from", from, "to", link.get("to").asString(), "type", link.get("type").asString(),
							"properties", properties(link.get("properties")));
		}

		private static Object key(String label, Map<String, Object> properties) {
			return properties.getOrDefault(label.equals("Account") ? "name" : "id", "");
		}

		private void writeLog() {
			if (this.log.isEmpty()) {
				return;
			}
			Restore.this.replay.write(this.log, this.numbers);
			List<Map<String, Object>> begun = new ArrayList<>();
			for (Logged one : this.log) {
				if (one.event() instanceof LabelsIssued issued) {
					this.numbers.remove(issued.run());
					begun.add(Objects.requireNonNull(this.runs.remove(issued.run())));
				}
			}
			if (!begun.isEmpty()) {
				write(RUNS, Map.of("runs", begun));
			}
			this.log.clear();
		}

		private void writeNodes() {
			if (!this.nodes.isEmpty()) {
				write(NODES, Map.of("nodes", this.nodes));
				this.nodes.clear();
			}
		}

		void finish() {
			writeLog();
			writeNodes();
			write(MEMBERS, Map.of("links", this.links.getOrDefault("Account", List.of())));
			write(ROLES, Map.of());
			write(IMPACTS, Map.of("links", this.links.getOrDefault("Impact", List.of())));
			Restore.this.restoration.end();
			LOG.info("Restored {} lines in {} s", this.lines, Duration.between(this.begun, Instant.now()).toSeconds());
		}

		/** How far it is, and how fast it goes. */
		private void tell() {
			Instant now = Instant.now();
			if (Duration.between(this.told, now).compareTo(PAUSE) >= 0) {
				this.told = now;
				double rate = this.read * 1e3 / Math.max(1, Duration.between(this.begun, now).toMillis());
				LOG.info("Restored {} of {} lines ({} %), {} a second, {} s left", this.read, this.lines,
						this.read * 100 / this.lines, Math.round(rate), Math.round((this.lines - this.read) / rate));
			}
		}

		private void write(Cypher statement, Map<String, Object> parameters) {
			Restore.this.graph.write((tx) -> {
				tx.execute(statement, parameters);
				return true;
			});
		}

		private Map<String, Object> properties(@Nullable JsonNode json) {
			return Values.properties(Restore.this.json.convertValue(json, PROPERTIES));
		}

	}

}
