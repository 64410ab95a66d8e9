package org.shenyuan.census;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.shenyuan.census.Terrain.Square;
import org.shenyuan.census.Sketch.Drawn;
import org.shenyuan.geometry.Outline;
import org.shenyuan.geometry.Position;

/**
 * A map of own outlines: nothing is asked of anybody else for it.
 *
 * @param sketch null when nothing of it is drawn
 * @param areas in the order of the sketch's shapes
 * @param clusters in the order of the sketch's points
 */
record LandMap(@Nullable Sketch sketch, List<Area> areas, List<Cluster> clusters) {

	/** More than this are not told apart. */
	private static final int MOST_CLUSTERS = 80;

	private static final double SQUARES_A_DEGREE = 100;

	/**
	 * An outline to look at.
	 *
	 * @param style a class of the style sheet, and the end of the key of its name
	 */
	record Area(String id, String name, String style, String link, Outline outline) {
	}

	/**
	 * Many parcels, or all of a county, as one disc.
	 *
	 * @param radius in the drawing, which is 1000 wide
	 */
	record Cluster(String name, long parcels, String link, Position at, double radius) {
	}

	/**
	 * @param frame positions that the drawing reaches to, besides
	 */
	static LandMap of(List<Area> areas, List<Cluster> clusters, List<Position> frame) {
		List<Position> places = new ArrayList<>(clusters.stream().map(Cluster::at).toList());
		places.addAll(frame);
		Sketch sketch = Sketch
			.of(areas.stream().map((area) -> new Drawn(area.name(), area.outline(), area.style())).toList(), places);
		return new LandMap(sketch, areas, clusters);
	}

	/** Whole columns and rows of the grid, the last ones included. */
	record Window(int west, int south, int east, int north) {

		static Window all() {
			return new Window(Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
		}

		/**
		 * @param text {@code west,south,east,north}; all of it when it is no such thing
		 */
		static Window of(String text) {
			if (!text.matches("-?\\d{1,5}(,-?\\d{1,5}){3}")) {
				return all();
			}
			String[] edges = text.split(",", -1);
			return new Window(Integer.parseInt(edges[0]), Integer.parseInt(edges[1]), Integer.parseInt(edges[2]),
					Integer.parseInt(edges[3]));
		}

		boolean contains(Square square) {
			int[] at = square.place();
			return at[0] >= this.west && at[0] <= this.east && at[1] >= this.south && at[1] <= this.north;
		}

		boolean contains(Position at) {
			return at.longitude() * SQUARES_A_DEGREE >= this.west && at.latitude() * SQUARES_A_DEGREE >= this.south
					&& at.longitude() * SQUARES_A_DEGREE < this.east + 1.0
					&& at.latitude() * SQUARES_A_DEGREE < this.north + 1.0;
		}

		List<Position> corners() {
			return List.of(new Position(this.west / SQUARES_A_DEGREE, this.south / SQUARES_A_DEGREE),
					new Position((this.east + 1) / SQUARES_A_DEGREE, (this.north + 1) / SQUARES_A_DEGREE));
		}

		@Override
		public String toString() {
			return this.west + "," + this.south + "," + this.east + "," + this.north;
		}

	}

	/** Some parcels that lie together. */
	record Heap(Window window, long parcels) {

		Position centre() {
			return new Position((this.window.west() + this.window.east() + 1) / 2.0 / SQUARES_A_DEGREE,
					(this.window.south() + this.window.north() + 1) / 2.0 / SQUARES_A_DEGREE);
		}

		/** A disc whose area grows with what it stands for. */
		double radius(long most) {
			return 16 + 34 * Math.sqrt((double) this.parcels / Math.max(1, most));
		}

	}

	/**
	 * Puts squares together into larger ones, as small as leaves few enough.
	 */
	static List<Heap> heaps(List<Square> squares) {
		for (int side = 1;; side *= 2) {
			Map<String, Heap> heaps = new LinkedHashMap<>();
			for (Square square : squares) {
				int[] at = square.place();
				int west = Math.floorDiv(at[0], side) * side;
				int south = Math.floorDiv(at[1], side) * side;
				Window window = new Window(west, south, west + side - 1, south + side - 1);
				heaps.merge(window.toString(), new Heap(window, square.parcels()),
						(one, other) -> new Heap(window, one.parcels() + other.parcels()));
			}
			if (heaps.size() <= MOST_CLUSTERS) {
				return List.copyOf(heaps.values());
			}
		}
	}

}
