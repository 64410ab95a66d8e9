/** The land: its census, the plots on it, and what is certified of its bases. */
@NullMarked
@ApplicationModule(allowedDependencies = { "events", "geometry", "graph", "ledger", "trace", "vocabulary", "web" })
package org.shenyuan.land;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
