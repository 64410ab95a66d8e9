package org.shenyuan.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;
import org.shenyuan.labels.Job;
import org.shenyuan.labels.LabelRefused;
import org.shenyuan.labels.SelfCheck;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Hands labels out as files, whatever they are labels of. None that a printer takes
 * leaves before some of its labels were read back as a scanner would.
 */
@Component
public class Printing {

	private final int part;

	private final int selfCheck;

	/**
	 * @param part the most labels of one PDF, which is made in memory
	 * @param selfCheck how many labels of each file are read back
	 */
	Printing(@Value("${shenyuan.labels.part}") int part, @Value("${shenyuan.labels.self-check}") int selfCheck) {
		this.part = part;
		this.selfCheck = selfCheck;
	}

	/** The most labels of one PDF. */
	public int part() {
		return this.part;
	}

	/**
	 * @throws Refused if it is more than one PDF may hold
	 */
	public void requirePart(Job job) {
		int labels = job.to() - job.from() + 1;
		if (labels > this.part) {
			throw new Refused(Refusal.of("labels.part", "last", "most", this.part, "first", job.from(), "last",
					job.to(), "asked", labels));
		}
	}

	/**
	 * @throws Refused if they are too many, or one does not say what it should
	 */
	public void pdf(Print print, String name, HttpServletResponse response) throws IOException {
		requirePart(print.job());
		requireReadable(print);
		try {
			var bytes = new ByteArrayOutputStream();
			print.sheet().pdf(print.job(), bytes);
			bytes.writeTo(open(response, "application/pdf", name + ".pdf"));
		}
		catch (LabelRefused ex) {
			throw PrintSetups.refused(ex);
		}
	}

	/**
	 * For a thermal printer.
	 * @throws Refused if one does not say what it should
	 */
	public void zpl(Print print, String name, HttpServletResponse response) throws IOException {
		requireReadable(print);
		print.sheet().zpl(print.job(), open(response, "application/octet-stream", name + ".zpl"));
	}

	/**
	 * The first page in the printer's dots.
	 * @throws Refused if one does not say what it should
	 */
	public void png(Print print, String name, HttpServletResponse response) throws IOException {
		requireReadable(print);
		print.sheet().png(print.job(), open(response, "image/png", name + ".png"));
	}

	/** The first page to look at. */
	public void svg(Print print, String name, HttpServletResponse response) throws IOException {
		byte[] svg = print.sheet().svg(print.job()).getBytes(StandardCharsets.UTF_8);
		open(response, "image/svg+xml", name + ".svg").write(svg);
	}

	static OutputStream open(HttpServletResponse response, String type, String file) throws IOException {
		response.setContentType(type);
		response.setHeader("Content-Disposition", "inline; filename=\"" + file + "\"");
		return response.getOutputStream();
	}

	private void requireReadable(Print print) {
		try {
			new SelfCheck(print.sheet()).demand(print.job(), this.selfCheck);
		}
		catch (LabelRefused ex) {
			throw PrintSetups.refused(ex);
		}
	}

}
