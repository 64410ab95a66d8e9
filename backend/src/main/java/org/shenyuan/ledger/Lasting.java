package org.shenyuan.ledger;

import java.util.Optional;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.shenyuan.graph.Graph;
import org.shenyuan.graph.Tx;

/**
 * Answers that are given again for as long as nothing at all is recorded and it is the
 * same day: of many who ask, one waits until it is worked out.
 *
 * @param <V> what is answered; never changed
 */
public final class Lasting<V> {

	private final Graph graph;

	private final LogEnd log;

	private final Cache<Object, Kept<V>> kept;

	Lasting(Graph graph, LogEnd log, int most) {
		this.graph = graph;
		this.log = log;
		this.kept = Caffeine.newBuilder().maximumSize(most).build();
	}

	private record Kept<V>(LogEnd.End end, V answer) {
	}

	/** In one transaction, whether or not the answer is kept. */
	private record Asked(Lasting<?> asker, Object question) {
	}

	/**
	 * @param work which reads in the transaction that it gets, and in no other
	 */
	public Optional<V> of(Object question, Function<Tx, Optional<V>> work) {
		return this.graph.read((tx) -> tx.once(new Asked(this, question), () -> ask(tx, question, work)));
	}

	private Optional<V> ask(Tx tx, Object question, Function<Tx, Optional<V>> work) {
		LogEnd.End end = this.log.read(tx);
		Kept<V> known = this.kept.getIfPresent(question);
		if (known != null && known.end().isSame(end)) {
			return Optional.of(known.answer());
		}
		Optional<V> answer = work.apply(tx);
		if (end.settled()) {
			answer.ifPresent((found) -> this.kept.put(question, new Kept<>(end, found)));
		}
		return answer;
	}

}
