package org.shenyuan.events;

import org.jspecify.annotations.Nullable;

/**
 * How roots were sorted before they were packed, by the packer's own word.
 *
 * @param grade a word of the scheme {@code grade}
 * @param pieces roots in one pack
 */
public record Sorting(@Nullable String grade, @Nullable Long pieces) {

	/** Nothing was said. */
	public static final Sorting NONE = new Sorting(null, null);

}
