package org.shenyuan.web;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.github.bucket4j.TimeMeter;
import org.junit.jupiter.api.Test;
import org.springframework.web.ErrorResponseException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class RateLimitTests {

	private final AtomicLong now = new AtomicLong();

	private final RateLimit limit = new RateLimit(2, Duration.ofMinutes(1), new TimeMeter() {

		@Override
		public long currentTimeNanos() {
			return RateLimitTests.this.now.get();
		}

		@Override
		public boolean isWallClockBased() {
			return false;
		}

	});

	@Test
	void tooManyAreToldWhenToComeAgain() {
		this.limit.take("10.0.0.1");
		this.limit.take("10.0.0.1");
		assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(() -> this.limit.take("10.0.0.1"))
			.satisfies((refused) -> {
				assertThat(refused.getStatusCode().value()).isEqualTo(429);
				assertThat(refused.getHeaders().getFirst("Retry-After")).isEqualTo("31");
			});
		assertThatNoException().isThrownBy(() -> this.limit.take("10.0.0.2"));
		this.now.addAndGet(Duration.ofSeconds(31).toNanos());
		assertThatNoException().isThrownBy(() -> this.limit.take("10.0.0.1"));
	}

	@Test
	void whatIsGivenBackDoesNotCount() {
		for (int i = 0; i < 5; i++) {
			this.limit.take("10.0.0.1");
			this.limit.giveBack("10.0.0.1");
		}
		this.limit.take("10.0.0.1");
		this.limit.take("10.0.0.1");
		assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(() -> this.limit.take("10.0.0.1"));
	}

}
