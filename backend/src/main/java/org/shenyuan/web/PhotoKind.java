package org.shenyuan.web;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What photographs may come as, told by their first bytes: a file's name proves nothing.
 */
public enum PhotoKind {

	JPEG("ffd8ff"), PNG("89504e470d0a1a0a");

	private static final int LONGEST_START = 8;

	/** Hexadecimal. */
	private final String start;

	PhotoKind(String start) {
		this.start = start;
	}

	/** Nothing for what is neither. */
	public static Optional<PhotoKind> of(byte[] photo) {
		String begin = HexFormat.of().formatHex(photo, 0, Math.min(LONGEST_START, photo.length));
		return Arrays.stream(values()).filter((kind) -> begin.startsWith(kind.start)).findFirst();
	}

	/** As HTTP names it. */
	public String mediaType() {
		return "image/" + format();
	}

	/** As the platform's readers of pictures name it. */
	public String format() {
		return (this == JPEG) ? "jpeg" : "png";
	}

}
