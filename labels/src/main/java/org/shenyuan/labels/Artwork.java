package org.shenyuan.labels;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;

import org.shenyuan.labels.LabelText.Style;
import org.shenyuan.labels.TextColumn.Block;
import org.shenyuan.labels.TextColumn.Item;

/**
 * A label arranged: the symbol at the left or on top, the texts beside or below it, the
 * code in letters across below, and at the foot an invitation to scan, which a
 * demonstration label turns into a black band with its mark. Figures are those of a label
 * of 63.5 × 38.1 mm, in mm and points; they grow and shrink with the label.
 */
final class Artwork {

	/** The smallest module a phone reads from hand's distance, in mm. */
	static final double SMALLEST_MODULE = 0.33;

	static final String DEMONSTRATION = "演示 DEMO";

	/** What a label of the size above leaves to print on. */
	private static final double WIDTH = 59.5;

	private static final double HEIGHT = 34.1;

	private static final double SMALLEST_SCALE = TextColumn.SMALLEST / 8;

	private static final double LARGEST_SCALE = 2.2;

	private static final double FOOT = 4.2;

	private static final double FOOT_POINTS = 7;

	private static final double BAND_POINTS = 9;

	private static final double LETTER_POINTS = 8;

	private static final double LETTER_CELL = 2.45;

	/**
	 * From the symbol's box to the baseline of the letters, and from there to the foot.
	 */
	private static final double LETTERS_ABOVE = 3.6;

	private static final double LETTERS_BELOW = 2;

	/** How much of the room above the letters texts may have. */
	private static final double LETTERS_AIR = 0.4;

	private static final double LETTERS_LEADING = 3.4;

	/** A quiet zone ends at the symbol's box; a little air and the texts begin. */
	private static final double AIR = 0.5;

	private static final double NARROWEST_COLUMN = 15;

	private static final double LARGEST_GAP = 0.9;

	private static final double FRAME_LINE = 0.2;

	/** What the symbol takes at most of the width beside texts, or the height above. */
	private static final double LARGEST_SHARE = 0.45;

	private final LabelText text;

	private final Typeface typeface;

	private final Box area;

	private final boolean beside;

	private final double scale;

	private final double module;

	private final double symbolX;

	private final double symbolY;

	private final int letterLines;

	private final double letterPoints;

	private final List<Mark> marks = new ArrayList<>();

	/**
	 * Arranges a label in one of two ways.
	 * @param characters in the code's letters
	 * @param beside whether the texts stand beside the symbol, or below
	 */
	private Artwork(Stock stock, Design design, LabelText text, Typeface typeface, Dots dots, Symbol symbol,
			int characters, boolean beside) {
		this.text = text;
		this.typeface = typeface;
		this.area = area(stock);
		this.beside = beside;
		this.scale = Math.clamp(Math.min(this.area.width() / WIDTH, this.area.height() / HEIGHT), SMALLEST_SCALE,
				LARGEST_SCALE);
		double largest = Math.min(design.module() * Math.max(1, this.scale), Symbol.GS1_LARGEST_MODULE);
		boolean alone = text.lines().isEmpty();
		int modules = symbol.sizeWithQuietZone();
		double room = this.area.width() - (beside ? symbol.quietZone() * largest : 0);
		double smallestCell = LETTER_CELL * TextColumn.SMALLEST / LETTER_POINTS;
		this.letterLines = (characters * smallestCell <= room) ? 1 : 2;
		double cell = Math.min(LETTER_CELL * this.scale, room / Math.ceilDiv(characters, this.letterLines));
		this.letterPoints = cell / LETTER_CELL * LETTER_POINTS;
		double free = this.area.height() - foot() - lettersHeight();
		double box = beside ? Math.min(free, this.area.width() * LARGEST_SHARE)
				: Math.min(this.area.width(), alone ? free : free * LARGEST_SHARE);
		this.module = dots.whole(Math.min(box / modules, largest));
		if (this.module < SMALLEST_MODULE || this.letterPoints < TextColumn.SMALLEST) {
			throw tooSmall(stock, modules, 0, smallestCell * Math.ceilDiv(characters, 2));
		}
		double side = this.module * modules;
		this.symbolX = dots.nearest(this.area.x() + (beside ? 0 : (this.area.width() - side) / 2));
		this.symbolY = dots.nearest(this.area.y() + (alone ? (free - side) / 2 : 0));
		double quiet = symbol.quietZone() * this.module;
		double left = beside ? this.symbolX + side + AIR * this.scale : this.area.x();
		double top = beside ? this.symbolY + quiet : this.symbolY + side;
		double width = this.area.x() + this.area.width() - left;
		double height = this.area.y() + free + LETTERS_AIR * this.letterPoints / LETTER_POINTS - top;
		if (!alone && width < NARROWEST_COLUMN) {
			throw tooSmall(stock, modules, NARROWEST_COLUMN, 0);
		}
		drawColumn(left, top, width, height);
		drawFoot(stock, beside ? this.symbolX + quiet : this.area.x() + foot() / 2);
	}

