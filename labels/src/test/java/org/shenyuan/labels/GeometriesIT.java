package org.shenyuan.labels;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shenyuan.labels.LabelRefused.Reason;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Label geometries that are really sold, filled with labels, drawn in an office printer's
 * dots by one stranger and read by two.
 */
class GeometriesIT {

	private static final int SAMPLE = 60;

	private static final Typeface TYPEFACE = Typeface.notoSansSc();

	private static final LabelText NOTHING = new LabelText(List.of(), "", false);

	private static final LabelKeys KEYS = new LabelKeys(new TreeMap<>(Map.of(1, new byte[LabelKeys.KEY_BYTES])));

	private static final List<Stock> LARGE = new ArrayList<>();

	private static final List<LabelRefused> SMALL = new ArrayList<>();

	@TempDir
	private Path folder;

	@BeforeAll
	static void arrange() throws IOException {
		for (Geometry geometry : Geometry.all()) {
			if (geometry.isLabel() && GeometriesTests.refused(geometry) == null) {
				try {
					sheet(geometry.stock());
					LARGE.add(geometry.stock());
				}
				catch (LabelRefused ex) {
					SMALL.add(ex);
				}
			}
		}
	}

	/** A symbol and its code, the least a label may say. */
	private static LabelSheet sheet(Stock stock) throws IOException {
		return new LabelSheet(stock, Design.SEAL, NOTHING, TYPEFACE, label(1));
	}

	private static Job.Label label(int index) {
		LabelCode code = KEYS.encode(1, new LabelNumber(7, index));
		return new Job.Label(DigitalLink.of("https://trace.example.cn", null, code), code.printed());
	}

	@Test
	void whatIsTooSmallForASymbolIsRefusedWithTheNumbers() {
		assertThat(LARGE.size() + SMALL.size()).isEqualTo(1016);
		assertThat(SMALL).hasSizeBetween(150, 200).allSatisfy((refused) -> {
			assertThat(refused.reason()).isEqualTo(Reason.LABEL_TOO_SMALL);
			List<Double> room = sides(refused, 1);
			List<Double> needed = sides(refused, 5);
			assertThat(needed.get(0) > room.get(0) || needed.get(1) > room.get(1)).as(refused.getMessage()).isTrue();
		});
	}

	private static List<Double> sides(LabelRefused refused, int from) {
		return refused.numbers().subList(from, from + 2).stream().map(Double.class::cast).toList();
	}

	@Test
	void everyCellOfASampleIsReadByTwoScanners() {
		List<Stock> sample = Stream
			.concat(spread(LARGE.stream().filter(GeometriesIT::unusual).toList(), SAMPLE / 3),
					spread(LARGE.stream().filter((stock) -> !unusual(stock)).toList(), SAMPLE * 2 / 3))
			.toList();
		assertThat(sample).hasSize(SAMPLE)
			.doesNotHaveDuplicates()
			.anyMatch((stock) -> stock.grids().size() > 1)
			.anyMatch((stock) -> stock.shape().equals(LabelShape.round(stock.labelWidth())))
			.anyMatch((stock) -> stock.shape().cornerWidth() > stock.shape().cornerHeight())
			.anyMatch((stock) -> stock.medium() instanceof Medium.Roll);
		sample.parallelStream().forEach(this::readEveryCell);
	}

	/** More than one grid, round corners that matter, or a roll. */
	private static boolean unusual(Stock stock) {
		return stock.grids().size() > 1 || stock.cornerRadius() > stock.labelHeight() / 4
				|| stock.medium() instanceof Medium.Roll;
	}

	/** So many of these, evenly over their sizes. */
	private static Stream<Stock> spread(List<Stock> stocks, int count) {
		List<Stock> sorted = stocks.stream()
			.sorted(Comparator.comparingDouble((stock) -> stock.labelWidth() * stock.labelHeight()))
			.toList();
		return IntStream.range(0, count).mapToObj((i) -> sorted.get(i * (sorted.size() - 1) / (count - 1)));
	}

	private void readEveryCell(Stock stock) {
		try {
			Path pdf = Files.createTempFile(this.folder, "page", ".pdf");
			try (OutputStream out = Files.newOutputStream(pdf)) {
				sheet(stock).pdf(new Job(1, stock.cells(), 1, GeometriesIT::label), out);
			}
			new Tool("pdftoppm").run("-r", 300, "-gray", "-singlefile", pdf, pdf);
			Path image = Path.of(pdf + ".pgm");
			var page = PrintedPage.of(image);
			List<String> seen = zbar(image).lines().toList();
			for (int cell = 0; cell < stock.cells(); cell++) {
				String content = label(cell + 1).content();
				BufferedImage label = page.cell(stock, cell);
				assertThat(SelfCheck.read(label, Decoder.zxing(), 1)).as("ZXing: %s, %d", stock.name(), cell)
					.isEqualTo(content);
				assertThat(seen.contains(content) || zbar(label).strip().equals(content))
					.as("zbar: %s, %d", stock.name(), cell)
					.isTrue();
			}
			Files.delete(image);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A scanner held to one label sees what it may miss on a full page. */
	private String zbar(BufferedImage label) throws IOException {
		Path image = Files.createTempFile(this.folder, "label", ".png");
		ImageIO.write(label, "png", image.toFile());
		return zbar(image);
	}

	private static String zbar(Path image) {
		return new Tool("zbarimg").run("--nodbus", "--quiet", "--raw", "-S*.disable", "-Sqrcode.enable", image);
	}

}
