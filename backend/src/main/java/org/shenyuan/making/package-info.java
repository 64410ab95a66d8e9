/** Processing, regrouping and packing: what may become of a root. */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "events", "graph", "ledger", "stock", "trace", "vocabulary", "web", "account" })
package org.shenyuan.making;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
