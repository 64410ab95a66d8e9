/** What all pages and the API share: languages, problems, the way a refusal is said. */
@NullMarked
@ApplicationModule(allowedDependencies = { "events", "ledger", "vocabulary", "graph" })
package org.shenyuan.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
