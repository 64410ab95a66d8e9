package org.shenyuan.labels;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class StockTests {

	private static Stock a4(int columns, int rows, double left, double top, double pitchX, double pitchY) {
		return new Stock("x", "x", 210, 297, columns, rows, 63.5, 38.1, left, top, pitchX, pitchY, 3);
	}

	@Test
	void theCommonSheetIsCentredOnItsPaper() {
		Stock stock = Stock.A4_3X7;
		assertThat(stock.cells()).isEqualTo(21);
		assertThat(210 - stock.x(20) - stock.labelWidth()).isCloseTo(stock.left(), within(0.01));
		assertThat(297 - stock.y(20) - stock.labelHeight()).isCloseTo(stock.top(), within(0.01));
	}

	@Test
	void cellsRunAlongRows() {
		Stock stock = Stock.A4_3X7;
		assertThat(stock.x(4)).isCloseTo(7.21 + 66.04, within(1e-9));
		assertThat(stock.y(4)).isCloseTo(15.15 + 38.1, within(1e-9));
	}

	@Test
	void aSheetThatLeavesItsPaperIsRefusedWithTheNumbers() {
		assertThatIllegalArgumentException().isThrownBy(() -> a4(3, 8, 7.21, 15.15, 66.04, 38.1))
			.withMessageContaining("8 rows from 15.15 mm to 319.95 mm leave a paper of 297.0 mm");
		assertThatIllegalArgumentException().isThrownBy(() -> a4(3, 7, -1, 15.15, 66.04, 38.1))
			.withMessageContaining("-1.0 mm");
		assertThatIllegalArgumentException().isThrownBy(() -> a4(3, 7, Double.NaN, 15.15, 66.04, 38.1));
	}

	@Test
	void overlappingLabelsAreRefusedWithTheNumbers() {
		assertThatIllegalArgumentException().isThrownBy(() -> a4(3, 7, 7.21, 15.15, 63, 38.1))
			.withMessageContaining("columns overlap: a pitch of 63.0 mm for labels of 63.5 mm");
		assertThatIllegalArgumentException().isThrownBy(() -> a4(3, 7, 7.21, 15.15, 66.04, 30));
	}

	@Test
	void nonsenseIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> a4(0, 7, 0, 0, 66, 38.1));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Stock("x", "x", 210, 297, 1, 1, -5, 38.1, 0, 0, 66, 38.1, 0));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Stock("x", "x", 210, 297, 1, 1, 63.5, 38.1, 0, 0, 66, 38.1, 20))
			.withMessageContaining("radius 20.0 mm");
	}

	@Test
	void aPrinterThatPullsAsideIsCorrected() {
		Stock shifted = Stock.A4_3X7.shifted(0.3, -0.5);
		assertThat(shifted.x(0)).isCloseTo(7.51, within(1e-9));
		assertThat(shifted.y(0)).isCloseTo(14.65, within(1e-9));
		assertThatIllegalArgumentException().isThrownBy(() -> Stock.A4_3X7.shifted(8, 0));
	}

}
