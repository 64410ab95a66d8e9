package org.shenyuan.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TogetherTests {

	private final List<List<Integer>> done = new CopyOnWriteArrayList<>();

	@Test
	void everyItemIsDoneOnceBeforeItsOwnerGoesOn() throws Exception {
		var together = new Together<Integer>(7, this.done::add);
		try (ExecutorService pool = Executors.newFixedThreadPool(16)) {
			List<Callable<Boolean>> all = new ArrayList<>();
			for (int i = 0; i < 2000; i++) {
				int item = i;
				all.add(() -> {
					together.add(item);
					return this.done.stream().anyMatch((batch) -> batch.contains(item));
				});
			}
			for (Future<Boolean> one : pool.invokeAll(all)) {
				assertThat(one.get()).isTrue();
			}
		}
		assertThat(this.done).allSatisfy((batch) -> assertThat(batch).hasSizeBetween(1, 7));
		assertThat(this.done.stream().flatMap(List::stream))
			.containsExactlyInAnyOrderElementsOf(IntStream.range(0, 2000).boxed().toList());
	}

	@Test
	void whatGathersMeanwhileIsDoneAtOnce() throws Exception {
		var begun = new CountDownLatch(1);
		var goOn = new CountDownLatch(1);
		var together = new Together<Integer>(100, (batch) -> {
			this.done.add(batch);
			begun.countDown();
			wait(goOn);
		});
		Thread first = Thread.ofPlatform().start(() -> together.add(0));
		begun.await();
		List<Thread> others = IntStream.rangeClosed(1, 5)
			.mapToObj((item) -> Thread.ofPlatform().start(() -> together.add(item)))
			.toList();
		while (!others.stream().allMatch((other) -> other.getState() == Thread.State.WAITING)) {
			Thread.onSpinWait();
		}
		goOn.countDown();
		first.join();
		for (Thread other : others) {
			other.join();
		}
		assertThat(this.done.getFirst()).containsExactly(0);
		assertThat(this.done.get(1)).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
	}

	@Test
	void aFailureIsToldToEachWhoseItemFailed() {
		var together = new Together<Integer>(10, (batch) -> {
			if (batch.contains(13)) {
				throw new IllegalArgumentException("13");
			}
			this.done.add(batch);
		});
		together.add(12);
		assertThatThrownBy(() -> together.add(13)).isInstanceOf(IllegalArgumentException.class);
		together.add(14);
		assertThat(this.done).containsExactly(List.of(12), List.of(14));
	}

	@Test
	void anErrorKeepsNobodyWaiting() {
		var together = new Together<Integer>(10, (batch) -> {
			if (batch.contains(13)) {
				throw new AssertionError();
			}
			this.done.add(batch);
		});
		assertThatThrownBy(() -> together.add(13)).isInstanceOf(AssertionError.class);
		together.add(14);
		assertThat(this.done).containsExactly(List.of(14));
	}

	private static void wait(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
