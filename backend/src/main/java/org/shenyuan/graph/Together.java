package org.shenyuan.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Does together what many ask for at once. While one transaction runs, whoever comes
 * waits; the first of them then does the work of all. Each goes on when its own is done,
 * and fails when that failed.
 *
 * @param <T> what is to be done
 */
public final class Together<T> {

	private final int most;

	private final Consumer<List<T>> work;

	private final Queue<Waiting<T>> waiting = new ConcurrentLinkedQueue<>();

	private final Lock turn = new ReentrantLock();

	/**
	 * @param most at a time
	 * @param work in one transaction
	 */
	public Together(int most, Consumer<List<T>> work) {
		this.most = most;
		this.work = work;
	}

	/** Read and written by whoever has the turn. */
	private static final class Waiting<T> {

		private final T item;

		private boolean done;

		private @Nullable RuntimeException failure;

		private Waiting(T item) {
			this.item = item;
		}

		private void end(@Nullable RuntimeException failed) {
			this.failure = failed;
			this.done = true;
		}

	}

	/** Returns when it is done. */
	public void add(T item) {
		Waiting<T> mine = new Waiting<>(item);
		this.waiting.add(mine);
		this.turn.lock();
		try {
			while (!mine.done) {
				next();
			}
		}
		finally {
			this.turn.unlock();
		}
		if (mine.failure != null) {
			throw mine.failure;
		}
	}

	private void next() {
		List<Waiting<T>> taken = new ArrayList<>();
		for (int i = 0; i < this.most && !this.waiting.isEmpty(); i++) {
			taken.add(this.waiting.remove());
		}
		RuntimeException failure = new IllegalStateException("Ended half-way");
		try {
			this.work.accept(taken.stream().map((one) -> one.item).toList());
			failure = null;
		}
		catch (RuntimeException ex) {
			failure = ex;
		}
		finally {
			for (Waiting<T> one : taken) {
				one.end(failure);
			}
		}
	}

}
