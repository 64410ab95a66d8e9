package org.shenyuan.figures;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Bars from zero up, side by side or one on the other, drawn in a field of
 * {@value #WIDTH} by {@value #HEIGHT}. The numbers stand in a table as well.
 *
 * @param marks what stands below each group
 */
record Bars(List<Bar> bars, List<Tick> ticks, List<Mark> marks) {

	static final double WIDTH = 640;

	static final double HEIGHT = 220;

	private static final double LEFT = 72;

	private static final double TOP = 12;

	private static final double FLOOR = HEIGHT - 28;

	private static final int STEPS = 4;

	/** Of a group, bars take this share of the width. */
	private static final double FILLED = 0.72;

	/**
	 * A rectangle.
	 *
	 * @param series counted from 1, {@code group} from 0, {@code value} as it is read
	 */
	record Bar(double x, double y, double width, double height, int series, int group, String value) {
	}

	/** A line across, with its number. */
	record Tick(double y, String label) {
	}

	/** Words below a group. */
	record Mark(double x, String label) {
	}

	/**
	 * @param marks one for each group
	 * @param series each with a number for each group
	 */
	static Bars of(List<String> marks, List<List<Double>> series, boolean stacked, Locale locale) {
		NumberFormat numbers = NumberFormat.getInstance(locale);
		numbers.setMaximumFractionDigits(2);
		double most = 0;
		for (int group = 0; group < marks.size(); group++) {
			double sum = 0;
			for (List<Double> one : series) {
				sum = stacked ? sum + one.get(group) : Math.max(sum, one.get(group));
			}
			most = Math.max(most, sum);
		}
		double step = roundStep(most / STEPS);
		int steps = (int) Math.max(1, Math.ceil(most / step - 1e-9));
		double scale = (FLOOR - TOP) / (step * steps);
		List<Tick> ticks = new ArrayList<>();
		for (int i = 0; i <= steps; i++) {
			ticks.add(new Tick(FLOOR - i * step * scale, numbers.format(i * step)));
		}
		List<Bar> bars = new ArrayList<>();
		List<Mark> below = new ArrayList<>();
		double pitch = (WIDTH - LEFT) / Math.max(1, marks.size());
		double width = pitch * FILLED / (stacked ? 1 : series.size());
		for (int group = 0; group < marks.size(); group++) {
			double x = LEFT + group * pitch + pitch * (1 - FILLED) / 2;
			double base = FLOOR;
			for (int i = 0; i < series.size(); i++) {
				double value = series.get(i).get(group);
				double height = value * scale;
				if (value > 0) {
					bars.add(new Bar(stacked ? x : x + i * width, base - height, width, height, i + 1, group,
							numbers.format(value)));
				}
				base = stacked ? base - height : FLOOR;
			}
			below.add(new Mark(LEFT + (group + 0.5) * pitch, marks.get(group)));
		}
		return new Bars(bars, ticks, below);
	}

	/** The next of 1, 2 or 5 times a power of ten. */
	static double roundStep(double least) {
		if (least <= 0) {
			return 1;
		}
		double power = Math.pow(10, Math.floor(Math.log10(least)));
		double times = least / power;
		return power * ((times <= 1) ? 1 : (times <= 2) ? 2 : (times <= 5) ? 5 : 10);
	}

}
