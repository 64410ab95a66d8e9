package org.shenyuan.schema;

import java.util.Map;

/**
 * Something in the graph that must not be.
 *
 * @param audit the name of the audit that found it
 * @param proves the sentence that is not true
 * @param row what was found, by column
 */
public record Finding(String audit, String proves, Map<String, Object> row) {
}
