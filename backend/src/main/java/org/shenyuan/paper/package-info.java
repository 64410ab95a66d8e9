/** What a party prints on, and how anything gets from there to a printer. */
@NullMarked
@ApplicationModule(allowedDependencies = { "events", "graph", "ledger", "web", "labels" })
package org.shenyuan.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
