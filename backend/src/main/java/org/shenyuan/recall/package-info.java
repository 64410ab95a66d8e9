/** Recalls and their drills: what they reach, before, at the time, and after. */
@NullMarked
@ApplicationModule(allowedDependencies = { "events", "graph", "ledger", "vocabulary", "web", "trace" })
package org.shenyuan.recall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
