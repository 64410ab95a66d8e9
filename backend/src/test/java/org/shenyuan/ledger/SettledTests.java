package org.shenyuan.ledger;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SettledTests {

	private static final long LATER = Duration.ofSeconds(2).toNanos();

	private final Settled<String> settled = new Settled<>();

	@Test
	void whatIsNewIsNotSettled() {
		assertThat(this.settled.is("one", System.nanoTime())).isFalse();
		assertThat(this.settled.is("one", System.nanoTime())).isFalse();
		assertThat(this.settled.is("one", System.nanoTime() + LATER)).isTrue();
		assertThat(this.settled.is("two", System.nanoTime() + LATER)).isFalse();
	}

	@Test
	void whoWasHeldUpBeforeReadingTakesNoTimeForGranted() {
		long before = System.nanoTime() - 10 * LATER;
		assertThat(this.settled.is("one", before)).isFalse();
		assertThat(this.settled.is("one", System.nanoTime())).as("seen for the first time a moment ago").isFalse();
		assertThat(this.settled.is("one", before)).isFalse();
	}

}
