@org.jspecify.annotations.NullMarked
package org.shenyuan.schema;
