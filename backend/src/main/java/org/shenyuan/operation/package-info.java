/**
 * What whoever runs the service needs: settings that are checked, whether the ledger is
 * sound, and who may ask.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "schema", "graph" })
package org.shenyuan.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
