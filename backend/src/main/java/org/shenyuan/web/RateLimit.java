package org.shenyuan.web;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * So many requests from one address in so long a time, as a bucket that fills up again
 * evenly. Addresses are kept in memory alone, and no longer than that time.
 */
public final class RateLimit {

	private static final int ADDRESSES = 100_000;

	private final LoadingCache<String, Bucket> buckets;

	/**
	 * @param most requests in a time {@code per} address
	 */
	public RateLimit(long most, Duration per) {
		this(most, per, TimeMeter.SYSTEM_MILLISECONDS);
	}

	RateLimit(long most, Duration per, TimeMeter clock) {
		this.buckets = Caffeine.newBuilder()
			.maximumSize(ADDRESSES)
			.expireAfterAccess(per)
			.build((address) -> Bucket.builder()
				.withCustomTimePrecision(clock)
				.addLimit((limit) -> limit.capacity(most).refillGreedy(most, per))
				.build());
	}

	/**
	 * @throws ErrorResponseException with status 429 and when to come again, when there
	 * were too many
	 */
	public void take(String address) {
		ConsumptionProbe probe = this.buckets.get(address).tryConsumeAndReturnRemaining(1);
		if (!probe.isConsumed()) {
			ErrorResponseException refused = new ErrorResponseException(HttpStatus.TOO_MANY_REQUESTS,
					ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS,
							"Too many requests from one address. Wait, and try again."),
					null);
			long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
			refused.getHeaders().set("Retry-After", String.valueOf(seconds));
			throw refused;
		}
	}

	/** One that was taken does not count. */
	public void giveBack(String address) {
		this.buckets.get(address).addTokens(1);
	}

}
