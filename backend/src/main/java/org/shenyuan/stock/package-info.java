/** What each party has in hand, and why that much. */
@NullMarked
@ApplicationModule(allowedDependencies = { "events", "graph", "ledger", "vocabulary", "web", "account", "trace" })
package org.shenyuan.stock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
