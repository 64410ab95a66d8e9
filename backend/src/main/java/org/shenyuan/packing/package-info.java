/**
 * The packing table: label runs, their quota, their sheets, and the desk where they are
 * printed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "events", "graph", "ledger", "vocabulary", "web", "account", "stock",
		"trace", "rules", "paper", "labels" })
package org.shenyuan.packing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
