package org.shenyuan.labels;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;

import org.shenyuan.labels.LabelSheet.Drawn;

/** Sheets of labels as PDF. The part all labels share is drawn once. */
final class PdfLabels {

	/** Pages show the shared part by this name. */
	private static final String ARTWORK = "L";

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
			int index = job.from();
			int cell = job.firstCell() - 1;
			while (index <= job.to()) {
				Ink ink = new Ink().millimetres();
				for (; cell < this.stock.cells() && index <= job.to(); cell++, index++) {
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
				cell = 0;
				file.page(ink);
			}
			file.save(out);
		}
	}

	private void mark(Ink ink, Mark mark) {
		ink.mark(mark, this.stock.labelHeight(), this.regular, this.bold);
	}

}
