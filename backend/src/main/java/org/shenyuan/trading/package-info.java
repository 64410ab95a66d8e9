/** Goods change hands: what is on its way here, and what is sent away. */
@NullMarked
@ApplicationModule(allowedDependencies = { "events", "graph", "ledger", "stock", "vocabulary", "web", "account" })
package org.shenyuan.trading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
