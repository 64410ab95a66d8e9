package org.shenyuan.labels;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.shenyuan.labels.CuratedStock.Certainty;
import org.shenyuan.labels.CuratedStock.Market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class StocksTests {

	@Test
	void theUsualSheetIsAmongThem() {
		CuratedStock curated = Stocks.find("A4-3x7").orElseThrow();
		assertThat(curated.stock()).isEqualTo(Stock.A4_3X7);
		assertThat(curated.name(Locale.CHINESE)).isEqualTo("A4 不干胶 3 × 7（63.5 × 38.1 mm）");
		assertThat(curated.name(Locale.KOREAN)).isEqualTo("A4 라벨지 3 × 7 (63.5 × 38.1 mm)");
		assertThat(curated.name(Locale.FRENCH)).isEqualTo("A4 sheet of labels 3 × 7 (63.5 × 38.1 mm)");
		assertThat(Stocks.find("A4-3x9")).isEmpty();
	}

	@Test
	void everyMarketHasSheetsOrRollsOfItsOwn() {
		assertThat(Stocks.curated()).extracting((curated) -> curated.stock().id()).doesNotHaveDuplicates().hasSize(25);
		assertThat(Stocks.curated()).extracting(CuratedStock::market).contains(Market.values());
		assertThat(Stocks.curated()).extracting(CuratedStock::certainty).contains(Certainty.values());
		assertThat(Stocks.curated()).filteredOn((curated) -> curated.stock().medium() instanceof Medium.Roll)
			.hasSize(8);
	}

	@Test
	void everyStockIsNamedByItsFigures() {
		assertThat(Stocks.curated()).allSatisfy((curated) -> {
			Stock stock = curated.stock();
			String size = figure(stock.labelWidth());
			assertThat(curated.zh()).contains(size).isNotEqualTo(curated.en());
			assertThat(curated.en()).contains(size).isNotEqualTo(curated.ko());
			assertThat(curated.ko()).contains(size);
			assertThat(stock.name()).contains(size);
			assertThat(curated.source()).isNotBlank();
		});
	}

	/**
	 * A grid off the middle by more than makers allow themselves is a slip of the pen.
	 */
	@Test
	void everySheetIsInTheMiddleOfItsPaper() {
		assertThat(Stocks.curated()).allSatisfy((curated) -> {
			Stock stock = curated.stock();
			int last = stock.cells() - 1;
			assertThat(stock.paperWidth() - stock.x(last) - stock.labelWidth()).isCloseTo(stock.x(0), within(0.5));
			assertThat(stock.paperHeight() - stock.y(last) - stock.labelHeight()).isCloseTo(stock.y(0),
					within((curated.market() == Market.KR) ? 3 : 0.5));
		});
	}

	@Test
	void aRollIsOneRowAndItsGapIsInThePitch() {
		Stock twin = Stocks.find("ROLL-30x20-2").orElseThrow().stock();
		assertThat(twin).isEqualTo(
				Stock.roll(twin.id(), twin.name(), LabelShape.rectangle(30, 20, 1), 2, 2, new Medium.Roll(66, 2)));
	}

	private static String figure(double exact) {
		double millimetres = Math.round(exact * 10) / 10.0;
		return (millimetres == Math.rint(millimetres)) ? Long.toString((long) millimetres)
				: Double.toString(millimetres);
	}

}
