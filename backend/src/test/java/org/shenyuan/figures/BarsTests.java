package org.shenyuan.figures;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shenyuan.figures.Bars.Bar;
import org.shenyuan.figures.Bars.Tick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BarsTests {

	@Test
	void barsStandOnTheFloorAndAreAsHighAsTheirNumbers() {
		Bars bars = Bars.of(List.of("1", "2"), List.of(List.of(4.0, 0.0), List.of(2.0, 1.0)), false, Locale.ENGLISH);
		assertThat(bars.bars()).extracting(Bar::series).containsExactly(1, 2, 2);
		double floor = bars.ticks().getFirst().y();
		assertThat(bars.bars()).allSatisfy((bar) -> assertThat(bar.y() + bar.height()).isCloseTo(floor, within(1e-9)));
		assertThat(bars.bars().get(0).height()).isCloseTo(2 * bars.bars().get(1).height(), within(1e-9));
	}

	@Test
	void stackedBarsBeginWhereTheOneBelowEnds() {
		Bars bars = Bars.of(List.of("1"), List.of(List.of(4.0), List.of(2.0)), true, Locale.ENGLISH);
		assertThat(bars.bars().get(1).y() + bars.bars().get(1).height()).isCloseTo(bars.bars().get(0).y(),
				within(1e-9));
		assertThat(bars.bars().get(1).y()).isGreaterThan(0);
	}

	@Test
	void theTopLineIsAboveTheHighestBar() {
		Bars bars = Bars.of(List.of("1"), List.of(List.of(1234.0)), false, Locale.ENGLISH);
		assertThat(bars.ticks()).extracting(Tick::label).containsExactly("0", "500", "1,000", "1,500");
		assertThat(bars.ticks().getLast().y()).isLessThan(bars.bars().getFirst().y());
	}

	@Test
	void nothingIsDrawnOfNothing() {
		assertThat(Bars.of(List.of("1"), List.of(List.of(0.0)), true, Locale.ENGLISH).bars()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "0, 1", "0.3, 0.5", "1, 1", "1.1, 2", "3, 5", "51, 100", "0.0021, 0.005" })
	void stepsAreRound(double least, double step) {
		assertThat(Bars.roundStep(least)).isCloseTo(step, within(1e-12));
	}

}