	/**
	 * Arranges a label as suits its shape.
	 * @param symbol of any label of the run; all are as large
	 * @param letters of any label of the run; all are as long
	 * @throws LabelRefused if something does not fit or cannot be printed
	 */
	static Artwork of(Stock stock, Design design, LabelText text, Typeface typeface, Dots dots, Symbol symbol,
			String letters) {
		refuseUnprintable(text, typeface, letters);
		LabelText wanted = design.sparing() ? text.only(EnumSet.of(Style.TITLE, Style.MARK)) : text;
		boolean beside = stock.labelWidth() > 1.25 * stock.labelHeight();
		try {
			return new Artwork(stock, design, wanted, typeface, dots, symbol, letters.length(), beside);
		}
		catch (LabelRefused first) {
			try {
				return new Artwork(stock, design, wanted, typeface, dots, symbol, letters.length(), !beside);
			}
			catch (LabelRefused second) {
				if (design.sparing()) {
					return new Artwork(stock, design, text.only(EnumSet.noneOf(Style.class)), typeface, dots, symbol,
							letters.length(), false);
				}
				throw first;
			}
		}
	}

	private static void refuseUnprintable(LabelText text, Typeface typeface, String letters) {
		text.lines()
			.forEach((line) -> (line.style().bold() ? typeface.bold() : typeface.regular()).refuseMissing(line.text()));
		typeface.regular().refuseMissing(text.invitation());
		typeface.regular().refuseMissing(letters);
	}

	/** Small round corners may be passed: no ink is put into them. */
	private static Box area(Stock stock) {
		LabelShape shape = stock.shape();
		double margin = shape.margin();
		return (Math.max(shape.cornerWidth(), shape.cornerHeight()) > 2 * margin) ? stock.printable()
				: new Box(margin, margin, shape.width() - 2 * margin, shape.height() - 2 * margin);
	}

	private LabelRefused tooSmall(Stock stock, int modules, double beside, double letters) {
		double side = Math.max(this.module, SMALLEST_MODULE) * modules;
		return LabelRefused.labelTooSmall(stock, this.area, modules, SMALLEST_MODULE, Math.max(side + beside, letters),
				side + foot() + lettersHeight());
	}

	private double foot() {
		return FOOT * this.scale;
	}

	private double lettersHeight() {
		return (LETTERS_ABOVE + LETTERS_BELOW + (this.letterLines - 1) * LETTERS_LEADING) * this.letterPoints
				/ LETTER_POINTS;
	}

	/** From the symbol's first dark row to its last, as far as the texts allow. */
	private void drawColumn(double left, double top, double width, double height) {
		List<Item> items = this.text.lines().stream().map((line) -> {
			Style style = line.style();
			Face face = style.bold() ? this.typeface.bold() : this.typeface.regular();
			return new Item(line.text(), face, style.points() * this.scale, style.framed());
		}).toList();
		List<Block> column = new TextColumn(width, height).fit(items);
		double spare = (height - TextColumn.height(column)) / Math.max(1, column.size() - 1);
		double air = Math.clamp(spare, 0, LARGEST_GAP * this.scale);
		double slack = this.beside ? 0 : (spare - air) * Math.max(1, column.size() - 1) / 2;
		double y = top + slack - (column.isEmpty() ? 0 : TextColumn.gap(column.getFirst()) + air);
		for (Block block : column) {
			y += TextColumn.gap(block) + air;
			double indent = this.beside ? 0 : (width - block.width()) / 2;
			if (block.item().framed()) {
				this.marks.add(new Mark.Frame(left + indent + FRAME_LINE / 2, y, block.width() - FRAME_LINE,
						block.height(), 2 * block.item().padding(), FRAME_LINE));
			}
			double baseline = y + block.item().padding() + TextColumn.ABOVE * block.em();
			for (String line : block.lines()) {
				double x = left + block.item().indent() + (this.beside ? 0 : (width - block.width(line)) / 2);
				this.marks.add(new Mark.Text(block.item().face(), line, block.points(), x, baseline, 0, false));
				baseline += block.leading();
			}
			y += block.height();
		}
	}

