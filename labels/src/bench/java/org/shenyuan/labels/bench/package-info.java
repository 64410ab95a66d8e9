/** How fast sheets of labels are drawn, by us and by others. */
@NullMarked
package org.shenyuan.labels.bench;

import org.jspecify.annotations.NullMarked;
