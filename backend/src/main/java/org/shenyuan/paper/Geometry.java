package org.shenyuan.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.shenyuan.labels.Grid;
import org.shenyuan.labels.LabelRefused;
import org.shenyuan.labels.LabelShape;
import org.shenyuan.labels.Medium;
import org.shenyuan.labels.Stock;
import org.shenyuan.ledger.Refusal;
import org.shenyuan.ledger.Refused;

/**
 * The figures of a {@link Stock} as they are sent and kept, in mm from the paper's upper
 * left corner.
 *
 * @param liner the width of a roll's backing; nothing for sheets
 * @param gap between the rows of a roll
 * @param paperWidth of a sheet; on a roll, of one row of labels
 * @param paperHeight the same
 * @param cornerRadius square corners unless given
 * @param round whether labels are circles or ellipses
 * @param margin what is kept free inside a label's edge, the usual unless given
 * @param grids where the labels are
 */
record Geometry(@Nullable Double liner, @Nullable Double gap, double paperWidth, double paperHeight, double labelWidth,
		double labelHeight, @Nullable Double cornerRadius, @Nullable Boolean round, @Nullable Double margin,
		List<Cells> grids) {

	Geometry {
		grids = (grids != null) ? grids.stream().filter(Objects::nonNull).toList() : List.of();
	}

	/**
	 * Labels in columns and rows.
	 *
	 * @param pitchX from column to column; nothing when they touch
	 * @param pitchY from row to row; nothing when they touch
	 */
	record Cells(int columns, int rows, double left, double top, @Nullable Double pitchX, @Nullable Double pitchY) {
	}

	static Geometry of(Stock stock) {
		LabelShape shape = stock.shape();
		boolean round = shape.cornerWidth() != shape.cornerHeight();
		Medium.Roll roll = (stock.medium() instanceof Medium.Roll found) ? found : null;
		return new Geometry((roll != null) ? roll.liner() : null, (roll != null) ? roll.gap() : null,
				stock.paperWidth(), stock.paperHeight(), shape.width(), shape.height(),
				round ? null : shape.cornerWidth(), round ? true : null, shape.margin(),
				stock.grids()
					.stream()
					.map((grid) -> new Cells(grid.columns(), grid.rows(), grid.left(), grid.top(), grid.pitchX(),
							grid.pitchY()))
					.toList());
	}

	/**
	 * The stock of these figures.
	 * @throws Refused if no such labels could be printed, with the figure that is wrong
	 */
	Stock stock(String id, String name) {
		try {
			Medium medium = (this.liner != null) ? new Medium.Roll(this.liner, or(this.gap, 0)) : Medium.SHEET;
			return new Stock(id, name, medium, this.paperWidth, this.paperHeight, shape(),
					this.grids.stream().map(this::grid).toList(), Stock.Offset.NONE);
		}
		catch (LabelRefused ex) {
			throw PrintSetups.refused(ex);
		}
	}

	private LabelShape shape() {
		if (Boolean.TRUE.equals(this.round)) {
			LabelShape ellipse = LabelShape.ellipse(this.labelWidth, this.labelHeight);
			return new LabelShape(ellipse.width(), ellipse.height(), ellipse.cornerWidth(), ellipse.cornerHeight(),
					or(this.margin, ellipse.margin()));
		}
		double radius = or(this.cornerRadius, 0);
		LabelShape usual = LabelShape.rectangle(this.labelWidth, this.labelHeight, radius);
		return new LabelShape(usual.width(), usual.height(), radius, radius, or(this.margin, usual.margin()));
	}

	private Grid grid(Cells cells) {
		double pitchX = or(cells.pitchX(), this.labelWidth);
		double pitchY = or(cells.pitchY(), this.labelHeight);
		// A pitch that is never used would let through anything.
		if (!Arrays.stream(new double[] { cells.left(), cells.top(), pitchX, pitchY }).allMatch(Double::isFinite)) {
			throw new Refused(Refusal.of("form.number", "grids", "given",
					cells.left() + ", " + cells.top() + ", " + pitchX + ", " + pitchY));
		}
		return new Grid(cells.columns(), cells.rows(), cells.left(), cells.top(), pitchX, pitchY);
	}

	private static double or(@Nullable Double given, double otherwise) {
		return (given != null) ? given : otherwise;
	}

}
