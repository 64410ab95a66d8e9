/** The land census: sheets and maps are read, shown, recorded, and looked up. */
@NullMarked
@ApplicationModule(allowedDependencies = { "events", "geometry", "graph", "ledger", "vocabulary", "web" })
package org.shenyuan.census;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
