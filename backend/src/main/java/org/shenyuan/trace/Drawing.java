package org.shenyuan.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shenyuan.trace.Kin.Edge;
import org.shenyuan.trace.Kin.Node;
import org.shenyuan.trace.Layers.Place;

/**
 * The family of a lot as it is drawn, in pixels: the goods go from the top to the bottom.
 *
 * @param boxes in the order of reading
 */
public record Drawing(int width, int height, List<Box> boxes, List<Line> lines) {

	private static final int LOT_HEIGHT = 46;

	private static final int EVENT_HEIGHT = 28;

	private static final int GAP = 36;

	private static final int MOST_WIDTH = 184;

	/**
	 * A lot, an event, or several in one.
	 *
	 * @param x and {@code y} of its middle
	 * @param node null for several
	 * @param many how many there are
	 * @param link whether the reader may open the lot
	 */
	public record Box(int x, int y, int width, int height, @Nullable Node node, int many, boolean link, boolean focus) {

		public int left() {
			return this.x - this.width / 2;
		}

		public int top() {
			return this.y - this.height / 2;
		}

	}

	/**
	 * A portion that moves.
	 *
	 * @param path of the line as SVG
	 * @param grams 0 where they are not said
	 * @param x and {@code y} of where they stand
	 */
	public record Line(String path, long grams, int x, int y) {
	}

	/**
	 * @param readable the lots of which the reader is told more than their product
	 * @param most that stand beside each other
	 */
	static Drawing of(Kin kin, Set<String> readable, int width, int most) {
		Layers layers = Layers.of(kin.nodes().keySet(), kin.edges(), kin.target(), most);
		List<Box> boxes = new ArrayList<>();
		Map<String, int[]> spots = new HashMap<>();
		int top = 2;
		for (List<Place> row : layers.rows()) {
			int height = row.stream().mapToInt((place) -> height(kin.nodes().get(place.id()))).max().orElse(0);
			double slot = width / row.stream().mapToDouble(Drawing::share).sum();
			double left = 0;
			for (Place place : row) {
				double own = slot * share(place);
				int x = (int) Math.round(left + own / 2);
				int y = top + height / 2;
				Node node = (place.many() == 1) ? kin.nodes().get(place.id()) : null;
				int tall = place.isBend() ? height : height(node);
				spots.put(place.id(), new int[] { x, y - tall / 2, y + tall / 2 });
				if (!place.isBend()) {
					boxes.add(new Box(x, y, (int) Math.min(own - 10, MOST_WIDTH), tall, node, place.many(),
							node != null && node.lot() && readable.contains(node.id()),
							place.id().equals(kin.target())));
				}
				left += own;
			}
			top += height + GAP;
		}
		return new Drawing(width, top - GAP + 2, boxes,
				layers.edges().stream().map((edge) -> line(edge, spots, readable)).toList());
	}

	/** A line that passes by needs less room than a box. */
	private static double share(Place place) {
		return place.isBend() ? 0.3 : 1;
	}

	private static int height(@Nullable Node node) {
		return (node != null && node.lot()) ? LOT_HEIGHT : EVENT_HEIGHT;
	}

	/** How much others moved among themselves is not said. */
	private static Line line(Edge edge, Map<String, int[]> spots, Set<String> readable) {
		int[] from = spots.getOrDefault(edge.from(), new int[3]);
		int[] to = spots.getOrDefault(edge.to(), new int[3]);
		int middle = (from[2] + to[1]) / 2;
		boolean bend = edge.to().indexOf('@') >= 0;
		boolean told = !bend && (readable.contains(edge.to()) || readable.contains(edge.from()));
		String path = String.format(Locale.ROOT, "M%d %dC%d %d %d %d %d %d", from[0], from[2], from[0], middle, to[0],
				middle, to[0], to[1]);
		return new Line(bend ? path + "V" + to[2] : path, told ? edge.grams() : 0, (from[0] + to[0]) / 2, middle);
	}

}
