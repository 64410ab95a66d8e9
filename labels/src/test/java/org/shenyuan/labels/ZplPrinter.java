package org.shenyuan.labels;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads ZPL II as a printer does, written from its description alone: stored graphics
 * (~DG, ^XG, ^ID), fields (^FO, ^GF, ^FS) and label sizes (^PW, ^LL). Any other command
 * is an error.
 */
record ZplPrinter(List<BufferedImage> labels) {

	private static final int PAPER = 0xffffff;

	private static final Pattern COMMAND = Pattern.compile("([~^])([A-Z]{2})([^~^]*)");

	static ZplPrinter of(String zpl) {
		Map<String, BufferedImage> stored = new HashMap<>();
		List<BufferedImage> labels = new ArrayList<>();
		int width = 0;
		int x = 0;
		int y = 0;
		BufferedImage label = null;
		Matcher commands = COMMAND.matcher(zpl.replace("\n", ""));
		int end = 0;
		while (commands.find()) {
			if (commands.start() != end) {
				throw new IllegalStateException("between commands at " + end);
			}
			end = commands.end();
			String[] values = commands.group(3).split(",", -1);
			switch (commands.group(1) + commands.group(2)) {
				case "~DG" -> {
					String data = commands.group(3).split(",", 4)[3];
					stored.put(values[0], graphic(Integer.parseInt(values[1]), Integer.parseInt(values[2]), data));
				}
				case "^XA" -> label = null;
				case "^LH" -> {
				}
				case "^PW" -> width = Integer.parseInt(values[0]);
				case "^LL" -> {
					label = new BufferedImage(width, Integer.parseInt(values[0]), BufferedImage.TYPE_INT_RGB);
					fill(label);
				}
				case "^FO" -> {
					x = Integer.parseInt(values[0]);
					y = Integer.parseInt(values[1]);
				}
				case "^XG" -> print(Objects.requireNonNull(label), Objects.requireNonNull(stored.get(values[0])), x, y);
				case "^GF" -> {
					String data = commands.group(3).split(",", 5)[4];
					if (!values[0].equals("A") || !values[1].equals(values[2])) {
						throw new IllegalStateException(commands.group());
					}
					print(Objects.requireNonNull(label),
							graphic(Integer.parseInt(values[2]), Integer.parseInt(values[3]), data), x, y);
				}
				case "^ID" -> stored.remove(values[0]);
				case "^FS" -> {
				}
				case "^XZ" -> {
					if (label != null) {
						labels.add(label);
					}
				}
				default -> throw new IllegalStateException("no such command here: " + commands.group());
			}
		}
		if (end != zpl.replace("\n", "").length()) {
			throw new IllegalStateException("after the last command at " + end);
		}
		return new ZplPrinter(labels);
	}

	private static void fill(BufferedImage image) {
		for (int y = 0; y < image.getHeight(); y++) {
			for (int x = 0; x < image.getWidth(); x++) {
				image.setRGB(x, y, PAPER);
			}
		}
	}

	private static void print(BufferedImage label, BufferedImage graphic, int left, int top) {
		for (int y = 0; y < graphic.getHeight(); y++) {
			for (int x = 0; x < graphic.getWidth(); x++) {
				if (graphic.getRGB(x, y) != (0xff000000 | PAPER) && left + x < label.getWidth()
						&& top + y < label.getHeight()) {
					label.setRGB(left + x, top + y, 0);
				}
			}
		}
	}

	/** Unpacks hexadecimal with repeat counts, row by row. */
	private static BufferedImage graphic(int bytes, int bytesPerRow, String data) {
		var image = new BufferedImage(bytesPerRow * 8, bytes / bytesPerRow, BufferedImage.TYPE_INT_RGB);
		fill(image);
		var row = new StringBuilder();
		String above = "0".repeat(2 * bytesPerRow);
		int y = 0;
		int count = 0;
		for (int i = 0; i < data.length(); i++) {
			char c = data.charAt(i);
			if (c >= 'G' && c <= 'Y') {
				count += c - 'G' + 1;
			}
			else if (c >= 'g' && c <= 'z') {
				count += 20 * (c - 'g' + 1);
			}
			else if (c == ':') {
				row.append(above);
			}
			else if (c == ',') {
				row.append("0".repeat(2 * bytesPerRow - row.length()));
			}
			else if (c == '!') {
				row.append("F".repeat(2 * bytesPerRow - row.length()));
			}
			else if (Character.digit(c, 16) >= 0) {
				row.append(String.valueOf(c).repeat(Math.max(1, count)));
				count = 0;
			}
			else {
				throw new IllegalStateException("no such letter in a graphic: " + c);
			}
			if (row.length() > 2 * bytesPerRow) {
				throw new IllegalStateException("a row too long: " + row);
			}
			if (row.length() == 2 * bytesPerRow) {
				for (int digit = 0; digit < row.length(); digit++) {
					for (int bit = 0; bit < 4; bit++) {
						if ((Character.digit(row.charAt(digit), 16) >> (3 - bit) & 1) == 1) {
							image.setRGB(4 * digit + bit, y, 0);
						}
					}
				}
				above = row.toString();
				row.setLength(0);
				y++;
			}
		}
		if (y != image.getHeight()) {
			throw new IllegalStateException(y + " rows of " + image.getHeight());
		}
		return image;
	}

	/** How many dots each stretch of black has in the rows and columns of a square. */
	static List<Integer> runs(BufferedImage label, Rectangle square) {
		var runs = new ArrayList<Integer>();
		int side = square.width;
		for (int line = 0; line < side; line++) {
			for (boolean across : new boolean[] { true, false }) {
				int run = 0;
				for (int i = 0; i <= side; i++) {
					int x = square.x + (across ? i : line);
					int y = square.y + (across ? line : i);
					boolean black = i < side && (label.getRGB(x, y) & PAPER) == 0;
					if (black) {
						run++;
					}
					else if (run > 0) {
						runs.add(run);
						run = 0;
					}
				}
			}
		}
		return runs;
	}

}
