package org.shenyuan.web;

import org.jspecify.annotations.Nullable;

/** A row of a form that is about one lot. */
public interface LotRow {

	/** Its number, as it was typed. */
	@Nullable String lot();

}
