/**
 * The append-only record: who may record what, what is left of every lot, and the one way
 * in which anything is written.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "events", "geometry", "graph", "vocabulary" })
package org.shenyuan.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
