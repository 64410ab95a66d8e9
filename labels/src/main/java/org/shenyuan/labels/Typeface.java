package org.shenyuan.labels;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.fontbox.util.autodetect.FontFileFinder;

/**
 * The letters labels are printed in. Reading them takes about 20 MB and a moment, so keep
 * one and share it; it is safe for use by several threads.
 */
public final class Typeface {

	private final Face regular;

	private final Face bold;

	private Typeface(Face regular, Face bold) {
		this.regular = regular;
		this.bold = bold;
	}

	/**
	 * Noto Sans SC (SIL Open Font License): Chinese, Latin, Greek and Cyrillic, no
	 * Hangul; {@link #orElse} adds it.
	 */
	public static Typeface notoSansSc() {
		return new Typeface(new Face(FontFile.resource("/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf")),
				new Face(FontFile.resource("/fonts/ttf/NotoSansSC/NotoSansSC-Bold.ttf")));
	}

	/**
	 * This typeface, and another for the characters that it lacks.
	 * @param regular a TrueType font file
	 * @param bold the same in bold; {@code regular} again if there is none
	 * @throws IOException if a file cannot be read, or has no TrueType outlines
	 */
	public Typeface orElse(Path regular, Path bold) throws IOException {
		return new Typeface(this.regular.orElse(FontFile.file(regular)), this.bold.orElse(FontFile.file(bold)));
	}

	/**
	 * This typeface, and one of the system's own for the characters that it lacks; this
	 * typeface alone if the system does not have it.
	 * @param regular a file's name, for example {@code NanumGothic.ttf}
	 * @param bold the same in bold
	 * @throws IOException if a file cannot be read, or has no TrueType outlines
	 */
	public Typeface orElseInstalled(String regular, String bold) throws IOException {
		Map<String, Path> installed = new FontFileFinder().find()
			.stream()
			.map(Path::of)
			.collect(Collectors.toMap((path) -> String.valueOf(path.getFileName()), Function.identity(),
					(first, second) -> first));
		Path regularFile = installed.get(regular);
		Path boldFile = installed.get(bold);
		return (regularFile != null && boldFile != null) ? orElse(regularFile, boldFile) : this;
	}

	/** Whether every character of a text is printed. */
	public boolean prints(String text) {
		try {
			this.regular.refuseMissing(text);
			this.bold.refuseMissing(text);
			return true;
		}
		catch (LabelRefused ex) {
			return false;
		}
	}

	Face regular() {
		return this.regular;
	}

	Face bold() {
		return this.bold;
	}

}
