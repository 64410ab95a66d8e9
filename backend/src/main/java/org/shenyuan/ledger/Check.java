package org.shenyuan.ledger;

import org.shenyuan.events.TraceEvent;

/**
 * One thing that must be true before an event is recorded. A check is a bean of its
 * feature; it sees the event and what the graph says under the lock, and decides without
 * reading anything else. Adding one touches the check and its sentences.
 */
@FunctionalInterface
public interface Check {

	void check(TraceEvent event, Facts facts, Judgement judgement);

}
