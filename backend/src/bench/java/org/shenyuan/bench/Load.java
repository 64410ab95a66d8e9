package org.shenyuan.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Several clients at once, each of which asks again when it has its answer.
 *
 * @param times of all requests
 * @param good answers in the two hundreds, {@code bad} all others
 * @param cpu milliseconds of the server's processor time for each request
 */
record Load(Times times, int good, int bad, double perSecond, double cpu) {

	/**
	 * @param request by its number, from 0 on
	 */
	static Load on(Server server, int clients, double seconds, IntFunction<byte[]> request) throws Exception {
		return on(server, clients, seconds, Integer.MAX_VALUE, request);
	}

	/**
	 * @param most requests of all clients together
	 */
	static Load on(Server server, int clients, double seconds, int most, IntFunction<byte[]> request)
			throws Exception {
		double cpu = server.cpuSeconds();
		long begun = System.nanoTime();
		long end = begun + (long) (seconds * 1e9);
		var next = new AtomicInteger();
		var bad = new AtomicInteger();
		var all = new Times();
		Callable<Times> client = () -> {
			var times = new Times();
			try (Http http = new Http(server.port)) {
				for (int i = next.getAndIncrement(); i < most && System.nanoTime() < end; i = next.getAndIncrement()) {
					byte[] bytes = request.apply(i);
					times.time(() -> {
						if (http.send(bytes).status() / 100 != 2) {
							bad.incrementAndGet();
						}
					});
				}
			}
			return times;
		};
		try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
			List<Future<Times>> running = new ArrayList<>();
			for (int i = 0; i < clients; i++) {
				running.add(pool.submit(client));
			}
			for (Future<Times> one : running) {
				all.addAll(one.get());
			}
		}
		return of(server, all, bad.get(), cpu, begun);
	}

	private static Load of(Server server, Times all, int bad, double cpu, long begun) throws IOException {
		return new Load(all, all.count() - bad, bad, all.count() * 1e9 / (System.nanoTime() - begun),
				(server.cpuSeconds() - cpu) * 1000 / all.count());
	}

}
