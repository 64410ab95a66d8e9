/** The packing table: label runs, their quota, their sheets. */
@NullMarked
@ApplicationModule(allowedDependencies = { "events", "graph", "ledger", "vocabulary", "web", "account", "stock",
		"trace", "rules", "labels" })
package org.shenyuan.packing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
