package org.shenyuan.labels;

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
	 * Hangul.
	 */
	public static Typeface notoSansSc() {
		return new Typeface(Face.read("/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf"),
				Face.read("/fonts/ttf/NotoSansSC/NotoSansSC-Bold.ttf"));
	}

	Face regular() {
		return this.regular;
	}

	Face bold() {
		return this.bold;
	}

}
