package org.shenyuan.labels;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.function.Function;

import org.shenyuan.labels.LabelSheet.Drawn;

/** Labels as SVG: everything is a path, so that it looks the same without the font. */
final class SvgLabels {

	private final Stock stock;

	private final Artwork artwork;

	private final StringBuilder svg = new StringBuilder();

	SvgLabels(Stock stock, Artwork artwork) {
		this.stock = stock;
		this.artwork = artwork;
	}

	/** The first sheet of a job. */
	String page(Job job, Function<Job.Label, Drawn> draw) {
		String width = number(this.stock.paperWidth());
		String height = number(this.stock.paperHeight());
		this.svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "mm\" height=\"" + height
				+ "mm\" viewBox=\"0 0 " + width + " " + height);
		this.svg.append("\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><defs><g id=\"shared\">");
		this.artwork.marks().forEach(this::mark);
		this.svg.append("</g></defs>\n");
		int index = job.from();
		for (int cell = job.firstCell() - 1; cell < this.stock.cells() && index <= job.to(); cell++, index++) {
			this.svg.append("<g transform=\"translate(")
				.append(number(this.stock.x(cell)))
				.append(' ')
				.append(number(this.stock.y(cell)))
				.append(")\"><use href=\"#shared\"/>");
			own(draw.apply(job.labels().apply(index)));
			this.svg.append("</g>\n");
		}
		return this.svg.append("</svg>\n").toString();
	}

	private void own(Drawn drawn) {
		this.svg.append("<path shape-rendering=\"crispEdges\" transform=\"translate(")
			.append(number(drawn.x()))
			.append(' ')
			.append(number(drawn.y()))
			.append(") scale(")
			.append(number(drawn.module()))
			.append(")\" d=\"");
		for (Symbol.Run run : drawn.symbol().runs()) {
			this.svg.append('M').append(run.x()).append(' ').append(run.y());
			this.svg.append('h').append(run.length()).append("v1h-").append(run.length()).append('z');
		}
		this.svg.append("\"/>");
		drawn.letters().forEach(this::mark);
	}

	private void mark(Mark mark) {
		switch (mark) {
			case Mark.Text text -> text(text);
			case Mark.Frame frame -> frame(frame);
		}
	}

	private void text(Mark.Text text) {
		this.svg.append(text.white() ? "<path fill=\"#fff\" d=\"" : "<path d=\"");
		text.glyphs().forEach((glyph) -> {
			double size = text.em() / glyph.font().unitsPerEm();
			PathIterator path = glyph.font()
				.outline(glyph.codePoint())
				.getPathIterator(new AffineTransform(size, 0, 0, -size, glyph.x(), text.baseline()));
			double[] points = new double[6];
			for (; !path.isDone(); path.next()) {
				segment(path.currentSegment(points), points);
			}
		});
		this.svg.append("\"/>");
	}

	private void segment(int kind, double[] points) {
		switch (kind) {
			case PathIterator.SEG_MOVETO -> segment('M', points, 2);
			case PathIterator.SEG_LINETO -> segment('L', points, 2);
			case PathIterator.SEG_QUADTO -> segment('Q', points, 4);
			case PathIterator.SEG_CUBICTO -> segment('C', points, 6);
			default -> this.svg.append('Z');
		}
	}

	private void segment(char letter, double[] points, int count) {
		this.svg.append(letter);
		for (int i = 0; i < count; i++) {
			this.svg.append((i > 0) ? " " : "").append(number(points[i]));
		}
	}

	private void frame(Mark.Frame frame) {
		this.svg.append("<rect x=\"").append(number(frame.x())).append("\" y=\"").append(number(frame.y()));
		this.svg.append("\" width=\"")
			.append(number(frame.width()))
			.append("\" height=\"")
			.append(number(frame.height()));
		this.svg.append("\" rx=\"").append(number(frame.radius()));
		if (frame.line() > 0) {
			this.svg.append("\" fill=\"none\" stroke=\"#000\" stroke-width=\"").append(number(frame.line()));
		}
		this.svg.append("\"/>");
	}

	/** Thousandths of a millimetre, modules to a millionth: 41 of them add up. */
	private static String number(double value) {
		String text = String.valueOf(Math.round(value * 1e6) / 1e6);
		return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
	}

}
