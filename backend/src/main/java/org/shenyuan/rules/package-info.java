/** The rules of the trade to read and to rule, and what they said of every lot. */
@NullMarked
@ApplicationModule(allowedDependencies = { "events", "graph", "ledger", "vocabulary", "web" })
package org.shenyuan.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