	private void drawFoot(Stock stock, double left) {
		double top = this.area.y() + this.area.height() - foot();
		double middle = top + foot() / 2;
		double right = 2 * this.area.x() + this.area.width() - left;
		Mark.Text invitation = line(this.typeface.regular(), this.text.invitation(), FOOT_POINTS, left, middle, false);
		if (!this.text.demonstration()) {
			if (invitation.width() <= right - left) {
				this.marks.add(invitation);
			}
			return;
		}
		// A rounded label's corner comes as near as its sides if the band is rounded too.
		double radius = Math.clamp(stock.cornerRadius() - this.area.x(), 0, foot() / 2);
		this.marks.add(new Mark.Frame(this.area.x(), top, this.area.width(), foot(), radius, 0));
		Mark.Text mark = line(this.typeface.bold(), DEMONSTRATION, BAND_POINTS, left, middle, true);
		if (mark.width() + invitation.width() + foot() <= right - left) {
			double x = right - invitation.width();
			this.marks.add(line(this.typeface.regular(), this.text.invitation(), FOOT_POINTS, x, middle, true));
			this.marks.add(mark);
		}
		else {
			double x = this.area.x() + (this.area.width() - mark.width()) / 2;
			this.marks.add(line(this.typeface.bold(), DEMONSTRATION, BAND_POINTS, x, middle, true));
		}
	}

	/** A line whose ideographs stand around a middle. */
	private Mark.Text line(Face face, String text, double points, double x, double middle, boolean white) {
		double size = points * this.scale;
		double baseline = middle + (TextColumn.ABOVE - TextColumn.BELOW) / 2 * size * Mark.Text.MILLIMETRES_PER_POINT;
		return new Mark.Text(face, text, size, x, baseline, 0, white);
	}

	/** What all labels of a run share. */
	List<Mark> marks() {
		return List.copyOf(this.marks);
	}

	/** The characters that are printed in a face, with those of any code. */
	String characters(Face face, String code) {
		var characters = new StringBuilder((face == this.typeface.regular()) ? code : "");
		this.marks.forEach((mark) -> {
			if (mark instanceof Mark.Text text && text.face() == face) {
				characters.append(text.text());
			}
		});
		return characters.toString();
	}

	/** The side of a module, in mm, a whole number of dots. */
	double module() {
		return this.module;
	}

	/** The first module, in mm from the label's left edge. */
	double symbolX(Symbol symbol) {
		return this.symbolX + symbol.quietZone() * this.module;
	}

	/** The first module, in mm from the label's upper edge. */
	double symbolY(Symbol symbol) {
		return this.symbolY + symbol.quietZone() * this.module;
	}

	/** A code in letters, on one line or in two halves. */
	List<Mark.Text> letters(Symbol symbol, String letters) {
		double factor = this.letterPoints / LETTER_POINTS;
		double cell = LETTER_CELL * factor;
		double first = this.area.y() + this.area.height() - foot() - lettersHeight() + LETTERS_ABOVE * factor;
		int perLine = Math.ceilDiv(letters.length(), this.letterLines);
		return IntStream.range(0, this.letterLines).mapToObj((line) -> {
			String part = letters.substring(line * perLine, Math.min(letters.length(), (line + 1) * perLine));
			double x = this.beside ? symbolX(symbol) : this.area.x() + (this.area.width() - part.length() * cell) / 2;
			return new Mark.Text(this.typeface.regular(), part, this.letterPoints, x,
					first + line * LETTERS_LEADING * factor, cell, false);
		}).toList();
	}

}
