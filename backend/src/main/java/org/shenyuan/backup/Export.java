package org.shenyuan.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.shenyuan.events.Labelling.LabelsIssued;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.ledger.EventJson;
import org.shenyuan.ledger.Events;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes everything as JSON Lines: cases, the events in the order of the log, each page
 * of them behind what is kept of the runs that begin in it, and what no event made. The
 * last line counts the others and carries their SHA-256, so that half a file is not taken
 * for a whole one.
 */
@Component
class Export {

	private static final int PAGE = 1000;

	private static final Cypher RUNS = Cypher.of("""
			UNWIND $runs AS id
			MATCH (r:Run {id: id})
			RETURN r.id AS run, r.number AS number, r.keyVersion AS keyVersion, r.wording AS wording,
			       COLLECT { MATCH (r)-[d:DRAWS]->(b:Base)
			                 RETURN d {.*, base: b.id} ORDER BY b.id, d.season } AS draws
			""");

	private static final Cypher CASES = Cypher.of("""
			MATCH (c:Case)
			WHERE c.opened IS NOT NULL
			RETURN properties(c) AS properties
			""");

	private static final Cypher FINDINGS = Cypher.of("""
			UNWIND $ids AS id
			MATCH (e:Event {id: id})
			WHERE e.findings IS NOT NULL
			RETURN id, e.findings AS findings
			""");

	private final Graph graph;

	private final Events events;

	private final JsonMapper json;

	Export(Graph graph, Events events, JsonMapper json) {
		this.graph = graph;
		this.events = events;
		this.json = json;
	}

	/** An event as it goes out. */
	record Line(long number, String recorded, long position, String author, String hash,
			@JsonRawValue @Nullable String findings, @JsonRawValue String event) {
	}

	/** Takes no lock: what is recorded meanwhile is in it, or is not. */
	void write(Writer out) throws IOException {
		var sink = new Sink(out);
		long last = 0;
		rows(CASES, Map.of(), (row) -> sink.line("case", properties(row)));
		List<Events.Entry> page = this.events.after(last, PAGE);
		while (!page.isEmpty()) {
			Map<String, String> findings = findings(page);
			rows(RUNS, Map.of("runs", runs(page)),
					(row) -> sink.line("run", this.json.writeValueAsString(row.asMap())));
			page.forEach((entry) -> sink.line("entry",
					this.json.writeValueAsString(new Line(entry.number(), entry.recorded().toString(), entry.position(),
							entry.author(), entry.hash(), findings.get(entry.id()), entry.event()))));
			last = page.getLast().number();
			page = this.events.after(last, PAGE);
		}
		for (Cypher table : Tables.BESIDE) {
			rows(table, Map.of(),
					(row) -> sink.line("node",
							this.json.writeValueAsString(Map.of("labels", row.get("labels").asObject(), "properties",
									Values.json(row.get("properties").asMap()), "links",
									row.get("links").asList(Export::link)))));
		}
		sink.end();
	}

	/**
	 * What is written cannot be taken back: where the graph goes away between two rows,
	 * half a file is left, which says so by having no end.
	 */
	private void rows(Cypher table, Map<String, Object> parameters, Consumer<Record> row) {
		AtomicBoolean begun = new AtomicBoolean();
		this.graph.read((tx) -> {
			if (begun.get()) {
				throw new IllegalStateException("The graph went away between two rows of a backup");
			}
			tx.each(table, parameters, (one) -> {
				begun.set(true);
				row.accept(one);
			});
			return true;
		});
	}

	private static Map<String, Object> link(Value link) {
		return Map.of("type", link.get(0).asString(), "to", link.get(1).asString(""), "properties",
				Values.json(link.get(2).asMap()));
	}

	private String properties(Record row) {
		return this.json.writeValueAsString(Values.json(row.get("properties").asMap()));
	}

	/** That begin with these events. */
	private static List<String> runs(List<Events.Entry> page) {
		return page.stream()
			.filter((entry) -> entry.event().contains("\"labelsIssued\""))
			.map((entry) -> EventJson.read(entry.event()))
			.filter(LabelsIssued.class::isInstance)
			.map((event) -> ((LabelsIssued) event).run())
			.toList();
	}

	private Map<String, String> findings(List<Events.Entry> page) {
		Map<String, String> findings = new LinkedHashMap<>();
		this.graph.read((tx) -> {
			tx.each(FINDINGS, Map.of("ids", page.stream().map(Events.Entry::id).toList()),
					(row) -> findings.put(row.get("id").asString(), row.get("findings").asString()));
			return findings;
		});
		return findings;
	}

	/** Lines, and what the last one says of them. */
	private static final class Sink {

		private final Writer out;

		private final MessageDigest digest = Digest.sha256();

		private long lines;

		Sink(Writer out) {
			this.out = out;
		}

		void line(String kind, String json) {
			String line = "{\"" + kind + "\":" + json + "}\n";
			this.digest.update(line.getBytes(StandardCharsets.UTF_8));
			this.lines++;
			try {
				this.out.write(line);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		void end() throws IOException {
			this.out.write("{\"end\":{\"lines\":" + this.lines + ",\"sha256\":\""
					+ HexFormat.of().formatHex(this.digest.digest()) + "\"}}\n");
			this.out.flush();
		}

	}

}
