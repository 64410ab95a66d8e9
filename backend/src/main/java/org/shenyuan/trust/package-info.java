/** The rules of the trade at work: every limit is a row, every check names it. */
@NullMarked
@ApplicationModule(allowedDependencies = { "events", "graph", "ledger", "vocabulary" })
package org.shenyuan.trust;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
