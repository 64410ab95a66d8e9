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

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.shenyuan.graph.Cypher;
import org.shenyuan.graph.Graph;
import org.shenyuan.ledger.Events;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes everything as JSON Lines: what codes of labels are made of, cases, the events in
 * the order of the log, and what no event made. The last line counts the others and
 * carries their SHA-256, so that half a file is not taken for a whole one.
 */
@Component
class Export {

	private static final int PAGE = 1000;

	private static final Cypher RUNS = Cypher.of("""
			MATCH (r:Run)
			WHERE r.id > ''
			RETURN r.id AS run, r.number AS number, r.keyVersion AS keyVersion, r.wording AS wording
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
		rows(RUNS, (row) -> sink.line("run", this.json.writeValueAsString(row.asMap())));
		rows(CASES, (row) -> sink.line("case", properties(row)));
		List<Events.Entry> page = this.events.after(last, PAGE);
		while (!page.isEmpty()) {
			Map<String, String> findings = findings(page);
			page.forEach((entry) -> sink.line("entry",
					this.json.writeValueAsString(new Line(entry.number(), entry.recorded().toString(), entry.position(),
							entry.author(), entry.hash(), findings.get(entry.id()), entry.event()))));
			last = page.getLast().number();
			page = this.events.after(last, PAGE);
		}
		for (Cypher table : Tables.BESIDE) {
			rows(table,
					(row) -> sink.line("node",
							this.json.writeValueAsString(Map.of("labels", row.get("labels").asObject(), "properties",
									Values.json(row.get("properties").asMap()), "links",
									row.get("links").asList((link) -> link.get(1).asString(""))))));
		}
		sink.end();
	}

	private void rows(Cypher table, java.util.function.Consumer<Record> row) {
		this.graph.read((tx) -> {
			tx.each(table, Map.of(), row);
			return true;
		});
	}

	private String properties(Record row) {
		return this.json.writeValueAsString(Values.json(row.get("properties").asMap()));
	}

	private Map<String, String> findings(List<Events.Entry> page) {
		Map<String, String> findings = new LinkedHashMap<>();
		this.graph.read((tx) -> {
			tx.each(FINDINGS, Map.of("ids", page.stream().map(Events.Entry::id).toList()),
					(row) -> findings.put(row.get("id").asString(), row.get("findings").asString()));
			return true;
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
