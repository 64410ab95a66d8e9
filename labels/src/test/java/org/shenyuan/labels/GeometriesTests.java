package org.shenyuan.labels;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shenyuan.labels.LabelRefused.Reason;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every label geometry of the gLabels template database, as a stock and by an arithmetic
 * of its own: whole micrometres, and corners of edges instead of middles.
 */
class GeometriesTests {

	private static final List<Geometry> LABELS = Geometry.all().stream().filter(Geometry::isLabel).toList();

	private static final long TOLERANCE = 10;

	/** The reason why a geometry is no stock, or {@code null} if it is one. */
	static @Nullable Reason refused(Geometry geometry) {
		try {
			geometry.stock();
			return null;
		}
		catch (LabelRefused ex) {
			return ex.reason();
		}
	}

	@Test
	void theDatabaseIsCounted() {
		assertThat(Geometry.all()).hasSize(1127);
		assertThat(Geometry.all()).filteredOn((geometry) -> !geometry.readable()).hasSize(2);
		assertThat(Geometry.all()).filteredOn(Geometry::readable)
			.filteredOn((geometry) -> !geometry.isLabel())
			.hasSize(87 + 1 + 1);
		assertThat(LABELS).hasSize(1036);
		assertThat(LABELS).filteredOn((geometry) -> geometry.grids().size() > 1).hasSize(24);
	}

	@Test
	void everyGeometryIsAStockOrRefusedForWhatItIs() {
		Map<Reason, Integer> refused = new EnumMap<>(Reason.class);
		for (Geometry geometry : LABELS) {
			Reason reason = refused(geometry);
			assertThat(reason).as(geometry.name()).isEqualTo(byOtherArithmetic(geometry));
			if (reason != null) {
				refused.merge(reason, 1, Integer::sum);
			}
		}
		assertThat(refused).containsOnly(Map.entry(Reason.OFF_PAPER, 13), Map.entry(Reason.OVERLAP, 7));
	}

	@Test
	void whatIsPrintedIsOnThePaper() {
		for (Geometry geometry : LABELS) {
			if (refused(geometry) == null) {
				Stock stock = geometry.stock();
				Box printable = stock.printable();
				for (int cell = 0; cell < stock.cells(); cell++) {
					assertThat(stock.x(cell) + printable.x()).isNotNegative();
					assertThat(stock.y(cell) + printable.y()).isNotNegative();
					assertThat(stock.x(cell) + printable.x() + printable.width()).isLessThan(stock.paperWidth());
					assertThat(stock.y(cell) + printable.y() + printable.height()).isLessThan(stock.paperHeight());
				}
				assertThat(printable.width()).isPositive();
				assertThat(printable.height()).isPositive();
			}
		}
	}

	private static @Nullable Reason byOtherArithmetic(Geometry geometry) {
		long width = micrometres(geometry.width());
		long height = micrometres(geometry.height());
		Set<List<Long>> places = new LinkedHashSet<>();
		for (List<Double> grid : geometry.grids()) {
			for (int row = 0; row < grid.get(1); row++) {
				for (int column = 0; column < grid.get(0); column++) {
					places.add(List.of(micrometres(grid.get(2) + column * grid.get(4)),
							micrometres(grid.get(3) + row * grid.get(5))));
				}
			}
		}
		boolean off = places.stream()
			.anyMatch((place) -> Math.min(place.get(0), place.get(1)) < -TOLERANCE
					|| place.get(0) + width > micrometres(geometry.paperWidth()) + TOLERANCE
					|| place.get(1) + height > micrometres(geometry.paperHeight()) + TOLERANCE);
		if (off) {
			return Reason.OFF_PAPER;
		}
		boolean overlap = places.stream()
			.anyMatch((one) -> places.stream()
				.anyMatch((other) -> !one.equals(other) && overlap(geometry, one, other, width, height)));
		return overlap ? Reason.OVERLAP : null;
	}

	private static boolean overlap(Geometry geometry, List<Long> one, List<Long> other, long width, long height) {
		long across = Math.abs(one.get(0) - other.get(0));
		long down = Math.abs(one.get(1) - other.get(1));
		if (geometry.curved()) {
			return Math.hypot((double) across / width, (double) down / height) < 1 - (double) TOLERANCE / height;
		}
		return across < width - TOLERANCE && down < height - TOLERANCE;
	}

	private static long micrometres(double millimetres) {
		return Math.round(millimetres * 1000);
	}

}
