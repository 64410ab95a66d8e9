package org.shenyuan.ledger;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A commit becomes visible bit by bit. Tells whether all of the one that brought a mark
 * can be read: when the mark has been there for longer than any commit takes.
 *
 * @param <M> what changes with every such commit
 */
final class Settled<M> {

	private static final long LONG_OVER = Duration.ofSeconds(1).toNanos();

	private volatile @Nullable Seen<M> first;

	private record Seen<M>(M mark, long nanos) {
	}

	/**
	 * @param asked {@link System#nanoTime()} from before the mark was read: whoever is
	 * held up on the way must not take what was waited for as time that has passed since
	 */
	boolean is(M mark, long asked) {
		Seen<M> seen = this.first;
		if (seen == null || !seen.mark().equals(mark)) {
			this.first = new Seen<>(mark, System.nanoTime());
			return false;
		}
		return asked - seen.nanos() > LONG_OVER;
	}

}
