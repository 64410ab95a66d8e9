package org.shenyuan;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many who start at the same moment. */
public final class Race {

	private static final int MOST_SECONDS = 120;

	private Race() {
	}

	/**
	 * @param runner what each one does, numbered from 0
	 * @return what each one came back with
	 */
	public static <T> List<T> of(int runners, IntFunction<T> runner) throws InterruptedException {
		CountDownLatch start = new CountDownLatch(1);
		try (ExecutorService track = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<T>> running = IntStream.range(0, runners).mapToObj((i) -> track.submit(() -> {
				start.await();
				return runner.apply(i);
			})).toList();
			start.countDown();
			try {
				return running.stream().map(Race::result).toList();
			}
			finally {
				track.shutdownNow();
			}
		}
	}

	private static <T> T result(Future<T> running) {
		try {
			return running.get(MOST_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException | ExecutionException | TimeoutException ex) {
			throw new AssertionError(ex);
		}
	}

}
