/** One box for whatever somebody knows of what he looks for. */
@NullMarked
@ApplicationModule(allowedDependencies = { "events", "graph", "ledger", "packing", "labels" })
package org.shenyuan.find;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
