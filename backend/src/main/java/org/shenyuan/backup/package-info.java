/**
 * The log is the backup: everything goes out as JSON Lines while the application runs,
 * and an empty graph is built from it again.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "events", "graph", "ledger", "web" })
package org.shenyuan.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
