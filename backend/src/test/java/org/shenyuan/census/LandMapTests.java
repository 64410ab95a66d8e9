package org.shenyuan.census;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shenyuan.census.LandMap.Heap;
import org.shenyuan.census.LandMap.Window;
import org.shenyuan.census.Terrain.Square;
import org.shenyuan.geometry.Position;

import static org.assertj.core.api.Assertions.assertThat;

class LandMapTests {

	@Test
	void squaresStayApartWhileTheyAreFew() {
		List<Heap> heaps = LandMap.heaps(List.of(new Square("2024/12601/4140", 3), new Square("2024/12602/4140", 4)));
		assertThat(heaps).extracting(Heap::parcels).containsExactly(3L, 4L);
		assertThat(heaps.getFirst().window()).hasToString("12601,4140,12601,4140");
	}

	/** A county of 90 by 60 km, with seven parcels in every square. */
	@Test
	void aWholeCountyBecomesFewDiscsAndLosesNothing() {
		List<Square> squares = IntStream.range(0, 90 * 60)
			.mapToObj((i) -> new Square("2024/" + (12600 + i % 90) + "/" + (4100 + i / 90), 7))
			.toList();
		List<Heap> heaps = LandMap.heaps(squares);
		assertThat(heaps).hasSizeBetween(20, 80);
		assertThat(heaps.stream().mapToLong(Heap::parcels).sum()).isEqualTo(90 * 60 * 7);
		assertThat(squares).allSatisfy(
				(square) -> assertThat(heaps.stream().filter((heap) -> heap.window().contains(square))).hasSize(1));
		heaps.forEach((heap) -> assertThat(heap.window().contains(heap.centre())).isTrue());
	}

	@Test
	void aWindowIsReadAsItIsWritten() {
		Window window = Window.of("12601,4140,12602,4141");
		assertThat(Window.of(window.toString())).isEqualTo(window);
		assertThat(window.contains(new Square("2024/12602/4141", 1))).isTrue();
		assertThat(window.contains(new Square("2024/12603/4141", 1))).isFalse();
		assertThat(window.contains(new Position(126.0299, 41.4199))).isTrue();
		assertThat(window.contains(new Position(126.0301, 41.4199))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1,2,3", "a,b,c,d", "1,2,3,4,5", "999999,0,0,0", "1;2;3;4" })
	void whatIsNoWindowIsAllOfIt(String text) {
		assertThat(Window.of(text)).isEqualTo(Window.all());
	}

}
