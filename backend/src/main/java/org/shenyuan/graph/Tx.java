package org.shenyuan.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.TransactionContext;

/** A running transaction; it ends when the work that was given it returns. */
public final class Tx {

	private final TransactionContext context;

	private final Map<Object, Object> answers = new HashMap<>();

	Tx(TransactionContext context) {
		this.context = context;
	}

	public <T> List<T> list(Cypher statement, Map<String, ? extends @Nullable Object> parameters,
			Function<Record, T> row) {
		return run(statement, parameters).list(row);
	}

	/** The only row, or nothing; more than one row is a bug. */
	public <T> Optional<T> one(Cypher statement, Map<String, ? extends @Nullable Object> parameters,
			Function<Record, T> row) {
		List<T> rows = list(statement, parameters, row);
		if (rows.size() > 1) {
			throw new IllegalStateException(String.format(Locale.ROOT, "One row expected, %d came", rows.size()));
		}
		return rows.stream().findFirst();
	}

	/** Hands over row by row, so that a large answer needs no large memory. */
	public void each(Cypher statement, Map<String, ? extends @Nullable Object> parameters, Consumer<Record> row) {
		run(statement, parameters).forEachRemaining(row);
	}

	public void execute(Cypher statement, Map<String, ? extends @Nullable Object> parameters) {
		run(statement, parameters).consume();
	}

	/** What is asked at most once in a transaction, by whoever asks it. */
	@SuppressWarnings("unchecked")
	public <T> T once(Object asker, Supplier<T> question) {
		Object known = this.answers.get(asker);
		if (known == null) {
			// Which may ask another one.
			known = question.get();
			this.answers.put(asker, known);
		}
		return (T) known;
	}

	@SuppressWarnings("unchecked")
	private Result run(Cypher statement, Map<String, ? extends @Nullable Object> parameters) {
		return this.context.run(statement.text(), (Map<String, Object>) parameters);
	}

}
