/** What a buyer sees. */
@NullMarked
@ApplicationModule(allowedDependencies = { "events", "graph", "ledger", "vocabulary", "web", "trace", "trust", "rules",
		"packing", "labels", "cases" })
package org.shenyuan.scan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
