/**
 * From a label back to the seed, and from a seed forward to every label: one statement
 * reads the family of a lot, and plain Java says what follows from it.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "events", "graph", "ledger", "packing", "seed", "vocabulary", "web", "labels" })
package org.shenyuan.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
