/** Cartons of packed goods: their numbers, their labels, and what a symbol leads to. */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "graph", "ledger", "vocabulary", "web", "stock", "trace", "paper", "labels" })
package org.shenyuan.cartons;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
