package org.shenyuan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

import org.shenyuan.events.Labelling.LabelsIssued;
import org.shenyuan.events.TraceEvent;
import org.shenyuan.ledger.EventJson;

/**
 * Writes events as a backup has them, line by line, and gives out numbers. The same calls
 * write the same bytes.
 */
final class Log {

	private final Writer out;

	private final MessageDigest digest = sha256();

	private final Random random;

	private Instant recorded = Instant.EPOCH;

	private long lines;

	private long events;

	private long lots;

	private long runs;

	private long labels;

	Log(Writer out, Random random) {
		this.out = out;
		this.random = random;
	}

	/** What follows was written down from this moment on, five times a second. */
	void recordedFrom(String moment) {
		this.recorded = Instant.parse(moment);
	}

	/** A number for a lot that nobody else has. */
	String lot(String letters) {
		this.lots++;
		return letters + "-" + this.lots;
	}

	/** A UUID of version 7. */
	UUID id(OffsetDateTime at) {
		long time = (at.toInstant().toEpochMilli() << 16) | 0x7000 | this.random.nextInt(0x1000);
		return new UUID(time, (this.random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L);
	}

	/** Recorded by the account of the party that answers for it. */
	void add(TraceEvent event) {
		this.events++;
		this.recorded = this.recorded.plusMillis(200);
		String json = EventJson.write(event);
		line("entry",
				"{\"number\":" + this.events + ",\"recorded\":\"" + this.recorded + "\",\"position\":0,\"author\":\""
						+ account(event.by()) + "\",\"hash\":\"" + EventJson.hash(json) + "\",\"event\":" + json + "}");
	}

	/**
	 * Labels, with the number of their run.
	 * @param draws the ground that they draw on
	 */
	void issue(LabelsIssued issued, String draws) {
		this.runs++;
		this.labels += issued.count();
		line("run", String.format(Locale.ROOT, "{\"run\":\"%s\",\"number\":%d,\"keyVersion\":1,\"draws\":%s}",
				issued.run(), this.runs, draws));
		add(issued);
	}

	static String account(String party) {
		return party.toLowerCase(Locale.ROOT);
	}

	/** What no event makes. */
	void node(String label, String properties, String links) {
		line("node", "{\"labels\":[\"" + label + "\"],\"properties\":{" + properties + "},\"links\":[" + links + "]}");
	}

	void end() {
		String hash = HexFormat.of().formatHex(this.digest.digest());
		write("{\"end\":{\"lines\":" + this.lines + ",\"sha256\":\"" + hash + "\"}}\n");
	}

	long events() {
		return this.events;
	}

	long lots() {
		return this.lots;
	}

	long runs() {
		return this.runs;
	}

	long labels() {
		return this.labels;
	}

	private void line(String kind, String json) {
		String line = "{\"" + kind + "\":" + json + "}\n";
		this.digest.update(line.getBytes(StandardCharsets.UTF_8));
		this.lines++;
		write(line);
	}

	private void write(String text) {
		try {
			this.out.write(text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
