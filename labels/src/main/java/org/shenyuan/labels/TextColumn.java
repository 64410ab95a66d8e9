package org.shenyuan.labels;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Texts one below the other in a narrow column. They keep their sizes if they can, shrink
 * together a little to stay on one line each, and then wrap and shrink down to a floor.
 *
 * @param width in mm
 * @param height in mm
 */
record TextColumn(double width, double height) {

	/** Smaller print is not read by the people who buy. */
	static final double SMALLEST = 5;

	/** What an ideograph reaches above and below its baseline, in ems. */
	static final double ABOVE = 0.85;

	static final double BELOW = 0.1;

	/** From a frame to the text below it, and beside it, in mm. */
	private static final double PADDING = 0.5;

	private static final double INDENT = 0.9;

	private static final double LEADING = 1.2;

	/** Between two texts, in ems of the lower one. */
	private static final double GAP = 0.3;

	/** Shrinking this far shows less than a word alone on a second line. */
	private static final double BEFORE_WRAPPING = 0.85;

	private static final double STEP = 0.025;

	List<Block> fit(List<Item> items) {
		for (double scale = 1; scale > BEFORE_WRAPPING; scale -= STEP) {
			List<Block> blocks = set(items, scale);
			if (blocks.stream().allMatch((block) -> block.lines().size() == 1) && fits(blocks)) {
				return blocks;
			}
		}
		double scale = 1;
		while (true) {
			List<Block> blocks = set(items, scale);
			if (fits(blocks)) {
				return blocks;
			}
			if (blocks.stream().allMatch((block) -> block.points() == SMALLEST)) {
				throw refuse(blocks);
			}
			scale -= STEP;
		}
	}

	private LabelRefused refuse(List<Block> blocks) {
		Block worst = blocks.stream()
			.max(Comparator.<Block, Boolean>comparing((block) -> block.width() > this.width)
				.thenComparingDouble((block) -> block.width(block.item().text())))
			.orElseThrow();
		return LabelRefused.textTooLong(worst.item().text(), SMALLEST, worst.width(worst.item().text()), this.width,
				this.height);
	}

	private boolean fits(List<Block> blocks) {
		return height(blocks) <= this.height && blocks.stream().allMatch((block) -> block.width() <= this.width);
	}

	static double height(List<Block> blocks) {
		return blocks.stream().mapToDouble(Block::height).sum()
				+ blocks.stream().skip(1).mapToDouble(TextColumn::gap).sum();
	}

	/** The room above a block, in mm. */
	static double gap(Block block) {
		return GAP * block.em();
	}

	private List<Block> set(List<Item> items, double scale) {
		return items.stream().map((item) -> {
			double points = Math.max(SMALLEST, item.points() * scale);
			return new Block(item, points, wrap(item, points));
		}).toList();
	}

	/** Breaks where Unicode allows it, so never before a full stop or within a word. */
	private List<String> wrap(Item item, double points) {
		double ems = (this.width - 2 * item.indent()) / (points * Mark.Text.MILLIMETRES_PER_POINT);
		String text = item.text();
		BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
		breaks.setText(text);
		var lines = new ArrayList<String>();
		int start = 0;
		int fitting = 0;
		for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
			if (fitting > start && item.face().width(text.substring(start, end).stripTrailing()) > ems) {
				lines.add(text.substring(start, fitting).strip());
				start = fitting;
			}
			fitting = end;
		}
		lines.add(text.substring(start).strip());
		return lines;
	}

	/** A text, the face and the size it would like, and whether it has a frame. */
	record Item(String text, Face face, double points, boolean framed) {

		double padding() {
			return this.framed ? PADDING : 0;
		}

		double indent() {
			return this.framed ? INDENT : 0;
		}

	}

	/** A text as it will be set. */
	record Block(Item item, double points, List<String> lines) {

		double em() {
			return this.points * Mark.Text.MILLIMETRES_PER_POINT;
		}

		double leading() {
			return LEADING * em();
		}

		double width() {
			return this.lines.stream().mapToDouble(this::width).max().orElse(0);
		}

		double width(String line) {
			return this.item.face().width(line) * em() + 2 * this.item.indent();
		}

		double height() {
			return (ABOVE + BELOW) * em() + (this.lines.size() - 1) * leading() + 2 * this.item.padding();
		}

	}

}
