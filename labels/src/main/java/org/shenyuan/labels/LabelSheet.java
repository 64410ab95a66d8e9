package org.shenyuan.labels;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.IntFunction;

/**
 * Sheets of labels as a PDF: vector symbols, an embedded subset of the font, black only,
 * and a request to the viewer not to scale. The same arguments give the same bytes. Make
 * one for a stock and a text, and share it: it does not change, and several threads may
 * write with it.
 */
public final class LabelSheet {

	/** The part all labels share is drawn once and shown on each by this name. */
	private static final String ARTWORK = "L";

	private final Stock stock;

	private final Artwork artwork;

	private final ErrorCorrection correction;

	private final FontSubset regular;

	private final FontSubset bold;

	/**
	 * Prepares sheets with the usual error correction, {@link ErrorCorrection#M}.
	 * @throws LabelRefused if the text does not fit, or has a character the font lacks
	 */
	public LabelSheet(Stock stock, LabelText text, Typeface typeface) throws IOException {
		this(stock, text, typeface, ErrorCorrection.M);
	}

	/**
	 * Prepares sheets.
	 * @throws LabelRefused if the text does not fit, or has a character the font lacks
	 */
	public LabelSheet(Stock stock, LabelText text, Typeface typeface, ErrorCorrection correction) throws IOException {
		this.stock = stock;
		this.correction = correction;
		this.artwork = new Artwork(stock, text, typeface);
		this.regular = new FontSubset("R", typeface.regular(),
				LabelCode.ALPHABET + "-" + this.artwork.characters(typeface.regular()));
		this.bold = new FontSubset("B", typeface.bold(), this.artwork.characters(typeface.bold()));
	}

	/** Sheets of paper for so many labels, from a cell on; cells are counted from 1. */
	public int sheets(int labels, int firstCell) {
		return Math.ceilDiv(labels + firstCell - 1, this.stock.cells());
	}

	/** The side of a module, in mm, in the symbol of this content. */
	public double moduleMillimetres(String content) {
		return QrSymbol.of(content, this.correction).moduleMillimetres(Artwork.SYMBOL);
	}

	/**
	 * Writes a run of labels, row by row.
	 * @param from the first label's index in its run
	 * @param to the last label's index
	 * @param firstCell the cell to start at on a sheet that was used before, 1 for a
	 * fresh one
	 * @param labels gives the label of an index; asked once for each, in order
	 * @param out where the document goes; stays open
	 * @throws LabelRefused if a module would be smaller than 0.33 mm
	 * @throws IllegalArgumentException if there are no labels, or no such cell
	 */
	public void write(int from, int to, int firstCell, IntFunction<Label> labels, OutputStream out) throws IOException {
		if (from > to) {
			throw new IllegalArgumentException("no labels from " + from + " to " + to);
		}
		if (firstCell < 1 || firstCell > this.stock.cells()) {
			throw new IllegalArgumentException(
					"no cell " + firstCell + " on a sheet of " + this.stock.cells() + " labels");
		}
		try (var file = new PrintFile(this.stock, this.regular, this.bold)) {
			int index = from;
			int cell = firstCell - 1;
			while (index <= to) {
				Ink ink = new Ink().millimetres();
				for (; cell < this.stock.cells() && index <= to; cell++, index++) {
					Label label = labels.apply(index);
					QrSymbol symbol = symbol(label.content());
					if (index == from) {
						file.form(ARTWORK, this.artwork.shared(symbol, this.regular, this.bold));
					}
					ink.at(Dots.nearest(this.stock.x(cell)),
							this.stock.paperHeight() - Dots.nearest(this.stock.y(cell)) - this.stock.labelHeight())
						.form(ARTWORK);
					this.artwork.draw(ink, symbol, label.code(), this.regular);
					ink.restore();
				}
				cell = 0;
				file.page(ink);
			}
			file.save(out);
		}
	}

	private QrSymbol symbol(String content) {
		QrSymbol symbol = QrSymbol.of(content, this.correction);
		double module = symbol.moduleMillimetres(Artwork.SYMBOL);
		if (module < Artwork.SMALLEST_MODULE) {
			throw LabelRefused.moduleTooSmall(module, Artwork.SMALLEST_MODULE, symbol.size());
		}
		return symbol;
	}

	/**
	 * One label: what its symbol says, and the code in letters below.
	 *
	 * @param content usually {@link DigitalLink}
	 * @param code the same label's code
	 */
	public record Label(String content, LabelCode code) {
	}

}
