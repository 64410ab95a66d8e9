package org.shenyuan.labels;

import java.util.List;
import java.util.stream.Stream;

import org.shenyuan.labels.TextColumn.Block;
import org.shenyuan.labels.TextColumn.Item;

/**
 * Where things stand on a label, in millimetres from its lower left corner: the symbol at
 * the left, the texts right of it, the code across below, and at the foot an invitation
 * to scan, which a demonstration label turns into a black band with its mark.
 */
final class Artwork {

	/** Cutters and printers wander; nothing is printed nearer to the edge. */
	static final double MARGIN = 2;

	/** The symbol's box, quiet zone included: 41 modules of seven dots. */
	static final double SYMBOL = 287 * Dots.PITCH;

	/** A module a phone reads from hand's distance: four dots at 300 dpi. */
	static final double SMALLEST_MODULE = 0.33;

	static final String INVITATION = "扫码溯源 · Scan to trace";

	static final String DEMONSTRATION = "演示 DEMO";

	private static final double FOOT = 4.2;

	private static final double FOOT_POINTS = 7;

	private static final double MARK_POINTS = 9;

	private static final double CODE_POINTS = 8;

	private static final double CODE_CELL = 2.45;

	private static final double CODE_BASELINE = MARGIN + FOOT + 2;

	/** Four modules of quiet end at the box; a little air and the text begins. */
	private static final double COLUMN_LEFT = MARGIN + SYMBOL + 0.5;

	private static final double COLUMN_HEIGHT = 18.4;

	private static final double NARROWEST_COLUMN = 20;

	private static final double LARGEST_GAP = 0.9;

	private static final double FRAME_LINE = 0.2;

	private final Stock stock;

	private final LabelText text;

	private final Typeface typeface;

	private final List<Block> column;

	Artwork(Stock stock, LabelText text, Typeface typeface) {
		this.stock = stock;
		this.text = text;
		this.typeface = typeface;
		double narrowest = COLUMN_LEFT + NARROWEST_COLUMN + MARGIN;
		double lowest = MARGIN + SYMBOL + CODE_BASELINE + CODE_POINTS * Ink.MILLIMETRES_PER_POINT;
		if (stock.labelWidth() < narrowest || stock.labelHeight() < lowest) {
			throw LabelRefused.labelTooSmall(stock, narrowest, Math.ceil(lowest * 10) / 10);
		}
		List<Item> items = items();
		items.forEach((item) -> item.face().refuseMissing(item.text()));
		this.column = new TextColumn(stock.labelWidth() - MARGIN - COLUMN_LEFT, COLUMN_HEIGHT).fit(items);
	}

	private List<Item> items() {
		Face regular = this.typeface.regular();
		return Stream.of(new Item(this.text.product(), this.typeface.bold(), 10, false),
				new Item(this.text.contents(), regular, 8, false), new Item(this.text.origin(), regular, 7, false),
				new Item(this.text.harvest(), regular, 7, false), new Item(this.text.certificate(), regular, 7, true),
				new Item(this.text.warning(), regular, 6, false))
			.filter((item) -> !item.text().isBlank())
			.toList();
	}

	/** Every character printed in a face, so that its subset can be cut. */
	String characters(Face face) {
		var characters = new StringBuilder(INVITATION).append(DEMONSTRATION);
		this.column.stream()
			.map(Block::item)
			.filter((item) -> item.face() == face)
			.forEach((item) -> characters.append(item.text()));
		return characters.toString();
	}

	/** What all labels of a run share, lined up with a symbol of this size. */
	Ink shared(QrSymbol symbol, FontSubset regular, FontSubset bold) {
		var ink = new Ink();
		double module = symbol.moduleMillimetres(SYMBOL);
		drawColumn(ink, module, regular, bold);
		double left = inkLeft(module);
		double middle = MARGIN + FOOT / 2;
		if (!this.text.demonstration()) {
			return ink.text(regular, INVITATION, FOOT_POINTS, left, baseline(middle, FOOT_POINTS));
		}
		// A rounded label's corner comes as near as its sides if the band is rounded too.
		double radius = Math.max(0, this.stock.cornerRadius() - MARGIN);
		ink.fillBox(MARGIN, MARGIN, this.stock.labelWidth() - 2 * MARGIN, FOOT, radius).white();
		ink.text(bold, DEMONSTRATION, MARK_POINTS, left, baseline(middle, MARK_POINTS));
		double width = this.typeface.regular().width(INVITATION) * FOOT_POINTS * Ink.MILLIMETRES_PER_POINT;
		double right = this.stock.labelWidth() - left;
		return ink.text(regular, INVITATION, FOOT_POINTS, right - width, baseline(middle, FOOT_POINTS)).black();
	}

	/** From the symbol's first dark row to its last, as far as the texts allow. */
	private void drawColumn(Ink ink, double module, FontSubset regular, FontSubset bold) {
		double spare = (SYMBOL - 2 * QrSymbol.QUIET_ZONE * module - TextColumn.height(this.column))
				/ Math.max(1, this.column.size() - 1);
		double air = Math.clamp(spare, 0, LARGEST_GAP);
		double top = this.stock.labelHeight() - inkLeft(module) + TextColumn.gap(this.column.getFirst()) + air;
		for (Block block : this.column) {
			top -= TextColumn.gap(block) + air;
			double padding = block.item().padding();
			if (block.item().framed()) {
				ink.strokeBox(COLUMN_LEFT + FRAME_LINE / 2, top - block.height(), block.width(), block.height(),
						2 * padding, FRAME_LINE);
			}
			double baseline = top - padding - TextColumn.ABOVE * block.em();
			for (String line : block.lines()) {
				FontSubset font = (block.item().face() == bold.face()) ? bold : regular;
				ink.text(font, line, block.points(), COLUMN_LEFT + block.item().indent(), baseline);
				baseline -= block.leading();
			}
			top -= block.height();
		}
	}

	/** What is one label's own. */
	void draw(Ink ink, QrSymbol symbol, LabelCode code, FontSubset regular) {
		double module = symbol.moduleMillimetres(SYMBOL);
		double left = inkLeft(module);
		ink.at(left, this.stock.labelHeight() - left, module, -module).symbol(symbol).restore();
		ink.code(regular, code.printed(), CODE_POINTS, CODE_CELL, left, CODE_BASELINE);
	}

	/** The symbol's first dark column, which the lines below it line up with. */
	private static double inkLeft(double module) {
		return Dots.nearest(MARGIN) + QrSymbol.QUIET_ZONE * module;
	}

	/** The baseline that puts ideographs around a middle line. */
	private static double baseline(double middle, double points) {
		return middle - (TextColumn.ABOVE - TextColumn.BELOW) / 2 * points * Ink.MILLIMETRES_PER_POINT;
	}

}
