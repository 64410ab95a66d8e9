package org.shenyuan.labels;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shenyuan.labels.LabelRefused.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class StockTests {

	private static final LabelShape LABEL = LabelShape.rectangle(63.5, 38.1, 3);

	private static Stock a4(LabelShape shape, Grid... grids) {
		return Stock.sheet("x", "x", 210, 297, shape, grids);
	}

	private static LabelRefused refused(ThrowingCallable call) {
		return assertThatExceptionOfType(LabelRefused.class).isThrownBy(call).actual();
	}

	@Test
	void theCommonSheetIsCentredOnItsPaper() {
		Stock stock = Stock.A4_3X7;
		assertThat(stock.cells()).isEqualTo(21);
		assertThat(210 - stock.x(20) - stock.labelWidth()).isCloseTo(stock.x(0), within(0.01));
		assertThat(297 - stock.y(20) - stock.labelHeight()).isCloseTo(stock.y(0), within(0.01));
	}

	@Test
	void cellsRunAlongRowsGridByGrid() {
		Stock stock = a4(LabelShape.rectangle(70, 34, 3), new Grid(1, 2, 133.5, 5.5, 80, 39),
				new Grid(2, 1, 5.5, 130, 80, 37));
		assertThat(stock.cells()).isEqualTo(4);
		assertThat(new double[] { stock.x(1), stock.y(1) }).containsExactly(133.5, 44.5);
		assertThat(new double[] { stock.x(3), stock.y(3) }).containsExactly(85.5, 130);
		assertThat(new double[] { Stock.A4_3X7.x(4), Stock.A4_3X7.y(4) }).containsExactly(new double[] { 73.25, 53.25 },
				within(1e-9));
	}

	@Test
	void aLabelThatLeavesItsPaperIsRefusedWithTheNumbers() {
		LabelRefused below = refused(() -> a4(LABEL, new Grid(3, 8, 7.21, 15.15, 66.04, 38.1)));
		assertThat(below).hasMessage("label 22 leaves the paper: it reaches from 7.21 to 70.71 mm across and from"
				+ " 281.85 to 319.95 mm down, the printer's offset is +0.0, +0.0 mm, the paper is 210 × 297 mm");
		assertThat(below.reason()).isEqualTo(Reason.OFF_PAPER);
		assertThat(below.numbers()).startsWith(22, 7.21, 70.71).endsWith(210.0, 297.0);
		assertThat(refused(() -> a4(LABEL, new Grid(3, 7, -1, 15.15, 66.04, 38.1)))).hasMessageContaining("from -1 to");
		assertThat(refused(() -> a4(LABEL, new Grid(3, 7, Double.NaN, 15.15, 66.04, 38.1))))
			.hasMessageContaining("NaN");
	}

	@Test
	void labelsMayTouchAndFillThePaper() {
		assertThat(a4(LabelShape.rectangle(52.5, 29.7, 0), new Grid(4, 10, 0, 0, 52.5, 29.7)).cells()).isEqualTo(40);
		assertThat(refused(() -> a4(LabelShape.rectangle(52.5, 29.7, 0), new Grid(4, 10, 0.6, 0, 52.5, 29.7))).reason())
			.isEqualTo(Reason.OFF_PAPER);
	}

	@Test
	void overlappingLabelsAreRefusedWithTheNumbers() {
		LabelRefused overlap = refused(() -> a4(LABEL, new Grid(3, 7, 7.21, 15.15, 63, 38.1)));
		assertThat(overlap).hasMessage(
				"labels 1 and 2 overlap: they are 63 mm across and 0 mm down apart, and 63.5 × 38.1" + " mm large");
		assertThat(overlap.reason()).isEqualTo(Reason.OVERLAP);
		assertThat(overlap.numbers()).containsExactly(1, 2, 63.0, 0.0, 63.5, 38.1);
		assertThat(refused(() -> a4(LABEL, new Grid(3, 7, 7.21, 15.15, 66.04, 30))))
			.hasMessageContaining("labels 1 and 4");
	}

	@Test
	void labelsOfTwoGridsMustNotOverlapEither() {
		var left = new Grid(1, 2, 10, 10, 0, 50);
		assertThat(a4(LABEL, left, new Grid(1, 1, 10, 110, 0, 0)).cells()).isEqualTo(3);
		assertThat(refused(() -> a4(LABEL, left, new Grid(1, 1, 20, 90, 0, 0)))).hasMessageContaining("labels 2 and 3");
	}

	@Test
	void roundLabelsMayStandInEachOthersCorners() {
		LabelShape round = LabelShape.round(40);
		var first = new Grid(2, 2, 10, 10, 60, 60);
		assertThat(a4(round, first, new Grid(1, 1, 40, 40, 0, 0)).cells()).isEqualTo(5);
		assertThat(refused(() -> a4(LabelShape.rectangle(40, 40, 2), first, new Grid(1, 1, 40, 40, 0, 0))))
			.hasMessageContaining("labels 1 and 5");
		assertThat(refused(() -> a4(round, first, new Grid(1, 1, 38, 38, 0, 0))))
			.hasMessageContaining("labels 1 and 5");
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, -5, 0.5, 2001, Double.NaN, Double.POSITIVE_INFINITY })
	void aLengthOutOfBoundsIsRefusedByName(double length) {
		assertThat(refused(() -> LabelShape.rectangle(length, 38.1, 0)).numbers()).startsWith("labelWidth", length);
		assertThat(refused(() -> LabelShape.rectangle(38.1, length, 0)).reason()).isEqualTo(Reason.BAD_LENGTH);
		assertThat(refused(() -> Stock.sheet("x", "x", 210, length, LABEL, new Grid(1, 1, 0, 0, 0, 0))))
			.hasMessageStartingWith("paperHeight: ");
	}

	@Test
	void cornersLargerThanTheLabelAreRefused() {
		assertThat(refused(() -> LabelShape.rectangle(63.5, 38.1, 20)))
			.hasMessage("cornerRadius: 20 mm; it must be from 0 to 19.06 mm");
		assertThat(LabelShape.rectangle(63.5, 38.1, 19.055).cornerHeight()).isEqualTo(19.05);
		assertThat(refused(() -> new LabelShape(30, 20, 0, 0, 8.1))).hasMessageStartingWith("margin: 8.1 mm");
	}

	@Test
	void countsOutOfBoundsAreRefused() {
		assertThat(refused(() -> new Grid(0, 7, 0, 0, 66, 38.1)).numbers()).containsExactly(0, 7, 1000);
		assertThat(refused(() -> new Grid(65_537, 65_537, 0, 0, 1, 1)).reason()).isEqualTo(Reason.BAD_COUNT);
		assertThat(refused(() -> a4(LABEL)).reason()).isEqualTo(Reason.BAD_COUNT);
	}

	@Test
	void aRollFeedsOneRow() {
		Stock stock = Stock.roll("r", "r", LabelShape.rectangle(30, 20, 1), 2, 2, new Medium.Roll(66, 2));
		assertThat(stock.cells()).isEqualTo(2);
		assertThat(new double[] { stock.paperWidth(), stock.paperHeight() }).containsExactly(62, 20);
		assertThat(stock.x(1)).isEqualTo(32);
		assertThat(stock.grids().getFirst().pitchY()).isEqualTo(22);
		assertThat(refused(() -> Stock.roll("r", "r", LabelShape.rectangle(30, 20, 1), 2, 2, new Medium.Roll(60, 2))))
			.hasMessage("paperWidth: 62 mm; it must be from 1 to 60 mm");
	}

	@Test
	void aPrinterThatPullsAsideIsCorrectedToATenth() {
		Stock shifted = Stock.A4_3X7.shifted(0.3, -0.54);
		assertThat(shifted.x(0)).isCloseTo(7.51, within(1e-9));
		assertThat(shifted.y(0)).isCloseTo(14.65, within(1e-9));
		assertThat(shifted.shifted(0.1, 0).x(0)).isCloseTo(7.31, within(1e-9));
		assertThat(shifted.shifted(0, 0)).isEqualTo(Stock.A4_3X7);
	}

	@Test
	void anOffsetKeepsWhatIsPrintedOnThePaper() {
		Stock full = a4(LabelShape.rectangle(52.5, 29.7, 0), new Grid(4, 10, 0, 0, 52.5, 29.7));
		assertThat(full.shifted(-2, 2).x(0)).isEqualTo(-2);
		assertThat(refused(() -> full.shifted(-2.1, 0))).hasMessageContaining("offset is -2.1, +0.0 mm");
		assertThat(refused(() -> Stock.A4_3X7.shifted(0, 10.1)))
			.hasMessage("offsetDown: 10.1 mm; it must be from -10 to 10 mm");
	}

}
