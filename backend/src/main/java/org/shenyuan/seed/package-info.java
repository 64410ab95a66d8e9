/**
 * The seed-source registry: accessions, varieties and what experts say of them, seed lots
 * and their papers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "events", "graph", "ledger", "web" })
package org.shenyuan.seed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
