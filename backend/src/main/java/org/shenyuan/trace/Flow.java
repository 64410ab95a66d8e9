package org.shenyuan.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.shenyuan.trace.Kin.Edge;
import org.shenyuan.trace.Kin.Node;

/**
 * The mass flow through one lot (after Sankey): what went into the event that made it and
 * what came out, and then what became of the lot. Heights are to scale, the same in both
 * halves; what goes in is as much as what comes out.
 *
 * @param made and {@code used}: the two halves
 */
public record Flow(Half made, Half used) {

	/** Of the drawing, in pixels; a half is as wide as a narrow phone. */
	public static final int WIDTH = 340;

	private static final int BAR = 12;

	private static final int TALL = 190;

	/** Two lines of words. */
	private static final int WORDS = 40;

	private static final int TOP = 44;

	private static final int MOST = 5;

	/** What an end of a flow is. */
	public enum What {

		LOT, EVENT, ADDED, OTHERS, LOST, LEFT, MORE

	}

	/**
	 * An end of a flow: a bar.
	 *
	 * @param name of a lot, null when the reader is not told; of an event its kind, and
	 * {@code process} where it has one
	 * @param many how many there are, for what is put together
	 */
	public record End(What what, @Nullable String name, @Nullable String process, long grams, int many, double y,
			double height) {

		private End at(double top, double scale) {
			return new End(this.what, this.name, this.process, this.grams, this.many, top, this.grams * scale);
		}

	}

	/**
	 * Flows from the left through a middle to the right.
	 *
	 * @param left empty where the middle is where it begins
	 * @param bands as SVG paths, those of losses last
	 */
	public record Half(List<End> left, End middle, List<End> right, List<String> bands, int height) {

		public long in() {
			return this.middle.grams();
		}

		public long out() {
			return sum(What.LOT) + sum(What.OTHERS) + sum(What.LEFT) + sum(What.EVENT) + sum(What.MORE);
		}

		public long lost() {
			return sum(What.LOST);
		}

		private long sum(What what) {
			return this.right.stream().filter((end) -> end.what() == what).mapToLong(End::grams).sum();
		}

	}

	/**
	 * @return null for a lot that weighs nothing, as a standing crop
	 */
	static @Nullable Flow of(Kin kin, Set<String> readable) {
		Node lot = kin.nodes().get(kin.target());
		Node maker = kin.edges()
			.stream()
			.filter((edge) -> edge.to().equals(kin.target()))
			.map((edge) -> kin.nodes().get(edge.from()))
			.findFirst()
			.orElse(null);
		if (lot == null || maker == null || lot.grams() == 0) {
			return null;
		}
		List<End> inputs = inputs(kin, maker, readable);
		long in = inputs.stream().mapToLong(End::grams).sum();
		long total = maker.grams() + maker.lost();
		if (total > in) {
			inputs.add(end(What.ADDED, null, total - in));
		}
		List<End> outputs = new ArrayList<>(List.of(end(What.LOT, lot.id(), lot.grams())));
		add(outputs, end(What.OTHERS, null, maker.grams() - lot.grams()));
		add(outputs, end(What.LOST, null, maker.lost()));
		double scale = (double) TALL / Math.max(1, Math.max(total, lot.grams()));
		return new Flow(half(inputs, new End(What.EVENT, maker.kind(), maker.what(), total, 1, 0, 0), outputs,
				WIDTH / 2, scale), half(List.of(), end(What.LOT, lot.id(), lot.grams()), uses(kin, lot), 0, scale));
	}

	private static List<End> inputs(Kin kin, Node maker, Set<String> readable) {
		List<Edge> portions = kin.edges()
			.stream()
			.filter((edge) -> edge.to().equals(maker.id()) && edge.grams() > 0)
			.sorted(Comparator.comparingLong(Edge::grams).reversed().thenComparing(Edge::from))
			.toList();
		return heaviest(portions.stream()
			.map((edge) -> end(What.LOT, readable.contains(edge.from()) ? edge.from() : null, edge.grams()))
			.toList());
	}

	/** By what was done; what is left last. */
	private static List<End> uses(Kin kin, Node lot) {
		Map<List<String>, End> uses = new LinkedHashMap<>();
		for (Edge edge : kin.edges()) {
			Node event = kin.nodes().get(edge.to());
			if (edge.from().equals(lot.id()) && event != null && edge.grams() > 0) {
				boolean gone = event.grams() == 0;
				End use = gone ? end(What.LOST, null, edge.grams())
						: new End(What.EVENT, event.kind(), event.what(), edge.grams(), 1, 0, 0);
				uses.merge(List.of(gone ? "" : event.kind(), String.valueOf(event.what())), use,
						(one, more) -> new End(one.what(), one.name(), one.process(), one.grams() + more.grams(),
								one.many() + 1, 0, 0));
			}
		}
		List<End> ends = heaviest(
				uses.values().stream().sorted(Comparator.comparingLong(End::grams).reversed()).toList());
		add(ends, end(What.LEFT, null, lot.grams() - ends.stream().mapToLong(End::grams).sum()));
		return ends;
	}

	private static List<End> heaviest(List<End> ends) {
		if (ends.size() <= MOST) {
			return new ArrayList<>(ends);
		}
		List<End> few = new ArrayList<>(ends.subList(0, MOST - 1));
		List<End> rest = ends.subList(MOST - 1, ends.size());
		few.add(new End(What.MORE, null, null, rest.stream().mapToLong(End::grams).sum(), rest.size(), 0, 0));
		return few;
	}

	private static End end(What what, @Nullable String name, long grams) {
		return new End(what, name, null, grams, 1, 0, 0);
	}

	private static void add(List<End> ends, End end) {
		if (end.grams() > 0) {
			ends.add(end);
		}
	}

	private static Half half(List<End> left, End middle, List<End> right, int at, double scale) {
		List<End> from = stack(left, scale);
		End through = middle.at(TOP, scale);
		List<End> to = stack(right, scale);
		List<String> bands = new ArrayList<>();
		double y = through.y();
		for (End end : from) {
			bands.add(band(BAR, end.y(), at - BAR / 2.0, y, end.height()));
			y += end.height();
		}
		y = through.y();
		double x = (at > 0) ? at + BAR / 2.0 : BAR;
		for (End end : to) {
			bands.add(band(x, y, WIDTH - BAR, end.y(), end.height()));
			y += end.height();
		}
		return new Half(from, through, to, bands,
				(int) Math.ceil(Math.max(bottom(List.of(through)), Math.max(bottom(from), bottom(to)))));
	}

	/**
	 * Below each other, far enough that the words of one do not touch those of the next.
	 */
	private static List<End> stack(List<End> ends, double scale) {
		List<End> stacked = new ArrayList<>();
		double y = TOP;
		for (End end : ends) {
			End placed = end.at(y, scale);
			stacked.add(placed);
			y += Math.max(placed.height() + 8, WORDS);
		}
		return stacked;
	}

	private static double bottom(List<End> ends) {
		return ends.isEmpty() ? 0 : ends.getLast().y() + Math.max(ends.getLast().height(), WORDS) + 2;
	}

	private static String band(double left, double from, double right, double to, double height) {
		double middle = (left + right) / 2;
		return String.format(Locale.ROOT,
				"M%.1f %.2fC%.1f %.2f %.1f %.2f %.1f %.2fV%.2fC%.1f %.2f %.1f %.2f %.1f %.2fZ", left, from, middle,
				from, middle, to, right, to, to + height, middle, to + height, middle, from + height, left,
				from + height);
	}

}
