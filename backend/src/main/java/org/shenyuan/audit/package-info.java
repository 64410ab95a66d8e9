/** Who did what, and when. */
@NullMarked
@ApplicationModule(allowedDependencies = { "events", "graph", "ledger", "vocabulary", "web" })
package org.shenyuan.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
