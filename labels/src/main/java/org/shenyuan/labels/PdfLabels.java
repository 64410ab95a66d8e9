package org.shenyuan.labels;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.shenyuan.labels.LabelSheet.Drawn;

/**
 * Sheets of labels as PDF. The part all labels share is drawn once; sheets are drawn side
 * by side on as many cores as there are, and put into the file in order.
 */
final class PdfLabels {

	/** Pages show the shared part by this name. */
	private static final String ARTWORK = "L";

	/** Sheets that wait in memory at most, some 15 kB each. */
	private static final int AT_ONCE = 64;

	private final Stock stock;

	private final Artwork artwork;

	private final Dots dots;

	private final Letters regular;

	private final Letters bold;

	PdfLabels(Stock stock, Artwork artwork, Dots dots, Letters regular, Letters bold) {
		this.stock = stock;
		this.artwork = artwork;
		this.dots = dots;
		this.regular = regular;
		this.bold = bold;
	}

	void write(Job job, Function<Job.Label, Drawn> draw, OutputStream out) throws IOException {
		try (var file = new PrintFile(this.stock, this.regular, this.bold)) {
			var shared = new Ink();
			this.artwork.marks().forEach((mark) -> mark(shared, mark));
			file.form(ARTWORK, shared);
			int pages = job.pages(this.stock.cells());
			for (int first = 1; first <= pages; first += AT_ONCE) {
				List<PrintFile.Content> drawn = IntStream.range(first, Math.min(pages + 1, first + AT_ONCE))
					.parallel()
					.mapToObj((page) -> page(job.pages(page, page, this.stock.cells()), draw))
					.toList();
				for (PrintFile.Content page : drawn) {
					file.page(page);
				}
			}
			file.save(out);
		}
	}

	private PrintFile.Content page(Job job, Function<Job.Label, Drawn> draw) {
		Ink ink = new Ink().millimetres();
		for (int index = job.from(); index <= job.to(); index++) {
			int cell = job.firstCell() - 1 + index - job.from();
			ink.at(this.dots.nearest(this.stock.x(cell)),
					this.stock.paperHeight() - this.dots.nearest(this.stock.y(cell)) - this.stock.labelHeight())
				.form(ARTWORK);
			Drawn drawn = draw.apply(job.labels().apply(index));
			ink.at(drawn.x(), this.stock.labelHeight() - drawn.y(), drawn.module(), -drawn.module())
				.symbol(drawn.symbol())
				.restore();
			drawn.letters().forEach((letters) -> mark(ink, letters));
			ink.restore();
		}
		return PrintFile.Content.of(ink);
	}

	private void mark(Ink ink, Mark mark) {
		ink.mark(mark, this.stock.labelHeight(), this.regular, this.bold);
	}

}
