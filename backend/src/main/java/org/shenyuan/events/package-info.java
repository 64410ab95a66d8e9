/**
 * The words of the trade: everything that can happen, one record each. Every other
 * package speaks in them, so they know nothing of Spring, the driver or HTTP.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.shenyuan.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
