package org.shenyuan.ledger;

import java.time.Instant;

import org.shenyuan.events.TraceEvent;
import org.shenyuan.graph.Tx;

/**
 * What else is kept when an event is recorded: written in the same transaction, behind
 * it, so that either both are there or neither. A backup carries it.
 */
@FunctionalInterface
public interface Consequence {

	/**
	 * @param author who recorded it, at {@code recorded}
	 */
	void of(Tx tx, TraceEvent event, Author author, Instant recorded);

}
