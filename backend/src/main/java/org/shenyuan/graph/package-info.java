/**
 * The only package that opens a session. A statement is a
 * {@link org.shenyuan.graph.Cypher} constant of the class that runs it; a transaction is
 * handed over as a parameter.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "schema")
package org.shenyuan.graph;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
