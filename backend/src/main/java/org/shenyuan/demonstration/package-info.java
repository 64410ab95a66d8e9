/**
 * A season to look at: real places and species, invented firms and people, marked 演示
 * DEMO.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "account", "events", "ledger", "packing", "labels" })
package org.shenyuan.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
