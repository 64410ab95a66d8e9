package org.shenyuan.ledger;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/**
 * Goods on their way to somebody.
 *
 * @param sent when they left, and {@code sender} the name of who sent them
 * @param document number of the waybill
 */
public record Incoming(Lot lot, OffsetDateTime sent, String sender, @Nullable String document) {
}
