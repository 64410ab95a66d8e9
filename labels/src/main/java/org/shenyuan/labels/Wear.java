package org.shenyuan.labels;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Random;

/** What happens to a printed label before somebody scans it. */
public enum Wear {

	/** As the printer left it. */
	CLEAN,

	/** Out of focus, or ink that spread: a Gaussian of a third of a module. */
	BLURRED,

	/** A cheap camera: a little out of focus, and grain of a tenth of full contrast. */
	NOISY,

	/** Held askew by 5°. */
	TURNED,

	/** A blot over 5 % of the symbol, anywhere on it. */
	SCRATCHED,

	/** A blot over 15 % of the symbol, anywhere on it. */
	DAMAGED;

	private static final double BLUR = 1.0 / 3;

	private static final double TURN = Math.toRadians(5);

	private static final int GRAIN = 24;

	/**
	 * Wears a picture.
	 * @param symbol where the symbol is, in dots
	 * @param module a module's side, in dots
	 */
	BufferedImage worn(BufferedImage picture, Rectangle2D symbol, int module, Random random) {
		return switch (this) {
			case CLEAN -> picture;
			case BLURRED -> blurred(picture, BLUR * module);
			case NOISY -> noisy(blurred(picture, BLUR / 2 * module), random);
			case TURNED -> turned(picture);
			case SCRATCHED -> blotted(picture, symbol, 0.05, random);
			case DAMAGED -> blotted(picture, symbol, 0.15, random);
		};
	}

	private static BufferedImage blurred(BufferedImage picture, double sigma) {
		int reach = (int) Math.ceil(3 * sigma);
		float[] weights = new float[2 * reach + 1];
		float sum = 0;
		for (int i = 0; i < weights.length; i++) {
			weights[i] = (float) Math.exp(-0.5 * Math.pow((i - reach) / sigma, 2));
			sum += weights[i];
		}
		for (int i = 0; i < weights.length; i++) {
			weights[i] /= sum;
		}
		var across = new ConvolveOp(new Kernel(weights.length, 1, weights), ConvolveOp.EDGE_NO_OP, null);
		var down = new ConvolveOp(new Kernel(1, weights.length, weights), ConvolveOp.EDGE_NO_OP, null);
		return down.filter(across.filter(picture, null), null);
	}

	private static BufferedImage noisy(BufferedImage picture, Random random) {
		BufferedImage noisy = copy(picture, 0);
		int[] row = new int[noisy.getWidth()];
		for (int y = 0; y < noisy.getHeight(); y++) {
			noisy.getRaster().getSamples(0, y, row.length, 1, 0, row);
			for (int x = 0; x < row.length; x++) {
				row[x] = Math.clamp(row[x] + Math.round(random.nextGaussian() * GRAIN), 0, 255);
			}
			noisy.getRaster().setSamples(0, y, row.length, 1, 0, row);
		}
		return noisy;
	}

	private static BufferedImage turned(BufferedImage picture) {
		int edge = (int) Math.ceil(Math.sin(TURN) * Math.max(picture.getWidth(), picture.getHeight()));
		BufferedImage turned = copy(picture, edge);
		Graphics2D graphics = turned.createGraphics();
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, turned.getWidth(), turned.getHeight());
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		AffineTransform turn = AffineTransform.getRotateInstance(TURN, turned.getWidth() / 2.0,
				turned.getHeight() / 2.0);
		turn.translate(edge, edge);
		graphics.drawImage(picture, turn, null);
		graphics.dispose();
		return turned;
	}

	private static BufferedImage blotted(BufferedImage picture, Rectangle2D symbol, double share, Random random) {
		BufferedImage blotted = copy(picture, 0);
		double side = Math.sqrt(share);
		double x = symbol.getX() + random.nextDouble() * (1 - side) * symbol.getWidth();
		double y = symbol.getY() + random.nextDouble() * (1 - side) * symbol.getHeight();
		Graphics2D graphics = blotted.createGraphics();
		graphics.setColor(random.nextBoolean() ? Color.BLACK : Color.WHITE);
		graphics.fill(new Rectangle2D.Double(x, y, side * symbol.getWidth(), side * symbol.getHeight()));
		graphics.dispose();
		return blotted;
	}

	private static BufferedImage copy(BufferedImage picture, int edge) {
		var copy = new BufferedImage(picture.getWidth() + 2 * edge, picture.getHeight() + 2 * edge,
				BufferedImage.TYPE_BYTE_GRAY);
		Graphics2D graphics = copy.createGraphics();
		graphics.drawImage(picture, edge, edge, null);
		graphics.dispose();
		return copy;
	}

}
