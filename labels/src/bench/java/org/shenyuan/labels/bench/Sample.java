package org.shenyuan.labels.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.shenyuan.labels.DigitalLink;
import org.shenyuan.labels.Gtin;
import org.shenyuan.labels.Job;
import org.shenyuan.labels.LabelCode;
import org.shenyuan.labels.LabelKeys;
import org.shenyuan.labels.LabelNumber;
import org.shenyuan.labels.LabelText;
import org.shenyuan.labels.LabelText.Line;
import org.shenyuan.labels.LabelText.Style;

/** What everybody prints: the same links, the same lines, in the same font. */
final class Sample {

	private static final List<Line> LINES = List.of(new Line(Style.TITLE, "长白山人参 · 红参"),
			new Line(Style.SUBTITLE, "红参 · 净含量 300 g"), new Line(Style.BODY, "清河示范参场 · 吉林集安"),
			new Line(Style.BODY, "五年生 · 2024年9月采收"));

	private static final LabelKeys KEYS = LabelKeys.parse("1 " + "A".repeat(43) + "=");

	private static final Gtin ITEM = new Gtin("9520123456788");

	private Sample() {
	}

	static LabelText text() {
		return new LabelText(LINES, "", false);
	}

	static List<String> lines() {
		return LINES.stream().map(Line::text).toList();
	}

	/** One of a million. */
	static Job.Label label(int index) {
		LabelCode code = KEYS.encode(1, new LabelNumber(7, index));
		return new Job.Label(DigitalLink.of("https://trace.example.cn", ITEM, code), code.printed());
	}

	/** Puts a sample where a peer of any language can read it. */
	static void write(Path folder, int labels) throws IOException {
		var rows = new StringBuilder();
		for (int index = 1; index <= labels; index++) {
			Job.Label label = label(index);
			rows.append(label.content()).append('\t').append(label.letters()).append('\n');
		}
		Files.writeString(folder.resolve("labels.tsv"), rows, StandardCharsets.UTF_8);
		Files.writeString(folder.resolve("lines.txt"), String.join("\n", lines()), StandardCharsets.UTF_8);
		for (String weight : List.of("Regular", "Bold")) {
			String font = "/fonts/ttf/NotoSansSC/NotoSansSC-" + weight + ".ttf";
			try (var in = Objects.requireNonNull(Sample.class.getResourceAsStream(font), font)) {
				Files.write(folder.resolve(weight.toLowerCase(java.util.Locale.ROOT) + ".ttf"), in.readAllBytes());
			}
		}
	}

}
