/** Where a laboratory records the samples it takes and signs what it found. */
@NullMarked
@ApplicationModule(allowedDependencies = { "events", "graph", "ledger", "vocabulary", "web" })
package org.shenyuan.laboratory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
