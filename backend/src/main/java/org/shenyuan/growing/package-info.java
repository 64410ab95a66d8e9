/** Seed, plots and digging: what a bed can honestly give. */
@NullMarked
@ApplicationModule(allowedDependencies = { "events", "graph", "ledger", "stock", "vocabulary", "web", "account",
		"paper", "labels" })
package org.shenyuan.growing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
