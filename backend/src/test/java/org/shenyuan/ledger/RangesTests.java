package org.shenyuan.ledger;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RangesTests {

	@Test
	void neighboursGrowTogether() {
		assertThat(Ranges.NONE.plus(1, 5).plus(10, 12).plus(6, 9).flat()).containsExactly(1L, 12L);
	}

	@Test
	void aHoleSplitsARange() {
		assertThat(Ranges.NONE.plus(1, 1600).minus(17, 17).flat()).containsExactly(1L, 16L, 18L, 1600L);
	}

	@Test
	void theFlatFormReadsBack() {
		Ranges ranges = Ranges.NONE.plus(3, 4).plus(8, 9);
		assertThat(Ranges.ofFlat(ranges.flat())).isEqualTo(ranges);
		assertThat(Ranges.ofFlat(List.of())).isEqualTo(Ranges.NONE);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void rangesBehaveAsASetOfNumbers(long seed) {
		Random random = new Random(seed);
		Ranges ranges = Ranges.NONE;
		BitSet set = new BitSet();
		for (int i = 0; i < 300; i++) {
			int first = 1 + random.nextInt(200);
			int last = first + random.nextInt(20);
			boolean add = random.nextBoolean();
			ranges = add ? ranges.plus(first, last) : ranges.minus(first, last);
			set.set(first, last + 1, add);
			assertThat(ranges.size()).isEqualTo(set.cardinality());
			assertThat(ranges.within(50, 150)).isEqualTo(set.get(50, 151).cardinality());
		}
		Ranges end = ranges;
		assertThat(LongStream.rangeClosed(1, 230).filter(end::contains).boxed())
			.containsExactlyElementsOf(set.stream().mapToLong((bit) -> bit).boxed().toList());
	}

}
