package org.shenyuan.census;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.shenyuan.geometry.Outline;
import org.shenyuan.geometry.Position;

/**
 * Outlines drawn to scale, north up, without a map behind them: nobody else learns which
 * land is looked at.
 *
 * @param height of the drawing, which is 1000 wide
 * @param points where single positions are, in their order
 * @param barMetres a round length, {@code bar} wide in the drawing
 */
record Sketch(long height, List<Shape> shapes, List<Point> points, long barMetres, double bar) {

	private static final double WIDTH = 1000;

	private static final double MARGIN = 60;

	/** Narrower than it is high, a drawing would be cut to this. */
	private static final double MOST_HEIGHT = 1000;

	/** More names than this would hide the outlines. */
	private static final int MOST_NAMES = 40;

	/** Something to draw; {@code style} is a class of the style sheet. */
	record Drawn(String name, Outline outline, String style) {
	}

	/** As SVG has it; without a name when there are too many. */
	record Shape(String path, String style, @Nullable String name, double x, double y) {
	}

	/** A position in the drawing. */
	record Point(double x, double y) {
	}

	/** Nothing when there is nothing to draw. */
	static @Nullable Sketch of(List<Drawn> outlines) {
		return of(outlines, List.of());
	}

	/**
	 * @param places single positions that lie in the drawing as well
	 */
	static @Nullable Sketch of(List<Drawn> outlines, List<Position> places) {
		List<Position> points = Stream
			.concat(places.stream(),
					outlines.stream().flatMap((drawn) -> drawn.outline().rings().stream()).flatMap(List::stream))
			.toList();
		if (points.isEmpty()) {
			return null;
		}
		double west = points.stream().mapToDouble(Position::longitude).min().orElseThrow();
		double east = points.stream().mapToDouble(Position::longitude).max().orElseThrow();
		double south = points.stream().mapToDouble(Position::latitude).min().orElseThrow();
		double north = points.stream().mapToDouble(Position::latitude).max().orElseThrow();
		double squeeze = Math.max(0.01, Math.cos(Math.toRadians((south + north) / 2)));
		double wide = Math.max(1e-9, (east - west) * squeeze);
		double high = Math.max(1e-9, north - south);
		double scale = Math.min((WIDTH - 2 * MARGIN) / wide, (MOST_HEIGHT - 2 * MARGIN) / high);
		double height = high * scale + 2 * MARGIN;
		double left = (WIDTH - wide * scale) / 2;
		Frame frame = new Frame(west, north, scale * squeeze, scale, left);
		double metresWide = new Position(west, south).metresTo(new Position(east, south)) * WIDTH / (wide * scale);
		long bar = roundLength(metresWide / 4);
		return new Sketch(Math.round(height),
				outlines.stream().map((drawn) -> frame.shape(drawn, outlines.size() <= MOST_NAMES)).toList(),
				places.stream().map((place) -> new Point(frame.x(place), frame.y(place))).toList(), bar,
				bar * WIDTH / metresWide);
	}

	/** 1, 2 or 5 times a power of ten, at most this. */
	private static long roundLength(double metres) {
		double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, metres))));
		double steps = metres / power;
		return Math.round(power * ((steps >= 5) ? 5 : (steps >= 2) ? 2 : 1));
	}

	private record Frame(double west, double north, double across, double down, double left) {

		Shape shape(Drawn drawn, boolean named) {
			String path = drawn.outline()
				.rings()
				.stream()
				.map((ring) -> ring.stream().map(this::at).collect(Collectors.joining("L", "M", "Z")))
				.collect(Collectors.joining());
			Position centre = drawn.outline().centre();
			return new Shape(path, drawn.style(), named ? drawn.name() : null, x(centre), y(centre));
		}

		private String at(Position point) {
			return String.format(Locale.ROOT, "%.1f %.1f", x(point), y(point));
		}

		private double x(Position point) {
			return this.left + (point.longitude() - this.west) * this.across;
		}

		private double y(Position point) {
			return MARGIN + (this.north - point.latitude()) * this.down;
		}

	}

}
