package org.shenyuan.labels.bench;

import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.google.zxing.EncodeHintType;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import com.sun.management.OperatingSystemMXBean;
import org.shenyuan.labels.Design;
import org.shenyuan.labels.ErrorCorrection;
import org.shenyuan.labels.Job;
import org.shenyuan.labels.LabelSheet;
import org.shenyuan.labels.Stock;
import org.shenyuan.labels.Symbol;
import org.shenyuan.labels.Typeface;

/**
 * A process of its own that draws in Java. Arguments: folder, labels, rounds, and
 * {@code ours} or {@code openpdf}.
 */
final class Contestant {

	/** Sheets in one file of a long run. */
	private static final int PART = 500;

	private static final double WARM_SECONDS = 5;

	/** A processor's time is counted in hundredths: short work is done several times. */
	private static final double ROUND_SECONDS = 1;

	private static final int WARM_LABELS = 2_000;

	private static final Map<EncodeHintType, Object> SHORTEST = Map.of(EncodeHintType.QR_COMPACT, true);

	private Contestant() {
	}

	/** Draws labels, and says how many bytes that took. */
	@FunctionalInterface
	interface Task {

		long draw(int labels) throws Exception;

	}

	public static void main(String[] args) throws Exception {
		Path folder = Path.of(args[0]);
		int labels = Integer.parseInt(args[1]);
		int rounds = Integer.parseInt(args[2]);
		Map<String, Task> tasks = args[3].equals("ours") ? ours(folder, labels)
				: Map.of("OpenPDF", (count) -> file(folder, "openpdf.pdf", (out) -> OpenPdf.sheets(folder, count, out)));
		double begun = cpu();
		while (cpu() - begun < WARM_SECONDS) {
			for (Task task : tasks.values()) {
				task.draw(Math.min(labels, WARM_LABELS));
			}
		}
		for (int round = 0; round < rounds; round++) {
			for (var task : tasks.entrySet()) {
				double start = cpu();
				long clock = System.nanoTime();
				int times = 0;
				long bytes;
				do {
					bytes = task.getValue().draw(labels);
					times++;
				}
				while (cpu() - start < ROUND_SECONDS);
				System.out.println(new Round(task.getKey(), (cpu() - start) / times,
						(System.nanoTime() - clock) / 1e9 / times, bytes));
			}
		}
		System.out.println(Round.PEAK + "\t" + peak());
	}

	/** What the symbols alone cost is measured in turn with the sheets. */
	private static Map<String, Task> ours(Path folder, int labels) throws Exception {
		var sheet = new LabelSheet(Stock.A4_3X7, Design.UNIT, Sample.text(), Typeface.notoSansSc(), Sample.label(1));
		var tasks = new LinkedHashMap<String, Task>();
		if (labels <= Bench.MOST_FOR_PEERS) {
			List<Job.Label> ready = IntStream.rangeClosed(1, labels).mapToObj(Sample::label).toList();
			tasks.put(Bench.FLOOR, (count) -> {
				for (int i = 0; i < count; i++) {
					Encoder.encode(ready.get(i).content(), ErrorCorrectionLevel.M, SHORTEST);
				}
				return 0;
			});
			tasks.put(Bench.SYMBOL, (count) -> {
				for (int i = 0; i < count; i++) {
					Symbol.qr(ready.get(i).content(), ErrorCorrection.M);
				}
				return 0;
			});
			// Peers find theirs ready in a file.
			tasks.put(Bench.OURS, (count) -> parts(sheet, new Job(1, count, 1, (i) -> ready.get(i - 1)), folder));
		}
		else {
			tasks.put(Bench.OURS, (count) -> parts(sheet, new Job(1, count, 1, Sample::label), folder));
		}
		return tasks;
	}

	/** As a long run is printed: file after file of whole sheets. */
	private static long parts(LabelSheet sheet, Job job, Path folder) throws Exception {
		int cells = Stock.A4_3X7.cells();
		int pages = job.pages(cells);
		long bytes = 0;
		for (int first = 1; first <= pages; first += PART) {
			Job part = job.pages(first, Math.min(pages, first + PART - 1), cells);
			bytes += file(folder, "ours.pdf", (out) -> sheet.pdf(part, out));
		}
		return bytes;
	}

	@FunctionalInterface
	interface Drawing {

		void to(OutputStream out) throws Exception;

	}

	private static long file(Path folder, String name, Drawing drawing) throws Exception {
		Path file = folder.resolve(name);
		try (OutputStream out = Files.newOutputStream(file)) {
			drawing.to(out);
		}
		return Files.size(file);
	}

	private static double cpu() {
		return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
	}

	private static long peak() throws Exception {
		try (var status = Files.lines(Path.of("/proc/self/status"))) {
			return status.filter((line) -> line.startsWith("VmHWM:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
				.findFirst()
				.orElse(0);
		}
	}

}
