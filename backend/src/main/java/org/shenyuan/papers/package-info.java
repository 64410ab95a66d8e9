/** Papers that go with goods, filed and declared by hand. */
@NullMarked
@ApplicationModule(allowedDependencies = { "events", "ledger", "vocabulary", "web" })
package org.shenyuan.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
