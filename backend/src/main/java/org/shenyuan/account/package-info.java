/** People, what they may speak for, and how they prove it. */
@NullMarked
@ApplicationModule(allowedDependencies = { "events", "graph", "ledger", "web" })
package org.shenyuan.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
