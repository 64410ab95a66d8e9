package org.shenyuan.labels;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Scanner;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

import static org.assertj.core.api.Assertions.assertThat;

/** A page as an office printer would show it, 300 dots an inch. */
record PrintedPage(BufferedImage image) {

	private static final int DPI = 300;

	static PrintedPage of(byte[] pdf, int page) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PrintedPage(new PDFRenderer(document).renderImageWithDPI(page, DPI, ImageType.RGB));
		}
	}

	/** The text of a document, as it would be copied. */
	static String text(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFTextStripper().getText(document);
		}
	}

	/** A page that {@code pdftoppm -gray} drew: P5, width and height, 255, dots. */
	static PrintedPage of(Path pgm) throws IOException {
		byte[] bytes = Files.readAllBytes(pgm);
		var header = new Scanner(new ByteArrayInputStream(bytes), StandardCharsets.US_ASCII);
		assertThat(header.next()).isEqualTo("P5");
		var image = new BufferedImage(header.nextInt(), header.nextInt(), BufferedImage.TYPE_BYTE_GRAY);
		byte[] dots = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
		System.arraycopy(bytes, bytes.length - dots.length, dots, 0, dots.length);
		return new PrintedPage(image);
	}

	/** What a scanner reads in each cell, or nothing. */
	List<String> readCells(Stock stock) {
		var read = new ArrayList<String>();
		for (int cell = 0; cell < stock.cells(); cell++) {
			read.add(read(cell(stock, cell)));
		}
		return read;
	}

	/** Dots of ink within some millimetres of any label's rounded edge. */
	int inkNearEdges(Stock stock, double millimetres) {
		int ink = 0;
		for (int cell = 0; cell < stock.cells(); cell++) {
			BufferedImage label = cell(stock, cell);
			for (int y = 0; y < label.getHeight(); y++) {
				for (int x = 0; x < label.getWidth(); x++) {
					if ((label.getRGB(x, y) & 0xff) < 128
							&& fromEdge(stock, x + 0.5, y + 0.5) < millimetres - 25.4 / DPI) {
						ink++;
					}
				}
			}
		}
		return ink;
	}

	/** How far inside a label a dot is, in mm. */
	private static double fromEdge(Stock stock, double x, double y) {
		double radius = stock.cornerRadius();
		double aside = Math.abs(x / DPI * 25.4 - stock.labelWidth() / 2) - stock.labelWidth() / 2 + radius;
		double above = Math.abs(y / DPI * 25.4 - stock.labelHeight() / 2) - stock.labelHeight() / 2 + radius;
		return radius - Math.hypot(Math.max(aside, 0), Math.max(above, 0)) - Math.min(Math.max(aside, above), 0);
	}

	/**
	 * Dots that are neither paper nor ink, in a square at each label's upper left, in mm.
	 */
	int greyDots(Stock stock, double side) {
		int grey = 0;
		for (int cell = 0; cell < stock.cells(); cell++) {
			BufferedImage square = cell(stock, cell).getSubimage(0, 0, dots(side), dots(side));
			for (int y = 0; y < square.getHeight(); y++) {
				for (int x = 0; x < square.getWidth(); x++) {
					int brightness = square.getRGB(x, y) & 0xff;
					grey += (brightness > 15 && brightness < 240) ? 1 : 0;
				}
			}
		}
		return grey;
	}

	/** Whether there is ink within a dot of a place, in mm from the upper left. */
	boolean dark(double x, double y) {
		for (int dx = -1; dx <= 1; dx++) {
			for (int dy = -1; dy <= 1; dy++) {
				if ((this.image.getRGB(dots(x) + dx, dots(y) + dy) & 0xff) < 128) {
					return true;
				}
			}
		}
		return false;
	}

	/** One label of the page. */
	BufferedImage cell(Stock stock, int cell) {
		return this.image.getSubimage(dots(stock.x(cell)), dots(stock.y(cell)), dots(stock.labelWidth()),
				dots(stock.labelHeight()));
	}

	private static String read(BufferedImage label) {
		int[] pixels = label.getRGB(0, 0, label.getWidth(), label.getHeight(), null, 0, label.getWidth());
		var source = new RGBLuminanceSource(label.getWidth(), label.getHeight(), pixels);
		try {
			return new QRCodeReader()
				.decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
				.getText();
		}
		catch (ReaderException ex) {
			return "";
		}
	}

	private static int dots(double millimetres) {
		return (int) Math.round(millimetres / 25.4 * DPI);
	}

}
