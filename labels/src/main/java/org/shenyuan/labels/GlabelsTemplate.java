package org.shenyuan.labels;

import org.jspecify.annotations.Nullable;

/**
 * One template of a gLabels file: a stock, or why it is none.
 *
 * @param brand who sells it
 * @param part the seller's number for it
 * @param description what the file calls it, empty if it does not say
 * @param stock the stock, or {@code null} if it is refused
 * @param refused why there is no stock, or {@code null} if there is one
 */
public record GlabelsTemplate(String brand, String part, String description, @Nullable Stock stock,
		@Nullable LabelRefused refused) {
}
