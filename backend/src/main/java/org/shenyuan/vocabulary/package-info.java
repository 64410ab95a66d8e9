/** The controlled words of the trade in three languages: data in the graph, not Java. */
@NullMarked
@ApplicationModule(allowedDependencies = "graph")
package org.shenyuan.vocabulary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
