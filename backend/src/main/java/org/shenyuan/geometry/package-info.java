/**
 * Outlines on the ground: read, measured and compared. Longitude before latitude, degrees
 * of WGS-84, which CGCS2000 agrees with to the decimetre. Knows nothing of events.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.shenyuan.geometry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
