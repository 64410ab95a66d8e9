package org.shenyuan.labels;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JobTests {

	private static Job job(int from, int to, int firstCell) {
		return new Job(from, to, firstCell, (index) -> new Job.Label("A", "A"));
	}

	@Test
	void sheetsAreCounted() {
		assertThat(job(1, 1600, 1).pages(21)).isEqualTo(77);
		assertThat(job(1, 21, 1).pages(21)).isEqualTo(1);
		assertThat(job(1, 21, 2).pages(21)).isEqualTo(2);
		assertThat(job(1, 43, 21).pages(21)).isEqualTo(3);
		assertThat(job(1, Integer.MAX_VALUE, 21).pages(21)).isEqualTo(102_261_127);
	}

	/**
	 * However a job is cut, every label is printed once and in the cell it would have.
	 */
	@Test
	void sheetsOfAJobAreTheSameLabelsInTheSameCells() {
		for (int firstCell = 1; firstCell <= 4; firstCell++) {
			Job whole = job(5, 17, firstCell);
			int next = 5;
			for (int page = 1; page <= whole.pages(4); page++) {
				Job one = whole.pages(page, page, 4);
				assertThat(one.from()).isEqualTo(next);
				assertThat(one.pages(4)).isEqualTo(1);
				assertThat(one.firstCell()).isEqualTo((page == 1) ? firstCell : 1);
				next = one.to() + 1;
			}
			assertThat(next).isEqualTo(18);
			assertThat(whole.pages(2, whole.pages(4), 4).to()).isEqualTo(17);
		}
	}

	@Test
	void impossibleJobsAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> job(2, 1, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> job(1, 1, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> job(1, 10, 1).pages(1, 3, 5));
		assertThatIllegalArgumentException().isThrownBy(() -> job(1, 10, 1).pages(2, 1, 5));
	}

}
