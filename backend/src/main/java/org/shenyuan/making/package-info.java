/** Processing, regrouping and packing: what may become of a root. */
@NullMarked
@ApplicationModule(allowedDependencies = { "events", "ledger", "stock", "vocabulary", "web", "account" })
package org.shenyuan.making;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
