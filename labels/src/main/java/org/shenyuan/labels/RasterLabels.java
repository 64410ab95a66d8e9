package org.shenyuan.labels;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.function.Function;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

import org.shenyuan.labels.LabelSheet.Drawn;

/** Labels as dots, grey at the edges of letters and black or white in symbols. */
final class RasterLabels {

	private static final String PNG_METADATA = "javax_imageio_png_1.0";

	private final Stock stock;

	private final Artwork artwork;

	private final Dots dots;

	RasterLabels(Stock stock, Artwork artwork, Dots dots) {
		this.stock = stock;
		this.artwork = artwork;
		this.dots = dots;
	}

	/** The first sheet of a job. */
	BufferedImage page(Job job, Function<Job.Label, Drawn> draw) {
		BufferedImage page = paper(this.stock.paperWidth(), this.stock.paperHeight());
		Graphics2D graphics = graphics(page);
		int index = job.from();
		for (int cell = job.firstCell() - 1; cell < this.stock.cells() && index <= job.to(); cell++, index++) {
			Graphics2D label = (Graphics2D) graphics.create();
			label.translate(this.dots.count(this.stock.x(cell)), this.dots.count(this.stock.y(cell)));
			shared(label);
			own(label, draw.apply(job.labels().apply(index)));
			label.dispose();
		}
		graphics.dispose();
		return page;
	}

	/** What all labels share, alone on a label's size. */
	BufferedImage shared() {
		BufferedImage label = paper(this.stock.labelWidth(), this.stock.labelHeight());
		Graphics2D graphics = graphics(label);
		shared(graphics);
		graphics.dispose();
		return label;
	}

	/** What is one label's own, alone on a label's size. */
	BufferedImage own(Drawn drawn) {
		BufferedImage label = paper(this.stock.labelWidth(), this.stock.labelHeight());
		Graphics2D graphics = graphics(label);
		own(graphics, drawn);
		graphics.dispose();
		return label;
	}

	/** Where a label's symbol is, in dots, without its quiet zone. */
	Rectangle place(Drawn drawn) {
		int side = this.dots.count(drawn.module()) * drawn.symbol().size();
		return new Rectangle(this.dots.count(drawn.x()), this.dots.count(drawn.y()), side, side);
	}

	/** A whole label. */
	BufferedImage label(Drawn drawn) {
		BufferedImage label = shared();
		Graphics2D graphics = graphics(label);
		own(graphics, drawn);
		graphics.dispose();
		return label;
	}

	private BufferedImage paper(double width, double height) {
		var image = new BufferedImage(Math.max(1, this.dots.count(width)), Math.max(1, this.dots.count(height)),
				BufferedImage.TYPE_BYTE_GRAY);
		Graphics2D graphics = image.createGraphics();
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
		graphics.dispose();
		return image;
	}

	private static Graphics2D graphics(BufferedImage image) {
		Graphics2D graphics = image.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		graphics.setColor(Color.BLACK);
		return graphics;
	}

	private void shared(Graphics2D graphics) {
		this.artwork.marks().forEach((mark) -> mark(graphics, mark));
	}

	private void own(Graphics2D graphics, Drawn drawn) {
		int module = this.dots.count(drawn.module());
		int left = this.dots.count(drawn.x());
		int top = this.dots.count(drawn.y());
		for (Symbol.Run run : drawn.symbol().runs()) {
			graphics.fillRect(left + run.x() * module, top + run.y() * module, run.length() * module, module);
		}
		drawn.letters().forEach((letters) -> mark(graphics, letters));
	}

	private void mark(Graphics2D graphics, Mark mark) {
		switch (mark) {
			case Mark.Text text -> text(graphics, text);
			case Mark.Frame frame -> frame(graphics, frame);
		}
	}

	private void text(Graphics2D graphics, Mark.Text text) {
		graphics.setColor(text.white() ? Color.WHITE : Color.BLACK);
		double scale = 1 / this.dots.pitch();
		text.glyphs().forEach((glyph) -> {
			double size = text.em() * scale / glyph.font().unitsPerEm();
			var place = new AffineTransform(size, 0, 0, -size, glyph.x() * scale, text.baseline() * scale);
			graphics.fill(glyph.font().outline(glyph.codePoint()).createTransformedShape(place));
		});
		graphics.setColor(Color.BLACK);
	}

	private void frame(Graphics2D graphics, Mark.Frame frame) {
		double scale = 1 / this.dots.pitch();
		if (frame.radius() == 0 && frame.line() == 0) {
			graphics.fill(new Rectangle2D.Double(frame.x() * scale, frame.y() * scale, frame.width() * scale,
					frame.height() * scale));
			return;
		}
		var shape = new RoundRectangle2D.Double(frame.x() * scale, frame.y() * scale, frame.width() * scale,
				frame.height() * scale, 2 * frame.radius() * scale, 2 * frame.radius() * scale);
		if (frame.line() > 0) {
			graphics.setStroke(new BasicStroke((float) (frame.line() * scale)));
			graphics.draw(shape);
		}
		else {
			graphics.fill(shape);
		}
	}

	/** Writes an image that knows how large its dots are. */
	static void png(BufferedImage image, Dots dots, OutputStream out) throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
		try (ImageOutputStream stream = Objects.requireNonNull(ImageIO.createImageOutputStream(out))) {
			IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image),
					writer.getDefaultWriteParam());
			String perMetre = Long.toString(Math.round(1000 / dots.pitch()));
			var physical = new IIOMetadataNode("pHYs");
			physical.setAttribute("pixelsPerUnitXAxis", perMetre);
			physical.setAttribute("pixelsPerUnitYAxis", perMetre);
			physical.setAttribute("unitSpecifier", "meter");
			var root = new IIOMetadataNode(PNG_METADATA);
			root.appendChild(physical);
			metadata.mergeTree(PNG_METADATA, root);
			writer.setOutput(stream);
			writer.write(metadata, new IIOImage(image, null, metadata), null);
		}
		finally {
			writer.dispose();
		}
	}

}
