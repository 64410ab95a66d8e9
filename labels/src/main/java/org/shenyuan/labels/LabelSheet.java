package org.shenyuan.labels;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A design on a stock, ready to be printed as PDF, SVG, PNG or ZPL II. The same arguments
 * give the same bytes. Make one for a run and share it: it does not change, and several
 * threads may print with it.
 */
public final class LabelSheet {

	/** Every character that {@link LabelCode}, an SSCC or a count is written in. */
	private static final String LETTERS = LabelCode.ALPHABET + "-ILOU ().";

	private final Stock stock;

	private final Design design;

	private final Kind kind;

	private final Dots dots;

	private final Artwork artwork;

	private final Symbol sample;

	private final Letters regular;

	private final Letters bold;

	/**
	 * Prepares labels for an office printer: QR symbols on a raster of 300 dpi, which
	 * those of 600 and 1,200 dpi share.
	 * @param sample any label of the run; all have symbols as large and letters as many
	 * @throws LabelRefused if something does not fit, or cannot be printed
	 */
	public LabelSheet(Stock stock, Design design, LabelText text, Typeface typeface, Job.Label sample)
			throws IOException {
		this(stock, design, text, typeface, sample, Kind.QR, Dots.OFFICE.perInch());
	}

	/**
	 * Prepares labels.
	 * @param sample any label of the run; all have symbols as large and letters as many
	 * @param dotsPerInch the printer's: 203, 300, 600; modules are whole dots of it
	 * @throws LabelRefused if something does not fit, or cannot be printed
	 */
	public LabelSheet(Stock stock, Design design, LabelText text, Typeface typeface, Job.Label sample, Kind kind,
			int dotsPerInch) throws IOException {
		this.stock = stock;
		this.design = design;
		this.kind = kind;
		this.dots = new Dots(dotsPerInch);
		this.sample = symbol(sample.content());
		this.artwork = Artwork.of(stock, design, text, typeface, this.dots, this.sample, sample.letters());
		this.regular = new Letters("R", typeface.regular(),
				this.artwork.characters(typeface.regular(), LETTERS + sample.letters()));
		this.bold = new Letters("B", typeface.bold(), this.artwork.characters(typeface.bold(), ""));
	}

	/** What kind of symbol is printed. */
	public enum Kind {

		/** QR, for phones. */
		QR,

		/** GS1 DataMatrix, for tills and hospital scanners. */
		DATA_MATRIX

	}

	/** How a symbol comes out. */
	public Printed printed() {
		double module = this.artwork.module();
		return new Printed(this.sample.size(), module, this.sample.size() * module,
				Math.round(module / this.dots.pitch()), module < Symbol.GS1_SMALLEST_MODULE);
	}

	/**
	 * Sizes for people to see before they print.
	 *
	 * @param modules along a side
	 * @param moduleMillimetres one module's side
	 * @param symbolMillimetres the symbol's side without its quiet zone
	 * @param moduleDots one module's side in dots of the printer
	 * @param belowGs1 whether modules are smaller than GS1 recommends; phones still read
	 * them, old tills may not
	 */
	public record Printed(int modules, double moduleMillimetres, double symbolMillimetres, long moduleDots,
			boolean belowGs1) {
	}

	/**
	 * Writes a PDF (ISO 19005-2 level B) of vector drawings that asks viewers not to
	 * scale.
	 * @param out stays open
	 * @throws LabelRefused if a label's symbol does not fit where the sample's did
	 */
	public void pdf(Job job, OutputStream out) throws IOException {
		refuseCell(job);
		new PdfLabels(this.stock, this.artwork, this.dots, this.regular, this.bold).write(job, this::drawn, out);
	}

	/**
	 * Writes the first sheet of a job as SVG, letters as outlines.
	 * @throws LabelRefused if a label's symbol does not fit where the sample's did
	 */
	public String svg(Job job) {
		refuseCell(job);
		return new SvgLabels(this.stock, this.artwork).page(job, this::drawn);
	}

	/**
	 * Writes the first sheet of a job as a grey PNG in the printer's resolution.
	 * @param out stays open
	 * @throws LabelRefused if a label's symbol does not fit where the sample's did
	 */
	public void png(Job job, OutputStream out) throws IOException {
		refuseCell(job);
		RasterLabels.png(raster().page(job, this::drawn), this.dots, out);
	}

	/**
	 * Writes ZPL II for a thermal printer, label after label. Everything is sent as
	 * graphics, so no text can be taken for a command.
	 * @param out stays open
	 * @throws LabelRefused if a label's symbol does not fit where the sample's did
	 */
	public void zpl(Job job, OutputStream out) throws IOException {
		new ZplLabels(this.stock, this.dots, raster()).write(job, this::drawn, out);
	}

	Kind kind() {
		return this.kind;
	}

	RasterLabels raster() {
		return new RasterLabels(this.stock, this.artwork, this.dots);
	}

	/** What is one label's own. */
	Drawn drawn(Job.Label label) {
		Symbol symbol = symbol(label.content());
		if (symbol.size() > this.sample.size()) {
			throw LabelRefused.contentTooLong(label.content(), symbol.size(), this.sample.size());
		}
		return new Drawn(symbol, this.artwork.symbolX(symbol), this.artwork.symbolY(symbol), this.artwork.module(),
				this.artwork.letters(symbol, label.letters()));
	}

	/**
	 * A label's own marks, in mm from its upper left corner.
	 *
	 * @param x the symbol's first module
	 * @param module a module's side
	 */
	record Drawn(Symbol symbol, double x, double y, double module, List<Mark.Text> letters) {
	}

	private Symbol symbol(String content) {
		return switch (this.kind) {
			case QR -> Symbol.qr(content, this.design.correction());
			case DATA_MATRIX -> Symbol.dataMatrix(content);
		};
	}

	private void refuseCell(Job job) {
		if (job.firstCell() > this.stock.cells()) {
			throw new IllegalArgumentException(
					"no cell " + job.firstCell() + " on a sheet of " + this.stock.cells() + " labels");
		}
	}

}
